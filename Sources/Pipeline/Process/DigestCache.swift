import Archive
import Files
import FoundationEssentials
import Glibc
import Load
import Records
import Synchronization
import SystemPackage

/// The digests of archive files, kept in the data folder so that none is read twice for it.
///
/// A digest stands for a file as long as its place, size, inode and both times are the same. The
/// time of the last change of status is the kernel's own, which no program can set back: a file
/// that was written to, whatever it was made to look like, is read again. What only rots on the
/// disk is not seen; for that `isTrusting` is false.
final class DigestCache: Sendable {
  /// What the file system says of a file, and the digest that was found then.
  private struct Entry {
    var state: String
    var digest: String
  }

  private let path: FilePath
  private let isTrusting: Bool
  private let entries: Mutex<[String: Entry]>

  /// Of the files read in this run, which are not read again in it.
  private let found = Mutex<[String: Entry]>([:])

  private let settling: Int

  /// - Parameters:
  ///   - data: The data folder.
  ///   - isTrusting: Whether to believe digests of earlier runs.
  ///   - settling: Nothing is kept of a file that changed less than so many seconds ago, for it may
  ///     change again within a tick of the file system's clock, which is two seconds at most.
  init(in data: FilePath, isTrusting: Bool, settling: Int = 3) {
    path = data.appending(".digests")
    self.isTrusting = isTrusting
    self.settling = settling
    let text = FileManager.default.contents(atPath: path.string) ?? Data()
    var entries: [String: Entry] = [:]
    for line in text.split(separator: UInt8(ascii: "\n")) {
      // A path may hold spaces, so it comes last; what is no such line is left out.
      let parts = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 2)
      guard parts.count == 3, parts[0].hasPrefix("sha256:") else { continue }
      entries[String(parts[2])] = Entry(state: String(parts[1]), digest: String(parts[0]))
    }
    self.entries = Mutex(entries)
  }

  /// The SHA-256 of a file as stored, such as `sha256:9f86…`.
  func digest(of file: FilePath) throws(ArchiveError) -> String {
    let state = fileState(file)
    if let state, let digest = known(file, state) { return digest }
    let start = time(nil)
    let digest = try read(file)
    guard let state, state.text == fileState(file)?.text else { return digest }
    let entry = Entry(state: state.text, digest: digest)
    found.withLock { $0[file.string] = entry }
    if state.changed + settling < start {
      entries.withLock { $0[file.string] = entry }
    }
    return digest
  }

  /// Keeps what was found for later runs; where it can't, they only take longer.
  func save() {
    let lines = entries.withLock { entries in
      entries.map { "\($0.value.digest) \($0.value.state) \($0.key)\n" }.sorted()
    }
    let text = Array(lines.joined().utf8)
    guard FileManager.default.contents(atPath: path.string) != Data(text) else { return }
    _ = try? writeAtomically(text, to: path)
  }

  private func known(_ file: FilePath, _ state: FileState) -> String? {
    let entry =
      found.withLock { $0[file.string] }
      ?? (isTrusting ? entries.withLock { $0[file.string] } : nil)
    return entry?.state == state.text ? entry?.digest : nil
  }

  private func read(_ path: FilePath) throws(ArchiveError) -> String {
    do {
      let file = try FileDescriptor.open(path, .readOnly)
      defer { try? file.close() }
      var digest = Digest(.sha256)
      var buffer = [UInt8](repeating: 0, count: 1 << 20)
      while true {
        let count = try unsafe buffer.withUnsafeMutableBytes { try unsafe file.read(into: $0) }
        guard count > 0 else { break }
        digest.update(buffer[..<count])
      }
      return "sha256:" + hexadecimal(digest.finish())
    } catch {
      throw .cannotRead(file: path.string, error as? Errno ?? .ioError)
    }
  }
}

/// What a file system says of a file.
private struct FileState {
  /// Device, inode, size and both times in nanoseconds.
  var text: String

  /// When its content or its status changed last, in seconds of the system's clock.
  var changed: Int
}

private func fileState(_ path: FilePath) -> FileState? {
  var status = stat()
  guard unsafe stat(path.string, &status) == 0 else { return nil }
  let times = [status.st_mtim, status.st_ctim].map { "\($0.tv_sec).\($0.tv_nsec)" }
  let parts = ["\(status.st_dev)", "\(status.st_ino)", "\(status.st_size)"] + times
  return FileState(text: parts.joined(separator: ","), changed: status.st_ctim.tv_sec)
}
