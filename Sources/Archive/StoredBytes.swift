import SystemPackage

/// An archive's bytes as stored, a window of them at a time.
struct StoredBytes: ~Copyable {
  /// The file's name for messages.
  let name: String

  private let file: FileDescriptor
  private let isOwned: Bool
  private var window = [UInt8](repeating: 0, count: Self.capacity)
  private var start = 0
  private var end = 0

  /// How far into the file the window begins, in bytes.
  private var base = 0

  /// Whether nothing comes after the window.
  private(set) var isAtEnd = false

  /// The most bytes that the window holds.
  static let capacity = 1 << 20

  /// - Throws: `ArchiveError.cannotRead`.
  init(path: FilePath) throws(ArchiveError) {
    let file: FileDescriptor
    do {
      file = try FileDescriptor.open(path, .readOnly, options: .closeOnExec)
    } catch {
      throw .cannotRead(file: path.string, error as? Errno ?? .ioError)
    }
    self.init(file: file, name: path.lastComponent?.string ?? path.string, isOwned: true)
  }

  /// Reads from a file that is open, or from where `prefix` has been read of it; with `isOwned` it
  /// is closed in the end.
  init(file: FileDescriptor, name: String, after prefix: [UInt8] = [], isOwned: Bool = false) {
    window.replaceSubrange(0..<prefix.count, with: prefix)
    end = prefix.count
    self.name = name
    self.file = file
    self.isOwned = isOwned
  }

  deinit {
    if isOwned { try? file.close() }
  }

  /// How far into the file the next byte is.
  var offset: Int { base + start }

  var count: Int { end - start }

  /// The window's bytes that are not used up.
  var available: ArraySlice<UInt8> { window[start..<end] }

  mutating func skip(_ count: Int) {
    start += count
  }

  /// Goes back to a place, in bytes from the file's start; false where the window has left it.
  mutating func rewind(to offset: Int) -> Bool {
    guard (base...(base + start)).contains(offset) else { return false }
    start = offset - base
    return true
  }

  /// Goes on at another place of the file, in bytes from its start.
  mutating func seek(to offset: Int) throws(ArchiveError) {
    do {
      try file.seek(offset: Int64(offset), from: .start)
    } catch {
      throw .cannotRead(file: name, error as? Errno ?? .ioError)
    }
    base = offset
    (start, end) = (0, 0)
    isAtEnd = false
  }

  /// Reads on until `count` bytes are available; false where the file has fewer.
  mutating func require(_ count: Int) throws(ArchiveError) -> Bool {
    if end - start < count, !isAtEnd { try fill() }
    return end - start >= count
  }

  /// Reads on until the window is full or the file ends.
  mutating func fill() throws(ArchiveError) {
    if start > 0 {
      // A slice of the window would be a second owner, and the whole window be copied for it.
      unsafe window.withUnsafeMutableBytes { buffer in
        unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[..<(end - start)]).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: buffer[start..<end])
        )
      }
      base += start
      end -= start
      start = 0
    }
    while end < Self.capacity, !isAtEnd {
      let count: Int
      do {
        count = try unsafe window.withUnsafeMutableBytes { buffer in
          try unsafe file.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[end...]))
        }
      } catch {
        throw .cannotRead(file: name, error as? Errno ?? .ioError)
      }
      end += count
      isAtEnd = count == 0
    }
  }
}
