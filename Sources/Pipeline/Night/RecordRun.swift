import Fetch
import FoundationEssentials
import Glibc
import Load
import Logging
import Records

/// Takes the lock, does `work`, and writes the manifest of the run, also where `work` fails.
///
/// Whoever is to be told of the run is told at its start and at its end.
///
/// - Parameters:
///   - command: What was asked for.
///   - config: The pipeline.
///   - context: The clocks, and who is told of the run.
///   - work: Puts what it did into the record, also where it throws.
/// - Returns: The record as written.
/// - Throws: `RunIsHeld` where another run is at work, or what `work` throws, unless it was told to
///   stop.
func recordingRun(
  _ command: RunRecord.Command,
  of config: PipelineConfig,
  in context: RunContext,
  _ work: @escaping @Sendable (inout RunRecord) async throws -> Void
) async throws -> RunRecord {
  let start = context.time.now()
  let id = runID(at: start)
  // An archive of years may be processed anew for days.
  let deadline = command == .reprocess ? .seconds(365 * 86_400) : config.deadline
  let heralds = Heralds(of: config, in: context, id: id, command: command, start: start)
  let lock: RunLock
  do {
    lock = try takeLock(of: config, run: id, at: start, until: deadline)
  } catch {
    await heralds.refused(error)
    throw error
  }
  sweepPartialFiles(in: config.data)
  var record = RunRecord(
    id: id,
    pipeline: config.name,
    command: command,
    version: programVersion,
    pipelineDigest: config.digest,
    startedAt: "\(start)",
    endedAt: "\(start)"
  )
  if let left = lock.leftOver, let holder = LockHolder(left) {
    record.troubles.append(Trouble(.killed, holder.run, holder.takeover, fails: false))
  }
  await heralds.begin()
  let history = RunHistory(of: config)
  let (result, failure) = await doing(work, record, until: deadline)
  record = result
  record.judge(by: config, history)
  record.endedAt = "\(context.time.now())"
  do {
    try write(record, to: config.data)
  } catch {
    record.fail(with: error)
    await heralds.end(record, history)
    throw failure ?? error
  }
  await heralds.end(record, history)
  _ = consume lock
  if let failure { throw failure }
  return record
}

/// Does `work`; the record says what came of it, whatever that is.
private func doing(
  _ work: @escaping @Sendable (inout RunRecord) async throws -> Void,
  _ started: RunRecord,
  until deadline: Duration
) async -> (record: RunRecord, failure: (any Error)?) {
  let reason = StopReason()
  let task = { @Sendable () async -> (RunRecord, (any Error)?) in
    var record = started
    do {
      try await work(&record)
    } catch is CancellationError {
      record.stop(isDeadline: reason.isDeadline, after: deadline)
    } catch {
      record.fail(with: error)
      return (record, error)
    }
    return (record, nil)
  }
  return await cancelling(after: deadline, reason, task)
}

extension RunRecord {
  fileprivate mutating func stop(isDeadline: Bool, after deadline: Duration) {
    isComplete = false
    let length = words(forSeconds: Int(deadline.components.seconds))
    let why = isDeadline ? "was ended at its deadline, after \(length)" : "was told to stop"
    let left =
      fetched.remaining > 0
      ? "\(fetched.remaining) requests were left" : "not all was asked for or processed"
    troubles.append(Trouble(isDeadline ? .deadline : .stopped, "", "\(why); \(left)"))
  }

  fileprivate mutating func fail(with error: any Error) {
    isComplete = false
    status = 74
    troubles.append(Trouble(.cannotWrite, "", "\(error)"))
  }
}

private func takeLock(
  of config: PipelineConfig,
  run id: String,
  at start: UTCTime,
  until deadline: Duration
) throws -> RunLock {
  let holder = LockHolder(
    run: id,
    process: getpid(),
    since: start,
    deadline: UTCTime(seconds: start.seconds + Int(deadline.components.seconds))
  )
  do throws(LockError) {
    return try RunLock(on: config.data, holder: "\(holder)")
  } catch {
    guard case .held(let line) = error else { throw error }
    throw RunIsHeld(by: line, at: start)
  }
}

/// Such as `20201124T190000Z-3f9a`.
private func runID(at time: UTCTime) -> String {
  let stamp = "\(time)".filter { $0 != "-" && $0 != ":" }
  let random = UInt16.random(in: 0 ... .max)
  return "\(stamp)-\(hexadecimal([UInt8(random >> 8), UInt8(random & 255)]))"
}
