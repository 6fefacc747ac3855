import ArgumentParser
import FoundationEssentials
import Load
import Records
import SystemPackage
import Transform

struct TransformCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transform",
    abstract: "Read article lines and print the figures that they state, one a line.",
    discussion: """
      A line needs id and text; headline, date_published, blocks and tables help where they are
      there. Other keys are passed over. What is compressed by gzip or zstd is read as it stands.
      Without a file, or for -, it reads standard input.

      Example: solieu parse page.html | solieu transform

      Exit status: 0 done; 65 a line is no article, the others are done.
      """
  )

  @Argument(
    help: "Files of article lines.",
    completion: .file(extensions: ["ndjson", "jsonl", "gz", "zst"])
  )
  var files: [String] = []

  @Flag(
    help: """
      Print each text with every digit and number word accounted for: a figure with its reading, \
      or the reason why it is none.
      """
  )
  var explain = false

  func run() throws {
    var output = StandardOutput()
    var isGood = true
    for file in files.isEmpty ? ["-"] : files {
      isGood = try transform(file, to: &output) && isGood
    }
    try output.flush()
    if !isGood { throw ExitCode.badInput }
  }

  /// Whether all lines of `file` were articles.
  private func transform(_ file: String, to output: inout StandardOutput) throws -> Bool {
    let name = file == "-" ? "standard input" : file
    var number = 0
    var isGood = true
    do {
      var lines = try LineReader(file == "-" ? nil : FilePath(file))
      while let line = try lines.next() {
        number += 1
        guard !line.allSatisfy({ $0 == 0x20 || $0 == 0x0d }) else { continue }
        do {
          try transform(try Article(line: Data(line)), to: &output)
        } catch let error as ArticleLineError {
          complain("\(name):\(number): \(error)")
          isGood = false
        }
      }
    } catch let error as ReadError {
      complain("\(error)")
      isGood = false
    }
    return isGood
  }

  private func transform(_ article: Article, to output: inout StandardOutput) throws {
    if explain {
      try output.write(Array("\(Transform.explain(article))\n\n".utf8))
      return
    }
    var line = JSONLine()
    for figure in findFigures(in: article).observations {
      figure.write(to: &line, of: article, date: nil)
    }
    try output.write(line.bytes)
  }
}
