import SystemPackage

/// Archive files that were named, as far as parts can be made of them.
struct ArchiveChoice {
  /// In the order of their partitions and paths.
  private(set) var files: [ArchiveFile] = []

  /// A line for each that has no place in the dataset.
  private(set) var faults: [String] = []

  init(of paths: [FilePath]) {
    var seen: [String: FilePath] = [:]
    for path in paths {
      guard let file = ArchiveFile(path) else {
        faults.append("\(path): no archive file, or none that says when it was made")
        continue
      }
      if let other = seen.updateValue(path, forKey: "\(file.date)/\(file.partName)") {
        faults.append("\(path): its parts would be those of \(other); rename one of them")
        continue
      }
      files.append(file)
    }
    files.sort()
  }
}

/// The pipeline's own archive files, then those that its file names.
func ownArchiveFiles(of config: PipelineConfig) -> [FilePath] {
  archiveFiles(in: config.archive) + config.archives.flatMap { files(matching: $0) }
}
