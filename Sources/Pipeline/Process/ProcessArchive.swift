import Archive
import FoundationEssentials
import Load
import Records
import SystemPackage
import Transform

/// Takes one archive file through Parse, Transform and Load: a pure function of the file, the
/// pipeline file with its site rules, and the program.
///
/// - Parameters:
///   - file: The archive file.
///   - config: The pipeline.
/// - Returns: What the manifest should say of it; the caller adds it, in order.
/// - Throws: `ArchiveError` where the file can't be read at all, `WriteError`.
func processArchive(_ file: ArchiveFile, of config: PipelineConfig) throws -> PartRecord {
  let digest = try digest(of: file.path)
  let partition = Partition(file.date, of: config.data)
  var writer = try PartWriter(file.partName, in: partition, config.compression)
  var reader = try WARCReader(path: file.path)
  var unchanged = 0
  let records = try readArticles(of: &reader, sites: config.sites) { outcome in
    try Task.checkCancellation()
    switch outcome {
    case .article(let article):
      try writer.write(article, findFigures(in: article).observations)
    case .reject(let reject): try writer.write(reject)
    case .unchanged: unchanged += 1
    }
  }
  let part = try writer.finish()
  return PartRecord(
    archiveFile: file.path.lastComponent?.string ?? "",
    archiveDigest: digest,
    pipelineDigest: config.digest,
    version: programVersion,
    records: records,
    unchanged: unchanged,
    articles: part.articles,
    observations: part.observations,
    rejects: part.rejects,
    rejectReasons: part.rejectReasons
  )
}

/// Whether the parts of `file` are there and made of it by this pipeline and this program.
func isUpToDate(_ file: ArchiveFile, of config: PipelineConfig) -> Bool {
  guard let record = partRecord(of: file, in: config) else { return false }
  return record.pipelineDigest == config.digest
    && record.version == programVersion
    && record.archiveDigest == (try? digest(of: file.path))
}

/// What the manifest says of `file`; `nil` where a part of it is missing.
func partRecord(of file: ArchiveFile, in config: PipelineConfig) -> PartRecord? {
  let partition = Partition(file.date, of: config.data)
  let name = file.path.lastComponent?.string
  return partition.manifest().first { $0.archiveFile == name && partition.holds($0) }
}

/// The SHA-256 of a file, such as `sha256:9f86…`.
private func digest(of path: FilePath) throws(ArchiveError) -> String {
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
