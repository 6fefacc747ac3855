import Load

/// What the figures of one article come to; their lines follow one another.
struct ArticleFigures {
  var version: String?
  var site = ""

  /// The figure that tells most.
  private(set) var best: Candidate?

  /// The article's checks, each once, though each of its figures names it.
  private(set) var checks: Set<FigureRow.Check> = []

  /// Those that fail, in the text's order.
  private(set) var failures: [FailedCheck] = []

  init() {}

  init(version: String, site: String) {
    self.version = version
    self.site = site
  }

  /// Keeps a figure if it tells more than those before it.
  ///
  /// It tells more, the more of indicator, place, period and unit it has, and less where its
  /// sentence is too long to be read at a glance.
  mutating func weigh(_ fields: LineFields, _ line: ArraySlice<UInt8>) {
    let keys: [StaticString] = ["indicator", "place", "period_end", "unit"]
    var weight = Double(keys.count { fields.bytes($0) != nil })
    weight += fields.number("confidence") ?? 0
    if (fields.bytes("sentence")?.count ?? 0) > 450 { weight -= 2 }
    guard best.map({ $0.weight < weight }) ?? true else { return }
    best = Candidate(weight: weight, line: Array(line))
  }

  /// Takes the checks of a figure.
  mutating func note(_ row: FigureRow, on day: CivilDay) {
    for check in row.checks {
      checks.insert(check)
      guard !check.holds else { continue }
      let member = FailedCheck.Member(quote: row.quote, start: row.charStart)
      if let place = failures.firstIndex(where: {
        $0.statement == check.statement && $0.rule == check.rule
      }) {
        failures[place].members.append(member)
      } else {
        failures.append(
          FailedCheck(
            row: row,
            rule: check.rule,
            statement: check.statement,
            day: day,
            members: [member]
          )
        )
      }
    }
  }
}

/// A figure that may be shown: its line, and how much it tells.
struct Candidate {
  var weight: Double
  var line: [UInt8]
}

extension ReportData {
  /// Gives what is shown of an article its headline, and finds the quotes in their sentences by its
  /// text.
  mutating func complete(
    _ version: String,
    with article: ArticleRow,
    figures: Int,
    failures: Int
  ) {
    let text = Array(article.text.unicodeScalars)
    for place in newest.indices[figures...] where newest[place].row.versionId == version {
      newest[place].headline = article.headline
      newest[place].findMark(in: text)
    }
    for place in self.failures.indices[failures...]
    where self.failures[place].row.versionId == version {
      self.failures[place].headline = article.headline
      self.failures[place].findMarks(in: text)
    }
  }

  /// Finds the quotes of what is shown of articles that are not there.
  mutating func complete(figures: Int, failures: Int) {
    for place in newest.indices[figures...] where newest[place].mark == nil {
      newest[place].findMark(in: nil)
    }
    for place in self.failures.indices[failures...] where self.failures[place].marks.isEmpty {
      self.failures[place].findMarks(in: nil)
    }
  }
}

extension ShownFigure {
  fileprivate mutating func findMark(in text: [Unicode.Scalar]?) {
    mark = Report.mark(of: row.quote, at: row.charStart, in: row.sentence, of: text)
  }
}

extension FailedCheck {
  fileprivate mutating func findMarks(in text: [Unicode.Scalar]?) {
    marks = []
    for member in members.sorted(by: { $0.start < $1.start }) {
      let found = mark(of: member.quote, at: member.start, in: row.sentence, of: text)
      guard let found, found.lowerBound >= marks.last?.upperBound ?? 0 else { continue }
      marks.append(found)
    }
  }
}
