import Fetch
import Files
import FoundationEssentials
import Load
import Records
import SystemPackage

/// The OpenLineage events of a run (specification 2-0-2), a line of JSON each.
///
/// The last event repeats what the first says of inputs and outputs: some who read them look at
/// that one alone.
struct Lineage: Sendable {
  private let config: PipelineConfig
  private let runID: String
  private let command: RunRecord.Command
  private let start: UTCTime

  init(of config: PipelineConfig, run: String, command: RunRecord.Command, start: UTCTime) {
    self.config = config
    runID = uuid(for: run)
    self.command = command
    self.start = start
  }

  /// The event of the run's start.
  var began: String {
    event(.start, at: "\(start)", LineageEvent.RunFacets(start: start, end: nil, error: nil), nil)
  }

  /// The event of its end: `ABORT` where it was told to stop, `FAIL` for a status other than 0.
  func ended(_ record: RunRecord) -> String {
    let isStopped = record.troubles.contains { [.stopped, .deadline].contains($0.kind) }
    let kind: LineageEvent.Kind = isStopped ? .abort : record.status == 0 ? .complete : .fail
    let error = kind == .complete ? nil : record.warnings.joined(separator: "\n")
    let facets = LineageEvent.RunFacets(start: start, end: record.endedAt, error: error)
    return event(kind, at: record.endedAt, facets, record)
  }

  private func event(
    _ kind: LineageEvent.Kind,
    at time: String,
    _ facets: LineageEvent.RunFacets,
    _ record: RunRecord?
  ) -> String {
    let event = LineageEvent(
      eventTime: time,
      eventType: kind,
      run: LineageEvent.Run(runId: runID, facets: facets),
      job: LineageEvent.Job(namespace: "solieu", name: "\(config.name).\(command.rawValue)"),
      inputs: inputs,
      outputs: outputs(record)
    )
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(event)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// The sources by OpenLineage's naming: the origin is the namespace, the path the name.
  private var inputs: [LineageEvent.Dataset] {
    let isFetching = command != .reprocess
    let sources = isFetching ? config.sources.map(\.name) : [config.archive.string]
    return sources.map { source in
      guard let url = WebURL(source) else {
        return LineageEvent.Dataset(namespace: "file", name: source)
      }
      return LineageEvent.Dataset(namespace: url.origin, name: url.requestTarget)
    }
  }

  private func outputs(_ record: RunRecord?) -> [LineageEvent.Dataset] {
    var outputs = [LineageEvent.Dataset(namespace: "file", name: config.archive.string)]
    let kinds: [(String, KeyPath<PartRecord, PartFile>)] = [
      ("articles", \.articles), ("observations", \.observations), ("rejects", \.rejects),
    ]
    for (name, file) in kinds where command != .fetch {
      var dataset = LineageEvent.Dataset(
        namespace: "file",
        name: config.data.appending(name).string
      )
      let files = record?.parts.map { $0[keyPath: file] }
      dataset.outputFacets = files.map { files in
        LineageEvent.OutputFacets(
          rows: files.reduce(0) { $0 + $1.rows },
          bytes: files.reduce(0) { $0 + $1.bytes },
          files: files.count
        )
      }
      outputs.append(dataset)
    }
    return outputs
  }
}

/// A UUID (RFC 9562, version 8) that a run's id always leads to.
func uuid(for id: String) -> String {
  var digits = Array(Digest.sha256Hex(id.utf8).prefix(32))
  digits[12] = "8"
  digits[16] = "a"
  let ends = [8, 12, 16, 20, 32]
  return zip([0] + ends, ends).map { String(digits[$0..<$1]) }.joined(separator: "-")
}

/// Appends a line to a file in one write, so that two programs' lines do not mix.
func appendLine(_ line: String, to path: FilePath) throws(WriteError) {
  do {
    try makeFolder(path.removingLastComponent())
    let file = try FileDescriptor.open(
      path,
      .writeOnly,
      options: [.create, .append, .closeOnExec],
      permissions: filePermissions
    )
    defer { try? file.close() }
    _ = try file.writeAll("\(line)\n".utf8)
  } catch {
    throw WriteError(path: path, error)
  }
}
