import Foundation
import Records
import TestSupport
import Testing

struct ReadmeTests {
  private let readme: String

  init() throws {
    readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
  }

  /// Runs the console blocks: after each `$ command`, what it prints to either stream.
  @Test func showsWhatTheProgramPrints() async throws {
    let blocks = readme.matches(of: /```console\n([^`]*)```/).map(\.output.1)
    #expect(blocks.count > 1)
    for block in blocks {
      for step in block.split(separator: #/(^|\n)\$ /#) {
        let lines = step.split(separator: "\n", omittingEmptySubsequences: false)
        let expected = lines.dropFirst().joined(separator: "\n")
        let outcome = try await shell("exec 2>&1; \(lines[0])")
        #expect(
          outcome.output.trimmingSuffix(while: \.isNewline)
            == expected.trimmingSuffix(while: \.isNewline),
          "\(lines[0])"
        )
      }
    }
  }

  @Test(arguments: RecordSchema.all.map(\.name))
  func listsEveryField(kind: String) throws {
    let schema = try #require(RecordSchema.all.first { $0.name == kind })
    #expect(readme.contains(schema.markdown), "solieu schema \(kind) --markdown")
  }

  @Test func pointsOnlyToWhatIsThere() throws {
    let paths = readme.matches(of: /`((?:Sources|Tests|Scripts|Pipelines|Samples)[^` ]*)`/)
    #expect(paths.count > 15)
    for path in paths.map(\.output.1) {
      #expect(
        FileManager.default.fileExists(atPath: root.appending(path: String(path)).path()),
        "\(path)"
      )
    }
  }
}

extension StringProtocol {
  fileprivate func trimmingSuffix(while isLast: (Character) -> Bool) -> String {
    var text = String(self)
    while let last = text.last, isLast(last) { text.removeLast() }
    return text
  }
}
