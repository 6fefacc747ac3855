import Archive
import SystemPackage

/// What a file named on the command line is.
enum PageInput: ~Copyable {
  case page([UInt8])
  case archive(WARCReader)

  /// - Parameter file: A path; `-` for standard input.
  /// - Throws: `ArchiveError.cannotRead`.
  init(_ file: String) throws {
    let name = file == "-" ? "standard input" : file
    do {
      let descriptor =
        file == "-"
        ? FileDescriptor.standardInput : try FileDescriptor.open(FilePath(file), .readOnly)
      var isKept = file == "-"
      defer { if !isKept { try? descriptor.close() } }
      let start = try descriptor.bytes(upTo: 4)
      guard Self.isArchive(start) else {
        self = .page(start + (try descriptor.bytes(upTo: .max)))
        return
      }
      isKept = true
      let short = FilePath(file).lastComponent?.string ?? name
      self = .archive(try WARCReader(stream: descriptor, name: short, after: start))
    } catch let error as ArchiveError {
      throw error
    } catch {
      throw ArchiveError.cannotRead(file: name, error as? Errno ?? .ioError)
    }
  }

  /// Whether a file begins as a WARC, ARC, gzip or zstd file does.
  private static func isArchive(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: "WARC".utf8) || bytes.starts(with: "file".utf8)
      || bytes.starts(with: [0x1F, 0x8B]) || bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD])
  }
}

extension FileDescriptor {
  /// The next bytes, fewer than `count` only at the end.
  fileprivate func bytes(upTo count: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      let chunk = min(1 << 16, count - bytes.count)
      let filled = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: chunk))
      let count = try unsafe bytes.withUnsafeMutableBytes { buffer in
        try unsafe self.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
      }
      bytes.removeLast(chunk - count)
      if count == 0 { break }
    }
    return bytes
  }
}
