import Records

/// Records with something in every field.
enum SampleRecords {
  static let article = Article(
    id: "a0123456789abcdef",
    versionID: "vfedcba9876543210",
    url: "http://127.0.0.1:8099/giao-duc/tang-qua.html",
    canonicalURL: "http://127.0.0.1:8099/giao-duc/tang-qua.html",
    site: "127.0.0.1",
    headline: "Tặng quà học sinh",
    lead: "Có 1.330 học sinh được nhận quà.",
    text: "Có 1.330 học sinh được nhận quà.\nXã | Số suất\nHữu Lân | 12",
    blocks: [
      ArticleBlock(kind: .lead, characters: 0..<32),
      ArticleBlock(kind: .tableRow, characters: 33..<45),
      ArticleBlock(kind: .tableRow, characters: 46..<58),
    ],
    tables: [
      ArticleTable(
        caption: "Số suất quà",
        header: ["Xã", "Số suất"],
        rows: [["Hữu Lân", "12"]],
        characters: 33..<58
      )
    ],
    captions: ["Lễ trao quà."],
    authors: ["Nguyễn Văn A"],
    datePublished: "2020-11-24",
    publishedAt: "2020-11-24T09:05:00Z",
    modifiedAt: "2020-11-24T10:00:00Z",
    capturedAt: "2020-11-24T19:00:00Z",
    section: "Giáo dục",
    keywords: ["học sinh", "Lạng Sơn"],
    publisher: "Báo Mẫu",
    language: "vi",
    source: ArchiveReference(file: "sample-00000.warc.gz", offset: 512, recordID: "urn:uuid:1"),
    extractor: "container",
    quality: 0.9
  )

  static let observation = Observation(
    quote: "1.330 học sinh",
    characters: 3..<17,
    kind: .count,
    value: ExactNumber(1330),
    valueMax: ExactNumber(1400),
    denominator: ExactNumber(2000),
    unit: "học sinh",
    unitCode: nil,
    qualifier: .approximately,
    change: .increase,
    changeBase: "cùng kỳ năm 2019",
    status: .actual,
    indicator: "học sinh được nhận quà",
    category: "tiểu học",
    place: "tỉnh Lạng Sơn",
    placeCode: "20",
    periodStart: "2020-01-01",
    periodEnd: "2020-12-31",
    group: 1,
    checks: [ArithmeticCheck(rule: .share, holds: true, statement: "1330/2000 = 66.5 %")],
    sentence: "Có 1.330 học sinh được nhận quà.",
    confidence: 0.875
  )

  static let reject = Reject(
    stage: .archive,
    reason: .httpStatus,
    detail: "404 Not Found",
    url: "http://127.0.0.1:8099/khong-co.html",
    capturedAt: "2020-11-24T19:00:00Z",
    attempts: 4,
    source: ArchiveReference(file: "sample-00000.warc.gz", offset: 99, recordID: nil)
  )
}
