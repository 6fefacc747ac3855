/// What a line of one file of the dataset looks like.
///
/// The JSON Schema that `solieu schema` prints and the README's tables both come from here; the
/// tests hold every line to it.
package struct RecordSchema: Sendable {
  /// Raised with every change that a reader could notice.
  package static let version = 2

  /// The plural, which is also the folder's name: `observations`.
  package let name: String

  /// One sentence on what a line is.
  package let summary: String

  package let fields: [RecordField]

  package static let all = [articles, observations, rejects, runs, changes]
}

/// A key of a record, which every line has.
package struct RecordField: Sendable {
  package indirect enum Shape: Sendable {
    case text
    case date
    case instant
    case number
    case whole
    case flag
    case oneOf([String])
    case list(Shape)
    case record([RecordField])
  }

  package let name: String
  package let shape: Shape
  package let isNullable: Bool

  /// Meaning and unit, in one sentence without a full stop.
  package let summary: String

  init(_ name: String, _ shape: Shape, _ summary: String) {
    (self.name, self.shape, self.summary, isNullable) = (name, shape, summary, false)
  }

  init(_ name: String, orNull shape: Shape, _ summary: String) {
    (self.name, self.shape, self.summary, isNullable) = (name, shape, summary, true)
  }
}

extension RecordSchema {
  /// JSON Schema 2020-12, indented.
  package var jsonSchema: String {
    var text = "{\n"
    text += #"  "$schema": "https://json-schema.org/draft/2020-12/schema","# + "\n"
    text += #"  "$id": "urn:solieu:schema:\#(name):\#(Self.version)","# + "\n"
    text += #"  "title": "\#(name)","# + "\n"
    text += #"  "description": "\#(summary)","# + "\n"
    text += Self.members(of: fields, indent: "  ")
    return text + "\n}\n"
  }

  /// A Markdown table of the fields.
  package var markdown: String {
    var text = "| field | type | meaning |\n|---|---|---|\n"
    for field in fields {
      let type = field.shape.word + (field.isNullable ? " or null" : "")
      text += "| `\(field.name)` | \(type) | \(field.summary) |\n"
    }
    return text
  }

  private static func members(of fields: [RecordField], indent: String) -> String {
    let names = fields.map { "\"\($0.name)\"" }.joined(separator: ", ")
    let properties = fields.map { field in
      let summary = field.summary.replacing("\"", with: "\\\"")
      return "\(indent)  \"\(field.name)\": {\"description\": \"\(summary)\", "
        + constraint(of: field.shape, isNullable: field.isNullable, indent: indent + "  ") + "}"
    }
    return "\(indent)\"type\": \"object\",\n"
      + "\(indent)\"properties\": {\n" + properties.joined(separator: ",\n") + "\n\(indent)},\n"
      + "\(indent)\"required\": [\(names)],\n\(indent)\"additionalProperties\": false"
  }

  private static func constraint(
    of shape: RecordField.Shape,
    isNullable: Bool,
    indent: String
  ) -> String {
    func type(_ name: String) -> String {
      isNullable ? "\"type\": [\"\(name)\", \"null\"]" : "\"type\": \"\(name)\""
    }
    switch shape {
    case .text: return type("string")
    case .date: return type("string") + #", "format": "date", "pattern": "^\\d{4}-\\d\\d-\\d\\d$""#
    case .instant:
      return type("string")
        + #", "format": "date-time", "pattern": "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$""#
    case .number: return type("number")
    case .whole: return type("integer")
    case .flag: return type("boolean")
    case .oneOf(let values):
      let quoted = values.map { "\"\($0)\"" } + (isNullable ? ["null"] : [])
      return "\"enum\": [\(quoted.joined(separator: ", "))]"
    case .list(let element):
      return type("array") + ", \"items\": {"
        + constraint(of: element, isNullable: false, indent: indent) + "}"
    case .record(let fields):
      return "\n" + members(of: fields, indent: indent + "  ")
    }
  }
}

extension RecordField.Shape {
  /// What a person calls it.
  fileprivate var word: String {
    switch self {
    case .text: "text"
    case .date: "date"
    case .instant: "instant"
    case .number: "number"
    case .whole: "whole number"
    case .flag: "true or false"
    case .oneOf(let values): values.map { "`\($0)`" }.joined(separator: ", ")
    case .list(let element): "list of \(element.word)"
    case .record(let fields): "{" + fields.map(\.name).joined(separator: ", ") + "}"
    }
  }
}
