import Codings
package import SystemPackage

/// The lines of a file or of standard input, one after the other, in memory one at a time.
///
/// What is compressed by gzip or zstd is read as what it holds.
package struct LineReader: ~Copyable {
  private let path: FilePath?
  private let file: FileDescriptor
  private var decompressor: StreamDecompressor?
  private var buffer: [UInt8] = []
  private var start = 0
  private var hasBegun = false
  private var isAtEnd = false

  /// - Parameter path: A file; `nil` for standard input.
  /// - Throws: `ReadError` where it can't be opened.
  package init(_ path: FilePath?) throws(ReadError) {
    self.path = path
    do {
      file = try path.map { try FileDescriptor.open($0, .readOnly) } ?? .standardInput
    } catch {
      throw ReadError(path: path, reason: "no such file, or not to be read")
    }
  }

  deinit { if path != nil { try? file.close() } }

  /// The next line without its newline; `nil` at the end.
  ///
  /// - Throws: `ReadError` where the file can't be read on, or is damaged or cut off.
  package mutating func next() throws(ReadError) -> ArraySlice<UInt8>? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        return buffer[start..<end]
      }
      guard !isAtEnd else { break }
      searched = buffer.count - start
      buffer.removeFirst(start)
      start = 0
      try fill()
    }
    defer { start = buffer.count }
    return start == buffer.count ? nil : buffer[start...]
  }

  private mutating func fill() throws(ReadError) {
    var piece = [UInt8](repeating: 0, count: 1 << 17)
    let count: Int
    do {
      count = try unsafe piece.withUnsafeMutableBytes { try unsafe file.read(into: $0) }
    } catch {
      throw ReadError(path: path, reason: "\(error)")
    }
    if !hasBegun, let coding = StreamDecompressor.Coding(magic: piece[..<count]) {
      decompressor = StreamDecompressor(coding)
    }
    hasBegun = true
    guard count > 0 else {
      isAtEnd = true
      guard decompressor?.isComplete ?? true else {
        throw ReadError(path: path, reason: "is cut off")
      }
      return
    }
    if decompressor == nil {
      buffer += piece[..<count]
    } else if decompressor?.append(piece[..<count], to: &buffer) == false {
      throw ReadError(path: path, reason: "is damaged")
    }
  }
}

/// A file that can't be read, or not to its end.
package struct ReadError: Error, CustomStringConvertible {
  /// `nil` for standard input.
  package var path: FilePath?
  package var reason: String

  package var description: String { "\(path?.string ?? "standard input"): \(reason)" }
}
