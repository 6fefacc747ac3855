import Files
import FoundationEssentials
package import Records
package import SystemPackage

/// One day of the dataset: `articles/date=2020-11-24/`, its observations and its rejects.
package struct Partition: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case articles
    case observations
    case rejects
  }

  /// The data folder.
  package let data: FilePath

  /// `YYYY-MM-DD`.
  package let date: String

  package init(_ date: String, of data: FilePath) {
    self.data = data
    self.date = date
  }

  package func folder(_ kind: Kind) -> FilePath {
    data.appending(kind.rawValue).appending("date=\(date)")
  }

  package func path(
    _ kind: Kind,
    part name: String,
    _ compression: Compression = .none
  ) -> FilePath {
    folder(kind).appending(name + compression.ending)
  }

  /// `path` as seen from the data folder.
  func relative(_ path: FilePath) -> String {
    var path = path
    _ = path.removePrefix(data)
    return path.string
  }
}

extension Partition {
  /// What each archive file of the day gave, by name; `_manifest.json` beside the articles.
  ///
  /// It is the ledger: what it lists, with the digests of now, needs no work. A manifest that
  /// can't be read lists nothing, so that the work is done again and it is written anew.
  package func manifest() -> [PartRecord] {
    guard
      let bytes = FileManager.default.contents(atPath: manifestPath.string),
      let manifest = try? Self.decoder.decode(Manifest.self, from: bytes)
    else { return [] }
    return manifest.parts
  }

  /// Adds `record` to the manifest, in place of an older one of the same archive file.
  package func add(_ record: PartRecord) throws {
    try add([record])
  }

  /// Adds `records` to the manifest, each in place of an older one of the same archive file.
  package func add(_ records: [PartRecord]) throws {
    let names = Set(records.map(\.archiveFile))
    var parts = manifest().filter { !names.contains($0.archiveFile) } + records
    parts.sort { $0.archiveFile < $1.archiveFile }
    let manifest = Manifest(schemaVersion: RecordSchema.version, date: date, parts: parts)
    try writeAtomically(Self.encode(manifest), to: manifestPath)
  }

  /// Whether the parts that `record` names are there, with the sizes that it gives.
  package func holds(_ record: PartRecord) -> Bool {
    [record.articles, record.observations, record.rejects].allSatisfy { file in
      let path = data.appending(file.path).string
      let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
      return size == file.bytes
    }
  }

  private var manifestPath: FilePath { folder(.articles).appending("_manifest.json") }

  private struct Manifest: Codable {
    var schemaVersion: Int
    var date: String
    var parts: [PartRecord]
  }

  private static let decoder = JSONDecoder.ofRecords()

  /// `record` as JSON for people and programs: sorted keys, indented, a newline at the end.
  static func encode(_ record: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try Array(encoder.encode(record)) + [UInt8(ascii: "\n")]
  }
}

/// Removes what killed runs left half-written beside the parts; call it under the run's lock.
package func sweepPartialFiles(in data: FilePath) {
  let manager = FileManager.default
  for kind in Partition.Kind.allCases {
    let folder = data.appending(kind.rawValue)
    for day in (try? manager.contentsOfDirectory(atPath: folder.string)) ?? [] {
      let path = folder.appending(day)
      let names = (try? manager.contentsOfDirectory(atPath: path.string)) ?? []
      for name in names where name.hasSuffix(".partial") {
        try? manager.removeItem(atPath: path.appending(name).string)
      }
    }
  }
}

/// Writes the manifest of a run to `runs/` in the data folder.
///
/// - Returns: Where it lies.
@discardableResult
package func write(_ run: RunRecord, to data: FilePath) throws -> FilePath {
  let path = data.appending("runs").appending("\(run.id).json")
  try writeAtomically(Partition.encode(run), to: path)
  return path
}
