import SystemPackage

/// The lines of a file or of standard input, one after the other, in memory one at a time.
struct LineReader {
  private let file: FileDescriptor
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  /// - Parameter path: A file; `-` for standard input.
  init?(_ path: String) {
    if path == "-" {
      file = .standardInput
    } else {
      guard let file = try? FileDescriptor.open(FilePath(path), .readOnly) else { return nil }
      self.file = file
    }
  }

  /// The next line without its newline; `nil` at the end, where the file is closed.
  mutating func next() -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        return Array(buffer[start..<end])
      }
      searched = buffer.count - start
      buffer.removeFirst(start)
      start = 0
      guard !isAtEnd else { break }
      fill()
    }
    defer { buffer = [] }
    return buffer.isEmpty ? nil : buffer
  }

  private mutating func fill() {
    let filled = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: 1 << 18))
    let count = try? unsafe buffer.withUnsafeMutableBytes { bytes in
      try unsafe file.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[filled...]))
    }
    buffer.removeLast(buffer.count - filled - (count ?? 0))
    if count ?? 0 == 0 {
      isAtEnd = true
      if file != .standardInput { try? file.close() }
    }
  }
}
