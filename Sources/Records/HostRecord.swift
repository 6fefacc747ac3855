/// How one host answered in a run.
package struct HostRecord: Sendable, Equatable, Codable {
  /// Its name, with its port where that is not the scheme's own.
  package var host: String

  /// Requests that it was sent, those made again included.
  package var requests: Int

  /// Those of them without an answer, or with one that says to come later.
  package var failed: Int

  /// The median of the times to a whole answer, in milliseconds.
  package var medianMs: Int

  /// The longest of them.
  package var slowestMs: Int

  package init(host: String, requests: Int, failed: Int, medianMs: Int, slowestMs: Int) {
    self.host = host
    self.requests = requests
    self.failed = failed
    self.medianMs = medianMs
    self.slowestMs = slowestMs
  }
}
