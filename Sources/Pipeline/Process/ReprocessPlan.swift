import Archive
import FoundationEssentials
import Records
package import SystemPackage

/// What reprocessing would do, and how much that is.
package struct ReprocessPlan: Sendable {
  package struct Item: Sendable {
    package var path: FilePath

    /// The partition, `YYYY-MM-DD`.
    package var date: String

    /// As stored.
    package var bytes: Int

    /// How many pages there are in it, as its index or its old parts tell; `nil` where neither is.
    package var pages: Int?

    package var state: PartState
  }

  /// In the order of the work.
  package var items: [Item]

  /// A line for each file that has no place in the dataset.
  package var faults: [String]
}

/// Finds out what `reprocess` would do, and writes nothing.
///
/// - Parameters:
///   - config: The pipeline.
///   - archives: The archive files; where they are none, those of the pipeline.
///   - selection: Which of them.
/// - Returns: The plan.
package func planReprocessing(
  _ config: PipelineConfig,
  archives: [FilePath],
  _ selection: Selection
) -> ReprocessPlan {
  let choice = ArchiveChoice(of: archives.isEmpty ? ownArchiveFiles(of: config) : archives)
  let digests = DigestCache(in: config.data, isTrusting: !selection.isVerifying)
  let ledger = Ledger(of: config, digests: digests)
  let items = choice.files.filter(selection.holds).map { file in
    ReprocessPlan.Item(
      path: file.path,
      date: file.date,
      bytes: file.bytes,
      pages: ledger.record(of: file)?.pages ?? pagesInIndex(of: file),
      state: ledger.state(of: file, selection)
    )
  }
  return ReprocessPlan(items: items, faults: choice.faults)
}

extension PartRecord {
  /// Every response, revisit and failure of the archive file.
  fileprivate var pages: Int { articles.rows + rejects.rows + unchanged }
}

/// How many lines the index has that lies beside an archive file; `nil` where none does.
private func pagesInIndex(of file: ArchiveFile) -> Int? {
  let index = file.path.removingLastComponent().appending("\(file.partName).cdxj")
  let bytes = FileManager.default.contents(atPath: index.string)
  return bytes.map { $0.count { $0 == UInt8(ascii: "\n") } }
}

extension ReprocessPlan {
  /// A line for each file, and what they come to.
  package var text: String {
    let waiting = items.filter { $0.state != .upToDate }
    let lines = items.map { item in
      let sign = item.state == .upToDate ? "skip" : "make"
      let pages = item.pages.map { "\($0) pages" } ?? "pages unknown"
      return
        "\(sign)  \(item.date)  \(item.path)  \(item.bytes) bytes  \(pages)  \(item.state.reason)"
    }
    let bytes = waiting.reduce(0) { $0 + $1.bytes }
    let known = waiting.compactMap(\.pages)
    let unknown = waiting.count - known.count
    var total = "would process \(waiting.count) of \(items.count) archive files: \(bytes) bytes"
    if !known.isEmpty { total += ", \(known.reduce(0, +)) pages" }
    if unknown > 0 { total += known.isEmpty ? ", pages unknown" : " and those of \(unknown) files" }
    return (lines + [total]).map { $0 + "\n" }.joined()
  }
}
