import Foundation
import TestSupport
import Testing

struct ReportCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func writesAFileOrToStandardOutput() async throws {
    let data = folder.path + "/data"
    let line = #"{"url":"https://a.vn/","stage":"fetch","reason":"timeout"}"# + "\n"
    try write(line, to: "data/rejects/date=2020-11-24/a.ndjson")
    let printed = try await solieu("report", data)
    #expect(printed.status == 0 && printed.complaints == "")
    #expect(printed.output.hasPrefix("<!DOCTYPE html>\n<html lang=\"vi\">"))
    #expect(printed.output.hasSuffix("</html>\n"))
    let outcome = try await shell("cd \(folder.path) && solieu report data --output report.html")
    #expect(outcome.status == 0 && outcome.output == "" && outcome.complaints == "")
    #expect(folder.text("report.html") == printed.output)
  }

  @Test func readsCompressedParts() async throws {
    let line = #"{"url":"https://nen.example.vn/","stage":"fetch","reason":"timeout"}"# + "\n"
    try write(line, to: "data/rejects/date=2020-11-24/a.ndjson")
    _ = try await shell("gzip \(folder.path)/data/rejects/date=2020-11-24/a.ndjson")
    #expect(try await solieu("report", folder.path + "/data").output.contains("nen.example.vn"))
  }

  @Test func refusesWhatIsNoDataset() async throws {
    try write("", to: "other/a.txt")
    for data in [folder.path + "/none", folder.path + "/other"] {
      let outcome = try await solieu("report", data)
      #expect(outcome.status == 65 && outcome.output == "")
      #expect(
        outcome.complaints
          == "\(data): no dataset; name the folder that holds articles/, observations/ or runs/\n"
      )
    }
    #expect(try await solieu("report", folder.path, "--days", "0").status == 64)
    try write("", to: "data/runs/x")
    let outcome = try await solieu("report", folder.path + "/data", "--output", "/proc/none/x")
    #expect(outcome.status == 74 && outcome.complaints.hasPrefix("/proc/none/x: "))
  }

  @Test func namesLinesThatItCanNotRead() async throws {
    try write("{}\n", to: "data/rejects/date=2020-11-24/a.ndjson")
    let outcome = try await solieu("report", folder.path + "/data")
    #expect(outcome.status == 65 && outcome.output.hasSuffix("</html>\n"))
    let file = folder.path + "/data/rejects/date=2020-11-24/a.ndjson"
    #expect(outcome.complaints == "\(file):1: no line of rejects\n")
  }

  private func write(_ text: String, to name: String) throws {
    let url = URL(filePath: folder.path + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: url)
  }
}
