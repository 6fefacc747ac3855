import SystemPackage
import Testing

@testable import Pipeline

struct ArchiveFileTests {
  @Test(arguments: [
    ("/d/archive/2020-11-24/x-00000.warc.gz", "x-00000", "2020-11-24"),
    ("2020-11-24/a.warc.b.warc", "a.warc.b", "2020-11-24"),
    ("2020-11-24/a.warc.zst", "a", "2020-11-24"),
  ])
  func takesItsNameAndDayFromThePath(path: String, name: String, date: String) throws {
    let file = try #require(ArchiveFile(FilePath(path)))
    #expect(file.partName == name)
    #expect(file.date == date)
  }

  @Test(arguments: ["2020-1-24", "2020-11-24x", "", "2020/11/24", "abcd-ef-gh"])
  func refusesWhatIsNoDay(text: String) {
    #expect(!isDay(text))
  }
}
