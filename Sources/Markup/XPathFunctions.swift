extension XPathFunction {
  /// The function's value; `nil` where it needs nodes and has none.
  func apply(_ values: [XPathValue], _ context: XPathContext, in tree: XMLTree) -> XPathValue? {
    let own = values.first ?? .nodes([context.node])
    func text(_ index: Int) -> String { values[index].string(in: tree) }
    switch self {
    case .last: return .number(Double(context.size))
    case .position: return .number(Double(context.position))
    case .true: return .boolean(true)
    case .false: return .boolean(false)
    case .not: return .boolean(!own.boolean)
    case .boolean: return .boolean(own.boolean)
    case .string: return .string(own.string(in: tree))
    case .number: return .number(own.number(in: tree))
    case .floor: return .number(own.number(in: tree).rounded(.down))
    case .ceiling: return .number(own.number(in: tree).rounded(.up))
    case .round: return .number((own.number(in: tree) + 0.5).rounded(.down))
    case .stringLength: return .number(Double(own.string(in: tree).unicodeScalars.count))
    case .normalizeSpace:
      let words = own.string(in: tree).split { [" ", "\t", "\r", "\n", "\r\n"].contains($0) }
      return .string(words.joined(separator: " "))
    case .concat: return .string(values.indices.map(text).joined())
    case .startsWith: return .boolean(text(1).isEmpty || text(0).hasPrefix(text(1)))
    case .contains: return .boolean(text(1).isEmpty || text(0).firstRange(of: text(1)) != nil)
    case .substringBefore:
      let (whole, part) = (text(0), text(1))
      return .string(whole.firstRange(of: part).map { String(whole[..<$0.lowerBound]) } ?? "")
    case .substringAfter:
      let (whole, part) = (text(0), text(1))
      return .string(whole.firstRange(of: part).map { String(whole[$0.upperBound...]) } ?? "")
    case .substring: return .string(cut(values, in: tree))
    case .translate: return .string(exchange(text(0), from: text(1), to: text(2)))
    case .count, .sum, .name, .localName: return applyToNodes(own, in: tree)
    }
  }

  private func applyToNodes(_ value: XPathValue, in tree: XMLTree) -> XPathValue? {
    guard case .nodes(let nodes) = value else { return nil }
    switch self {
    case .count: return .number(Double(nodes.count))
    case .sum:
      return .number(nodes.reduce(0) { $0 + XPathValue.nodes([$1]).number(in: tree) })
    default: return .string(nodes.first.map { tree.name(of: $0) } ?? "")
    }
  }
}

/// The characters from a position on, counted from 1, perhaps so many of them.
private func cut(_ values: [XPathValue], in tree: XMLTree) -> String {
  let start = (values[1].number(in: tree) + 0.5).rounded(.down)
  let end =
    values.count > 2
    ? start + (values[2].number(in: tree) + 0.5).rounded(.down) : Double.infinity
  var kept = String.UnicodeScalarView()
  for (index, scalar) in values[0].string(in: tree).unicodeScalars.enumerated()
  where Double(index + 1) >= start && Double(index + 1) < end {
    kept.append(scalar)
  }
  return String(kept)
}

/// Exchanges characters for those at the same place in `new`, or drops them.
private func exchange(_ text: String, from old: String, to new: String) -> String {
  let new = Array(new.unicodeScalars)
  var places: [Unicode.Scalar: Int] = [:]
  for (index, scalar) in old.unicodeScalars.enumerated() where places[scalar] == nil {
    places[scalar] = index
  }
  var translated = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    guard let place = places[scalar] else {
      translated.append(scalar)
      continue
    }
    if place < new.count { translated.append(new[place]) }
  }
  return String(translated)
}
