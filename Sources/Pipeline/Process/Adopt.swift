import FoundationEssentials
import Load
package import Records
package import SystemPackage

/// Takes parts over that were made in other data folders, such as by the tasks of a cluster.
///
/// - Parameters:
///   - config: The pipeline, whose dataset they come to.
///   - folders: The other data folders; the parts leave them.
///   - onlyManifests: The files lie where they belong already; only their manifests are joined.
/// - Returns: What the run did, as it stands in `runs/` too.
/// - Throws: `RunIsHeld` where another run is at work, `WriteError`.
package func adopt(
  _ config: PipelineConfig,
  from folders: [FilePath],
  onlyManifests: Bool
) async throws -> RunRecord {
  try await recordingRun(.reprocess, of: config, in: RunContext()) { record in
    var taken: [String: [PartRecord]] = [:]
    var seen: Set<String> = []
    for folder in folders {
      let parts = partsListed(in: folder)
      if parts.isEmpty { record.noteBadArchive("\(folder): no data folder with a part in it") }
      for (date, part) in parts {
        guard part.version == programVersion, part.pipelineDigest == config.digest else {
          record.noteBadArchive(
            "\(folder): \(part.archiveFile) was made by another pipeline or program"
          )
          continue
        }
        guard seen.insert("\(date) \(part.archiveFile)").inserted else {
          record.noteBadArchive("\(folder): \(part.archiveFile) has its parts from another folder")
          continue
        }
        do {
          if !onlyManifests { try Partition(date, of: config.data).take(part, from: folder) }
          taken[date, default: []].append(part)
        } catch let error as TakeError {
          record.noteBadArchive("\(error)")
        }
      }
    }
    for (date, parts) in taken.sorted(by: { $0.key < $1.key }) {
      try Partition(date, of: config.data).add(parts)
      record.parts += parts.sorted { $0.archiveFile < $1.archiveFile }
    }
  }
}

/// The parts that the manifests of a data folder list, with their partitions.
private func partsListed(in folder: FilePath) -> [(date: String, part: PartRecord)] {
  let articles = folder.appending(Partition.Kind.articles.rawValue).string
  let names = (try? FileManager.default.contentsOfDirectory(atPath: articles)) ?? []
  return names.sorted().flatMap { name -> [(date: String, part: PartRecord)] in
    guard name.hasPrefix("date=") else { return [] }
    let date = String(name.dropFirst("date=".count))
    return Partition(date, of: folder).manifest().map { (date, $0) }
  }
}
