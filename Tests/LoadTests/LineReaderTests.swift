import Files
import Load
import SystemPackage
import TestSupport
import Testing

struct LineReaderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: Compression.allCases)
  func readsTheLinesOfAFile(compression: Compression) throws {
    let lines = (0..<20_000).map { "line \($0)" } + ["", String(repeating: "x", count: 300_000)]
    let path = try write(lines.map { $0 + "\n" }.joined(), compression)
    #expect(try read(path) == lines)
  }

  @Test(arguments: [("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\n\nb", ["a", "", "b"])])
  func readsALastLineWithNoNewline(text: String, lines: [String]) throws {
    #expect(try read(write(text, .none)) == lines)
  }

  @Test(arguments: [Compression.gzip, .zstd])
  func refusesAFileThatIsCutOff(compression: Compression) throws {
    let path = try write("one\ntwo\n", compression)
    let file = try FileDescriptor.open(path, .readWrite)
    try file.resize(to: 15)
    try file.close()
    #expect(throws: ReadError.self) { try read(path) }
  }

  @Test func namesAFileThatIsNotThere() {
    let error = #expect(throws: ReadError.self) { try read("/no/such.ndjson") }
    #expect(error?.description == "/no/such.ndjson: no such file, or not to be read")
  }

  private func write(_ text: String, _ compression: Compression) throws -> FilePath {
    var file = try AtomicFile(at: FilePath(folder.path).appending("file"), compression.coding)
    try file.write(Array(text.utf8))
    let path = file.path
    _ = try file.commit()
    return path
  }

  private func read(_ path: FilePath) throws -> [String] {
    var reader = try LineReader(path)
    var lines: [String] = []
    while let line = try reader.next() { lines.append(String(decoding: line, as: UTF8.self)) }
    return lines
  }
}
