import Fetch
import Records

extension RunRecord {
  /// Judges what the run came to: adds what the guards say, and sets the status and the warnings.
  ///
  /// - Parameters:
  ///   - config: The pipeline, with its limits.
  ///   - history: The runs before.
  mutating func judge(by config: PipelineConfig, _ history: RunHistory) {
    joinKills()
    if command == .run, isComplete {
      var tonight = history.night(of: start, on: day)
      tonight.troubles = []
      tonight.add(self)
      let earlier = history.nights(before: start)
      explainEmptySources(earlier)
      troubles += decays(of: tonight, since: earlier, config.guards)
    }
    compare(with: history)
    warnings = troubles.map(\.line)
    if status == 0, troubles.contains(where: \.fails) { status = 1 }
  }

  /// What the lock and the archive say of the same killed run becomes one trouble.
  private mutating func joinKills() {
    let kills = troubles.filter { $0.kind == .killed }
    guard let first = kills.first else { return }
    troubles.removeAll { $0.kind == .killed }
    let isFromLock = first.detail.hasPrefix("run ")
    let details = (isFromLock ? [] : ["an earlier run was killed"]) + kills.map(\.detail)
    troubles.insert(
      Trouble(.killed, first.subject, details.joined(separator: "; "), fails: false),
      at: 0
    )
  }

  /// Says of a source that names nothing what it used to name.
  private mutating func explainEmptySources(_ earlier: [NightYield]) {
    for index in troubles.indices where troubles[index].kind == .sourceEmpty {
      let source = troubles[index].subject
      guard let last = earlier.first(where: { ($0.sources[source]?.entries ?? 0) > 0 }) else {
        continue
      }
      let count = last.sources[source]?.entries ?? 0
      troubles[index].detail += "; it named \(count) on \(last.day)"
    }
  }

  /// Says since when the troubles are there, and notes which are over.
  private mutating func compare(with history: RunHistory) {
    let before = history.troubles
    for index in troubles.indices {
      troubles[index].since = startedAt
      guard let (old, lastAt) = before.first(where: { $0.trouble.isSame(as: troubles[index]) })
      else { continue }
      let since = readTime(old.since) ?? lastAt
      let isSameNight =
        nightsPassed(from: since, to: lastAt) == nightsPassed(from: since, to: start)
      troubles[index].since = old.since
      troubles[index].nights = old.nights + (isSameNight ? 0 : 1)
    }
    guard isComplete, command == .run else { return }
    for (old, _) in before where old.kind.lasts && !troubles.contains(where: { $0.isSame(as: old) })
    {
      notes.append("over: \(old.what), as it was since \(old.since)")
    }
  }
}

extension Trouble.Kind {
  /// Whether it is a state, which can end; the others are events.
  fileprivate var lasts: Bool {
    switch self {
    case .sourceFailed, .sourceEmpty, .articlesFell, .figuresFell, .qualityFell, .badArchive: true
    case .pagesFailed, .unfinished, .deadline, .stopped, .killed, .cannotWrite: false
    }
  }
}
