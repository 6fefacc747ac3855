import Dispatch
import Foundation
import Records
import Synchronization
import TestSupport
import Testing

/// A pipeline on the sample site, with a data folder of its own.
struct Night {
  let folder: TemporaryFolder
  let pipeline: String

  /// - Parameters:
  ///   - origin: The site's, such as `http://127.0.0.1:40123`.
  ///   - fetch: More keys of `fetch`.
  /// - Throws: Where the folder can't be written.
  init(at origin: String, fetch: String = "delay-ms: 1") throws {
    folder = try TemporaryFolder()
    pipeline = folder.path + "/night.yaml"
    try folder.write(
      "night.yaml",
      """
      name: night
      data: data
      sources:
        - feed: \(origin)/feed.xml
        - sitemap: \(origin)/sitemap.xml
        - section: \(origin)/giao-duc/
        - section: \(origin)/kinh-te/
      fetch: {allow-addresses: [127.0.0.1], revisit-after-hours: 0, max-age-days: 0, \(fetch)}
      """
    )
  }

  /// The lines of all parts of one kind, without what names the run, in the order of the parts.
  func rows(_ kind: String) throws -> [String] {
    let parts = try folder.files().filter {
      $0.hasPrefix("data/\(kind)/") && $0.hasSuffix(".ndjson")
    }
    return parts.flatMap { part in
      (folder.text(part) ?? "").split(separator: "\n").map { line in
        String(line).replacing(
          #/"(captured_at|archive_file|record_id)":"[^"]*"|"archive_offset":\d+/#,
          with: ""
        )
      }
    }
  }

  /// Adds lines to the pipeline file.
  func add(_ yaml: String) throws {
    try folder.write("night.yaml", (folder.text("night.yaml") ?? "") + "\n" + yaml + "\n")
  }

  /// What the runs did, the first one first.
  func records() throws -> [RunRecord] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try folder.files().filter { $0.hasPrefix("data/runs/") }.compactMap { file in
      try decoder.decode(RunRecord.self, from: Data((folder.text(file) ?? "").utf8))
    }
  }

  /// Removes the dataset, and leaves the archive.
  func removeParts() throws {
    for kind in ["articles", "observations", "rejects"] {
      try FileManager.default.removeItem(atPath: folder.path + "/data/" + kind)
    }
  }

  /// The archive files.
  func archives() throws -> [String] {
    try folder.files().filter { $0.hasPrefix("data/archive/") && !$0.hasSuffix(".cdxj") }
  }

  /// Starts a command on the pipeline, and kills it once `isTime` says so.
  ///
  /// It is watched from a thread of its own, which busy tests don't hold up.
  ///
  /// - Returns: Whether it was killed before it ended by itself.
  func kill(_ command: String, when isTime: @escaping @Sendable () -> Bool) async throws -> Bool {
    let process = solieuProcess([command, pipeline])
    let watch = Watch()
    DispatchQueue.global().async {
      while !watch.hasEnded {
        let identifier = process.processIdentifier
        if identifier > 0, process.isRunning, isTime() {
          _ = Foundation.kill(identifier, SIGKILL)
          return
        }
        usleep(200)
      }
    }
    _ = try await outcome(of: process)
    watch.end()
    return process.terminationReason == .uncaughtSignal
  }
}

/// Whether a process has ended, for the thread that watches it.
private final class Watch: Sendable {
  private let flag = Mutex(false)

  var hasEnded: Bool { flag.withLock { $0 } }

  func end() { flag.withLock { $0 = true } }
}

/// The sample site's folder.
let sampleSite = root.appending(path: "Samples/site")
