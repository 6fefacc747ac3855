import Foundation
import TestSupport

/// One of the two fortnights: a data folder, and the mail that its runs gave.
final class Fortnight {
  let folder: TemporaryFolder
  let pipeline: String

  /// A section a run: its name, its status and what cron would mail.
  private(set) var mails: [(name: String, status: Int32, mail: String)] = []

  init(_ origins: [FortnightWorld.Paper: String]) throws {
    folder = try TemporaryFolder()
    pipeline = folder.path + "/fortnight.yaml"
    let (an, binh, chau) = (origins[.an] ?? "", origins[.binh] ?? "", origins[.chau] ?? "")
    try folder.write(
      "fortnight.yaml",
      """
      name: fortnight
      data: data
      sites: sites
      sources:
        - feed: \(an)/rss
        - section: \(binh)/tin/
        - feed: \(chau)/rss
        - feed: \(chau)/chuyen-de.xml
      fetch: {allow-addresses: [127.0.0.0/8], delay-ms: 1, retries: 0}
      """
    )
    try folder.write("sites/127.0.0.2.yaml", "body: //div[@id='noi-dung']\n")
  }

  /// The operator mends the rules of the paper whose pages are built otherwise.
  func mendRules() throws {
    try folder.write("sites/127.0.0.2.yaml", "body: //main/section/div\n")
  }

  func process(at time: String) -> Process {
    solieuProcess(["run", pipeline, "--now", time])
  }

  /// A night that is left to itself.
  func run(_ name: String, at time: String) async throws {
    note(name, try await outcome(of: process(at: time)))
  }

  func note(_ name: String, _ outcome: Outcome) {
    mails.append((name, outcome.status, outcome.output + outcome.complaints))
  }

  /// The lines of all parts of one kind, without what names the run, sorted.
  func rows(_ kind: String) throws -> [String] {
    try folder.files().filter { $0.hasPrefix("data/\(kind)/") && $0.hasSuffix(".ndjson") }
      .flatMap { part in
        (folder.text(part) ?? "").split(separator: "\n").map { line in
          String(line).replacing(
            #/"(captured_at|archive_file|record_id)":"[^"]*"|"archive_offset":\d+/#,
            with: ""
          )
        }
      }.sorted()
  }

  /// All mails, without what differs from machine to machine.
  func text(_ origins: [FortnightWorld.Paper: String]) -> String {
    mails.map { name, status, mail in
      var mail = mail.isEmpty ? "(nothing)\n" : mail
      for (paper, origin) in origins {
        mail = mail.replacing(origin, with: "http://\(paper.rawValue).example.vn")
          .replacing(origin.dropFirst(7), with: "\(paper.rawValue).example.vn")
          .replacing(paper.host, with: "\(paper.rawValue).example.vn")
      }
      mail = mail.replacing(#/process \d+/#, with: "process 4711")
        .replacing(#/(\d{8}T\d{6}Z)-[0-9a-f]{4}/#) { "\($0.output.1)-3f9a" }
        .replacing(#/for \d+ s/#, with: "for 5 s")
      return "== \(name): status \(status)\n\(mail)"
    }.joined(separator: "\n")
  }
}
