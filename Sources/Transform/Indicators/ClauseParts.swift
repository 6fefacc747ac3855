import Records

extension IndicatorReader {
  /// Adds of what or whom a measure is: what the words before it tell, else whom a clause before
  /// tells of.
  func addOwner(
    to builder: inout IndicatorBuilder,
    from before: Range<Int>,
    head: Range<Int>,
    of draft: Draft,
    _ memory: Memory
  ) {
    let parts = parts(of: before)
    let isLong = builder.count >= 6
    let isNamed = builder.ranges.last.map { entities.holdsName($0.dropFirst(2)) } ?? false
    var subject = parts.subject
    if let place = subject, place.allSatisfy({ clauses.isPlace[$0] }), let first = place.first,
      text.word(at: first - 1) == Marks.comma
    {
      let clause = cutter.clausesBefore(first - 1, floor: draft.sentence.lowerBound, limit: 1).first
      subject = clause.flatMap { named(cutter.cut($0).subject) } ?? subject
    }
    if let thing = thingBefore(head, memory), builder.count < 8 {
      builder.add(thing, as: self.thing(thing))
    }
    if subject == nil, !isNamed, builder.count < 7 {
      let isCompanys = head.first.map { IndicatorLexicon.companies.contains(text.word(at: $0)) }
      subject = owner(
        before: max(draft.sentence.lowerBound, before.lowerBound),
        of: draft,
        isCompanys: isCompanys ?? false,
        isSubject: before.isEmpty && text.tokens[max(0, head.lowerBound - 1)].isSymbol,
        pointsBack: parts.pointsBack
      )
      if subject == nil, !parts.isSayer, !entities.holdsName(parts.told) {
        addEntity(to: &builder, of: draft, beside: before)
      }
    }
    if let noun = subject, builder.count + noun.count < 6, !entities.holdsName(noun),
      !entities.holdsName(parts.told)
    {
      addEntity(to: &builder, of: draft, beside: before)
    }
    let isBare = builder.count <= 2 && parts.subject == nil
    if isBare { addLast(7, of: parts.told, to: &builder) }
    if var subject, !isLong || subject.count <= 4 {
      // `giá các căn nhà …, giá dao động`: one noun is enough.
      let noun = head.prefix(headLength(at: head.lowerBound) ?? 0)
      if subject.count > noun.count,
        zip(subject, noun).allSatisfy({ text.word(at: $0) == text.word(at: $1) })
      {
        subject.removeFirst(noun.count)
      }
      builder.add(first: subject.prefix(parts.told.isEmpty ? 8 : 6))
    }
    if !isBare { addLast(8, of: parts.told, to: &builder) }
  }

  /// The counted things to which a noun of measure belongs that follows them: `38 biên bản ghi nhớ
  /// với tổng vốn 28 tỷ USD`.
  private func thingBefore(_ head: Range<Int>, _ memory: Memory) -> Range<Int>? {
    guard let told = memory.told.last?.draft, let unit = told.unit, unit.isCounted,
      unit.kind == .count, !unit.tokens.isEmpty,
      told.tokens.upperBound <= head.lowerBound, head.lowerBound - told.tokens.upperBound <= 18
    else { return nil }
    let joints = (told.tokens.upperBound..<head.lowerBound).suffix(2)
    let isTotal =
      IndicatorLexicon.totals.contains(text.word(at: head.lowerBound))
      && text.word(at: head.lowerBound - 1) == Marks.comma
    guard isTotal || joints.contains(where: { IndicatorLexicon.having.contains(text.word(at: $0)) })
    else { return nil }
    let end = (told.tokens.upperBound..<head.lowerBound).first {
      text.tokens[$0].isSymbol || IndicatorLexicon.having.contains(text.word(at: $0))
    }
    return unit.tokens.lowerBound..<(end ?? unit.tokens.upperBound)
  }

  /// What a clause tells without who says so: of whom or what, and what is told of it.
  struct ClauseParts {
    var subject: Range<Int>?
    var told: Range<Int>

    /// Whether it has a subject that names nothing by itself: `Nó`, `Cả hai`.
    var pointsBack = false

    /// Whether it tells who says something, and no more.
    var isSayer = false
  }

  /// The subject of a clause and what is told of it.
  ///
  /// - Parameters:
  ///   - clause: Where it stands.
  ///   - keepsVerbs: Whether what is done matters: `Công ty thu 3 tỷ đồng`.
  /// - Returns: Without who says so.
  func parts(of clause: Range<Int>, keepsVerbs: Bool = false) -> ClauseParts {
    var rest = clause
    let nothing = clause.upperBound..<clause.upperBound
    for _ in 0..<4 {
      let cut = cutter.cut(rest)
      guard let verb = cut.verb else {
        let noun = cut.subject.isEmpty ? rest : cut.subject
        if let owner = named(noun) {
          return cutter.isLed(clause)
            ? ClauseParts(told: owner) : ClauseParts(subject: owner, told: nothing)
        }
        return noun.count < 2 || pointsBack(noun)
          ? ClauseParts(told: nothing, pointsBack: !noun.isEmpty)
          : ClauseParts(subject: noun, told: nothing)
      }
      let object = clauses.trimmed(verb.tokens.upperBound..<rest.upperBound)
      // A measure of its own, of which more is told.
      if head(of: cut.subject) != nil {
        return verb.sort == .moves
          ? ClauseParts(told: nothing) : ClauseParts(subject: rest, told: nothing)
      }
      let subject = named(cut.subject)
      if verb.sort == .says {
        if object.isEmpty { return ClauseParts(told: nothing, isSayer: true) }
        rest = object
        continue
      }
      if verb.sort == .has, object.count < 3, !keepsVerbs, subject == nil || cutter.isVerb(object) {
        return ClauseParts(
          subject: subject,
          told: nothing,
          pointsBack: subject == nil && !cut.subject.isEmpty
        )
      }
      let isLeft =
        verb.sort == .has && !keepsVerbs || verb.sort == .aux && object.count > 5
      return ClauseParts(
        subject: subject,
        told: isLeft ? object : clauses.trimmed(verb.tokens.lowerBound..<rest.upperBound),
        pointsBack: subject == nil && !cut.subject.isEmpty
      )
    }
    return ClauseParts(told: rest)
  }
}
