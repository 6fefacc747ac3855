package import Records

extension RunRecord {
  /// What cron is to mail of the run; `nil` where nobody has to know.
  ///
  /// A trouble is told in full in the first night that has it. After that it is one short line a
  /// night while it gives the run a status other than 0, and nothing otherwise.
  package var mail: String? {
    let new = troubles.filter { $0.nights == 1 }
    let old = troubles.filter { $0.nights > 1 && $0.fails }
    guard !new.isEmpty || !old.isEmpty else { return nil }
    let articles = parts.reduce(0) { $0 + $1.articles.rows }
    let figures = parts.reduce(0) { $0 + $1.observations.rows }
    let head =
      "\(pipeline): \(command.rawValue) of \(startedAt) ended with status \(status); "
      + "\(articles) articles and \(figures) figures were written"
    let lines =
      joined(new).map { "- \($0.what);\n  \($0.next)" } + joined(old).map(\.stillLine)
    return ([head] + lines).joined(separator: "\n")
  }
}

/// One trouble in place of those that differ in their subject alone, as where a host is down.
private func joined(_ troubles: [Trouble]) -> [Trouble] {
  var joined: [Trouble] = []
  for trouble in troubles {
    let same = joined.firstIndex { other in
      other.kind == trouble.kind && other.detail == trouble.detail && other.since == trouble.since
    }
    if let same, !trouble.subject.isEmpty {
      joined[same].subject += ", \(trouble.subject)"
    } else {
      joined.append(trouble)
    }
  }
  return joined
}

extension Trouble {
  /// Such as `- still so, 3rd night since 2026-11-04: …`.
  fileprivate var stillLine: String {
    let first = "- still so, \(ordinal(nights)) night since \(since.prefix(10)): \(what)"
    return nights == 3 ? "\(first);\n  \(next)" : first
  }
}

/// Such as `2nd` or `11th`.
private func ordinal(_ number: Int) -> String {
  switch (number % 10, number % 100) {
  case (1, let rest) where rest != 11: "\(number)st"
  case (2, let rest) where rest != 12: "\(number)nd"
  case (3, let rest) where rest != 13: "\(number)rd"
  default: "\(number)th"
  }
}
