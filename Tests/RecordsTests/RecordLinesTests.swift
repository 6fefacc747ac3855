import FoundationEssentials
import Records
import Testing

struct RecordLinesTests {
  @Test func writesTheKeysOfTheSchemaInItsOrder() throws {
    var line = JSONLine()
    SampleRecords.article.write(to: &line, date: "2020-11-24")
    #expect(keys(of: line.bytes) == RecordSchema.articles.fields.map(\.name))
    line.clear()
    SampleRecords.observation.write(to: &line, of: SampleRecords.article, date: nil)
    #expect(keys(of: line.bytes) == RecordSchema.observations.fields.map(\.name))
    line.clear()
    SampleRecords.reject.write(to: &line, date: nil)
    #expect(keys(of: line.bytes) == RecordSchema.rejects.fields.map(\.name))
  }

  @Test func writesAFigureExactly() {
    var line = JSONLine()
    SampleRecords.observation.write(to: &line, of: SampleRecords.article, date: "2020-11-24")
    let text = String(decoding: line.bytes, as: UTF8.self)
    #expect(text.contains(#""value":1330.0,"value_decimal":"1330""#))
    #expect(text.contains(#""group_id":"gfedcba9876543210-1""#))
    #expect(text.hasSuffix(#""confidence":0.875}"# + "\n"))
  }

  @Test func namesTheSameThingTheSame() {
    let id = articleID(of: "https://example.org/a")
    #expect(id == articleID(of: "https://example.org/a"))
    #expect(id != articleID(of: "https://example.org/b"))
    #expect(id.count == 17 && id.hasPrefix("a"))
    #expect(
      observationID(version: "v1", characters: 1..<2)
        != observationID(version: "v1", characters: 1..<3)
    )
  }

  /// The keys of the outermost object, in their order.
  private func keys(of line: [UInt8]) -> [String] {
    var keys: [String] = []
    var depth = 0
    var string: String?
    var isEscaped = false
    for character in String(decoding: line, as: UTF8.self) {
      if let text = string {
        if character == "\"" && !isEscaped {
          if depth == 1 { keys.append(text) }
          string = nil
        } else {
          string = text + String(character)
        }
        isEscaped = character == "\\" && !isEscaped
        continue
      }
      switch character {
      case "\"": string = ""
      case "{", "[": depth += 1
      case "}", "]": depth -= 1
      case ",", ":":
        if character == ",", depth == 1 { continue }
        if character == ":", depth == 1, let last = keys.last { keys[keys.count - 1] = last + ":" }
      default: break
      }
    }
    return keys.filter { $0.hasSuffix(":") }.map { String($0.dropLast()) }
  }
}
