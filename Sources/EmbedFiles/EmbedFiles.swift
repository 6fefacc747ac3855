import Foundation

/// Writes a Swift file that holds other files as string literals.
///
///     EmbedFiles OUTPUT.swift FILE…
///
/// A literal costs the compiler nothing and the program no start: it is read where it lies.
@main
struct EmbedFiles {
  static func main() throws {
    let paths = CommandLine.arguments.dropFirst()
    guard let output = paths.first else {
      fail("usage: EmbedFiles OUTPUT.swift FILE…")
    }
    var source =
      "// Made by EmbedFiles. Change the files of Lexicon/ instead.\n\nenum LexiconFiles {\n"
    for path in paths.dropFirst() {
      let url = URL(fileURLWithPath: path)
      guard let text = String(bytes: try Data(contentsOf: url), encoding: .utf8) else {
        fail("\(path): not UTF-8")
      }
      guard let name = identifier(for: url.lastPathComponent) else {
        fail("\(path): no Swift name can be made of it")
      }
      source += "  static var \(name): String {\n\(literal(text))\n  }\n"
    }
    source += "}\n"
    try Data(source.utf8).write(to: URL(fileURLWithPath: output))
  }

  private static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data("\(message)\n".utf8))
    exit(1)
  }
}

/// The camel-cased name of a file without its extension: `not-figures.tsv` is `notFigures`.
///
/// - Returns: `nil` where the name holds anything but ASCII letters, digits, `-` and `_`, or does
///   not begin with a letter.
func identifier(for file: String) -> String? {
  let stem = file.prefix { $0 != "." }
  guard
    stem.first?.isLetter == true,
    stem.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
  else { return nil }
  let words = stem.split { $0 == "-" || $0 == "_" }
  guard let first = words.first else { return nil }
  return words.dropFirst().reduce(String(first)) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
}

/// `text` as a raw literal over several lines, which reads back as `text` with `\n` between lines.
func literal(_ text: String) -> String {
  let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
  var marks = "#"
  while text.contains("\"\"\"\(marks)") || text.contains("\\\(marks)") { marks += "#" }
  return "\(marks)\"\"\"\n\(lines.joined(separator: "\n"))\n\"\"\"\(marks)"
}
