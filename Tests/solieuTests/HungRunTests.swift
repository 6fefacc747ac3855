import ArgumentParser
import Foundation
import Glibc
import Pipeline
import Records
import TestSupport
import Testing

@testable import solieu

/// The last resort against a run that does not even end when it is told to.
struct HungRunTests {
  /// An archive file whose opening never ends stands for a disk that went away.
  @Test(.timeLimit(.minutes(1))) func isEndedAndTheNextRunTakesOver() async throws {
    let folder = try TemporaryFolder()
    try folder.write("p.yaml", "name: p\ndata: data\nsources: [{archive: gone.warc.gz}]\n")
    let (pipeline, archive) = (folder.path + "/p.yaml", folder.path + "/gone.warc.gz")
    let isMade = unsafe mkfifo(archive, 0o600) == 0
    #expect(isMade)

    let result = try await #require(
      processExitsWith: .exitCode(1),
      observing: [\.standardErrorContent]
    ) { [pipeline = pipeline as String] in
      var config = try readConfig(pipeline)
      config.deadline = .zero
      try await nightly(config, .run, RunOptions.parse([]), grace: .seconds(1))
    }
    let complaint = String(decoding: result.standardErrorContent, as: UTF8.self)
    #expect(
      complaint.contains("the run hung past its deadline and was ended; the next run goes on")
    )

    try FileManager.default.removeItem(atPath: archive)
    let next = try await solieu("run", pipeline)
    #expect(next.complaints.contains("did not end by itself: it was killed"))
  }
}
