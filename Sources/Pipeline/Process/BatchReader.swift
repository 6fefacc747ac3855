import Archive
import Synchronization
import SystemPackage

/// Some records of an archive file that go through Parse and Transform together.
struct RecordBatch: Sendable {
  /// Which of the file's batches it is, from 0.
  var number: Int

  var events: [WARCEvent] = []

  /// Where the last of its records begins, in bytes of the file as stored.
  var offset = 0
}

/// An archive file from which several workers take batches, each the next one in the file.
final class BatchReader: Sendable {
  /// The file's name, without its folder.
  let name: String

  private let state: Mutex<State>

  private struct State: ~Copyable {
    var reader: WARCReader
    var batches = 0
    var isAtEnd = false
  }

  /// How many bytes of blocks a batch has before it is handed out.
  ///
  /// About sixteen pages: enough that taking a batch costs nothing beside its work, few enough
  /// that a small archive keeps several workers busy.
  private static let size = 1 << 20

  /// The most events in a batch, so that many small records can't make it grow.
  private static let length = 256

  /// - Throws: `ArchiveError` where the file can't be opened.
  init(_ path: FilePath) throws(ArchiveError) {
    let reader = try WARCReader(path: path)
    name = reader.name
    state = Mutex(State(reader: reader))
  }

  /// Takes the next batch; `nil` at the end.
  ///
  /// Workers wait for one another here, since where a record ends is known only to who reads it.
  func next() throws -> RecordBatch? {
    try state.withLock { state in
      guard !state.isAtEnd else { return nil }
      var batch = RecordBatch(number: state.batches)
      var size = 0
      while size < Self.size, batch.events.count < Self.length {
        guard let event = try state.reader.next() else {
          state.isAtEnd = true
          break
        }
        if case .record(let record) = event {
          size += record.block.count
          batch.offset = record.offset
        }
        batch.events.append(event)
      }
      guard !batch.events.isEmpty else { return nil }
      state.batches += 1
      return batch
    }
  }
}
