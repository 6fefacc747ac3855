package import Records

/// The article's text with every digit and number word accounted for, for people to read.
///
/// A figure stands as `⟦1,33 tỷ đồng → money 1330000000 VND⟧`, anything else as `{lớp 5: school_grade}`;
/// a time says its days, whether it has digits or not: `{hôm qua: date 2020-11-23}`,
/// `{đến năm 2025: year ..2025-12-31}`.
package func explain(_ article: Article) -> String {
  let findings = findFigures(in: article)
  var notes = findings.observations.map { observation in
    Note(
      characters: observation.characters,
      text: "⟦\(observation.quote) → \(reading(of: observation))⟧"
    )
  }
  let times = times(in: findings.finder)
  let ofTimes = Set(times.flatMap(\.characters))
  notes += times
  notes += findings.notFigures.lazy.filter { !ofTimes.contains($0.characters.lowerBound) }.map {
    Note(characters: $0.characters, text: "{\($0.quote): \($0.reason)}")
  }
  notes.sort { $0.characters.lowerBound < $1.characters.lowerBound }
  let scalars = article.text.unicodeScalars
  var explained = String.UnicodeScalarView()
  var position = scalars.startIndex
  var character = 0
  for note in notes where note.characters.lowerBound >= character {
    let start = scalars.index(position, offsetBy: note.characters.lowerBound - character)
    explained.append(contentsOf: scalars[position..<start])
    explained.append(contentsOf: note.text.unicodeScalars)
    position = scalars.index(start, offsetBy: note.characters.count)
    character = note.characters.upperBound
  }
  explained.append(contentsOf: scalars[position...])
  return String(explained)
}

/// The times whose days are known.
private func times(in finder: FigureFinder) -> [Note] {
  finder.periods.compactMap { time in
    guard time.start != nil || time.end != nil else { return nil }
    let (start, end) = (time.start?.description ?? "", time.end?.description ?? "")
    let days = start == end ? start : "\(start)..\(end)"
    return Note(
      characters: finder.text.characters(of: time.tokens),
      text: "{\(finder.text.string(of: time.tokens)): \(time.reason.rawValue) \(days)}"
    )
  }
}

private struct Note {
  var characters: Range<Int>
  var text: String
}

/// A figure's reading in a few words: `percent 6.3 %, decrease`.
private func reading(of observation: Observation) -> String {
  var words = "\(observation.kind.rawValue) \(observation.value)"
  if let upper = observation.valueMax { words += " to \(upper)" }
  if let whole = observation.denominator { words += " of \(whole)" }
  if let unit = observation.unitCode ?? observation.unit { words += " \(unit)" }
  if let qualifier = observation.qualifier { words += ", \(qualifier.rawValue)" }
  if let change = observation.change { words += ", \(change.rawValue)" }
  if let base = observation.changeBase { words += " against \(base)" }
  if observation.status != .actual { words += ", \(observation.status.rawValue)" }
  if let indicator = observation.indicator { words += "; \(indicator)" }
  if let category = observation.category { words += " / \(category)" }
  if let place = observation.place {
    words += "; \(place)" + (observation.placeCode.map { " (\($0))" } ?? "")
  }
  if observation.periodStart != nil || observation.periodEnd != nil {
    words += "; \(observation.periodStart ?? "…") to \(observation.periodEnd ?? "…")"
  }
  return words
}
