import FoundationEssentials
import Records
import Testing

struct ArticleLineTests {
  @Test func readsWhatItWrites() throws {
    let article = SampleRecords.article
    var line = JSONLine()
    article.write(to: &line, date: "2020-11-24")
    let read = try Article(line: Data(line.bytes))
    #expect(read.id == article.id)
    #expect(read.versionID == article.versionID)
    #expect(read.text == article.text)
    #expect(read.headline == article.headline)
    #expect(read.blocks == article.blocks)
    #expect(read.tables == article.tables)
    #expect(read.datePublished == "2020-11-24")
  }

  @Test func needsOnlyIDAndText() throws {
    let article = try Article(line: Data(#"{"id":"x","text":"Có 5 xã.","other":[1,"a"]}"#.utf8))
    #expect(article.text == "Có 5 xã.")
    #expect(article.versionID.hasPrefix("v"))
  }

  @Test func dropsBlocksThatAreNotInTheText() throws {
    let line = #"{"id":"x","text":"ab","blocks":[{"kind":"lead","char_start":0,"char_end":9}]}"#
    #expect(try Article(line: Data(line.utf8)).blocks.isEmpty)
  }

  @Test(arguments: [
    ("", "not a JSON object; each line must be one article"),
    ("[1]", "not a JSON object; each line must be one article"),
    (#"{"id":"x"}"#, "text is missing; a line needs id and text"),
    (#"{"text":"x"}"#, "id is missing; a line needs id and text"),
    (#"{"id":1,"text":"x"}"#, "id has the wrong type; see solieu schema articles"),
    (
      #"{"id":"x","text":"x","headline":[]}"#,
      "headline has the wrong type; see solieu schema articles"
    ),
  ])
  func saysWhatIsWrong(line: String, message: String) {
    #expect {
      try Article(line: Data(line.utf8))
    } throws: { error in
      "\(error)" == message
    }
  }
}
