import ArgumentParser
import Fetch
import FoundationEssentials
import Logging
import Pipeline
import Records

/// How a log is written, on standard error.
enum LogFormat: String, CaseIterable, ExpressibleByArgument {
  /// An object a line: time, level, message, and what it is about.
  case json

  /// `2020-11-24T19:00:00Z info started run=…`
  case text
}

/// Writes what swift-log is given, a line each.
struct RunLogHandler: LogHandler {
  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level
  let format: LogFormat

  /// The clock; a rehearsal's, where it is one.
  let now: @Sendable () -> UTCTime

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let fields = metadata.merging(event.metadata ?? [:]) { $1 }
      .map { ($0.key, "\($0.value)") }.sorted { $0.0 < $1.0 }
    complain(
      format == .json
        ? Self.json(now(), event.level, "\(event.message)", fields)
        : Self.text(now(), event.level, "\(event.message)", fields)
    )
  }

  private static func json(
    _ time: UTCTime,
    _ level: Logger.Level,
    _ message: String,
    _ fields: [(String, String)]
  ) -> String {
    var line = JSONLine()
    line.object { line in
      line.field("time", "\(time)")
      line.field("level", level.rawValue)
      line.field("message", message)
      for (name, value) in fields {
        // What is a whole number is one in the log too.
        if let number = Int(value), "\(number)" == value {
          line.field(name, number)
        } else {
          line.field(name, value)
        }
      }
    }
    return String(decoding: line.bytes, as: UTF8.self)
  }

  private static func text(
    _ time: UTCTime,
    _ level: Logger.Level,
    _ message: String,
    _ fields: [(String, String)]
  ) -> String {
    let rest = fields.map { name, value in
      " \(name)=\(value.contains { $0 == " " || $0 == "\"" } ? quoted(value) : value)"
    }
    let line = message.replacing("\n", with: " ")
    return "\(time) \(level.rawValue) \(line)\(rest.joined())"
  }

  /// `text` as JSON writes it.
  private static func quoted(_ text: String) -> String {
    var line = JSONLine()
    line.value(text)
    return String(decoding: line.bytes, as: UTF8.self)
  }
}
