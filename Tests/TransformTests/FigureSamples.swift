import Records

@testable import Transform

/// The figures of a text, each as `value[..upper][/whole] kind unit`.
func readings(_ text: String, date: String? = "2020-11-24") -> [String] {
  findFigures(in: sample(text, date: date)).observations.map { observation in
    var words = "\(observation.value)"
    if let upper = observation.valueMax { words += "..\(upper)" }
    if let whole = observation.denominator { words += "/\(whole)" }
    words += " \(observation.kind.rawValue)"
    if let unit = observation.unitCode ?? observation.unit { words += " \(unit)" }
    return words
  }
}

/// The numbers of a text that are no figures, each as `quote: reason`.
func refusals(_ text: String) -> [String] {
  findFigures(in: sample(text)).notFigures.map { "\($0.quote): \($0.reason)" }
}

/// The first figure of a text.
func figure(_ text: String) -> Observation? {
  findFigures(in: sample(text)).observations.first
}

func sample(_ text: String, date: String? = "2020-11-24") -> Article {
  Article(id: "a", versionID: "v", text: text, datePublished: date)
}
