import Archive
import Fetch
import Files
import FoundationEssentials
import Glibc
import Load
import Records
import SystemPackage

/// The archive files that one run writes: `archive/DAY/NAME-20201124190000Z-00000.warc.gz`.
///
/// A file is begun with the first capture, and a new one where it has grown past the limit. A run
/// that was killed leaves its file open; the next one of the same day goes on with it, a later one
/// closes it, and both say so.
struct NightArchive: ~Copyable {
  private let folder: FilePath
  private let name: String
  private let settings: WARCWriter.Settings
  private let start: UTCTime
  private let time: FetchTime
  private var writer: WARCWriter?
  private var filesBegun = 0

  /// Bytes of the files that are closed, as stored.
  private(set) var bytesWritten = 0

  /// A file that has grown past this many bytes gets no further capture.
  private static let fileLimit = 1_000_000_000

  init(of config: PipelineConfig, time: FetchTime) {
    folder = config.archive
    name = config.name
    self.time = time
    start = time.now()
    settings = WARCWriter.Settings(
      info: ArchiveInfo(
        software: "solieu/\(programVersion)",
        userAgent: config.fetch.userAgent,
        contact: config.fetch.contact,
        isPartOf: config.name
      )
    )
  }

  /// Takes up what killed runs left open.
  ///
  /// - Parameter visit: Is given each capture that is in it, for the state to learn.
  /// - Returns: A trouble for each file, which this run has mended.
  /// - Throws: `ArchiveError` where one can't be read or written.
  mutating func resume(visit: (Capture) -> Void) throws -> [Trouble] {
    var troubles: [Trouble] = []
    for (day, path) in openFiles() {
      let writer = try WARCWriter.resume(path, date: "\(start)", settings: settings) { record in
        if let capture = Capture(record) { visit(capture) }
      }
      let cut = writer.bytesCut
      let name = path.lastComponent?.string ?? ""
      troubles.append(
        Trouble(
          .killed,
          name,
          "the archive file \(name) was left open"
            + (cut == 0 ? "" : ", with \(cut) bytes of a broken record at its end, now cut off"),
          fails: false
        )
      )
      if day == today, self.writer == nil {
        self.writer = consume writer
      } else {
        _ = try writer.finish()
      }
    }
    return troubles
  }

  /// Puts a capture on disk; it is there when this returns.
  mutating func keep(_ capture: Capture) throws {
    if let bytes = writer?.bytesWritten, bytes > Self.fileLimit { try finish() }
    if writer == nil { writer = try begin() }
    try writer?.write(capture)
    try writer?.sync()
  }

  /// Closes the file, so that it can be processed.
  mutating func finish() throws {
    guard let writer = writer.take() else { return }
    bytesWritten += writer.bytesWritten
    _ = try writer.finish()
  }

  private var today: String { String("\(start)".prefix(10)) }

  private mutating func begin() throws -> WARCWriter {
    let day = folder.appending(today)
    try makeFolder(day)
    let stamp = "\(start)".filter { $0 != "-" && $0 != ":" && $0 != "T" }
    while true {
      let number = String(filesBegun)
      let serial = String(repeating: "0", count: max(0, 5 - number.count)) + number
      let path = day.appending("\(name)-\(stamp)-\(serial).warc.gz")
      filesBegun += 1
      // Two runs may start within a second.
      let taken = [path, openPath(of: path)].contains {
        FileManager.default.fileExists(atPath: $0.string)
      }
      if taken { continue }
      return try WARCWriter.create(path, date: "\(time.now())", settings: settings)
    }
  }

  /// The files of this pipeline that are open, oldest first, by the path that they will have.
  private func openFiles() -> [(day: String, path: FilePath)] {
    let manager = FileManager.default
    let days = (try? manager.contentsOfDirectory(atPath: folder.string)) ?? []
    return days.filter(isDay).sorted().flatMap { day in
      let names = (try? manager.contentsOfDirectory(atPath: folder.appending(day).string)) ?? []
      return names.filter { $0.hasPrefix("\(name)-") && $0.hasSuffix(".warc.gz.open") }.sorted()
        .map { (day, folder.appending(day).appending(String($0.dropLast(5)))) }
    }
  }
}

extension WARCWriter {
  fileprivate mutating func write(_ capture: Capture) throws {
    let exchange = CapturedExchange(
      url: capture.url,
      date: capture.date,
      ipAddress: capture.address,
      requestHead: capture.requestHead,
      responseHead: capture.responseHead,
      responseBody: capture.responseBody,
      truncation: capture.truncation.flatMap { .init(rawValue: $0.rawValue) }
    )
    switch capture.kind {
    case .response: try write(exchange)
    case .notModified(let original):
      try writeUnchanged(exchange, since: EarlierCapture(url: original.url, date: original.date))
    case .duplicate(let original):
      try writeDuplicate(exchange, of: EarlierCapture(url: original.url, date: original.date))
    case .failure(let reason, let detail):
      try writeFailure(
        url: capture.url,
        date: capture.date,
        reason: reason,
        detail: detail,
        attempts: capture.attempts
      )
    }
  }
}
