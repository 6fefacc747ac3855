/// The last runs, a row each.
func writeRuns(_ view: ReportView, to html: inout HTMLWriter) {
  writeSection(
    "runs",
    Phrase("Các lần chạy gần đây", "The last runs"),
    lead: view.runCount > view.runs.count
      ? Phrase { language in
        let (shown, all) = (language.whole(view.runs.count), language.whole(view.runCount))
        return language == .vietnamese
          ? "\(shown) lần gần nhất trong \(all)." : "The last \(shown) of \(all)."
      } : nil,
    to: &html
  ) { html in
    guard !view.runs.isEmpty else {
      writeNothing(
        Phrase("Chưa có lần chạy nào được ghi lại.", "No run has been recorded yet."),
        to: &html
      )
      return
    }
    writeTable(
      "runs-table",
      caption: Phrase("Bảng các lần chạy gần đây", "Table of the last runs"),
      columns: columns,
      rows: view.runs.map(row),
      to: &html
    )
  }
}

private let columns = [
  Column(name: Phrase("Bắt đầu (giờ Việt Nam)", "Started (Vietnam time)"), isNumber: false),
  Column(name: Phrase("Kết quả", "Result"), isNumber: false),
  Column(name: Phrase("Lâu", "Took")),
  Column(name: Phrase("Lượt hỏi", "Requests")),
  Column(name: Phrase("Trang mới", "New pages")),
  Column(name: Phrase("Không đổi", "Unchanged")),
  Column(name: Phrase("Lỗi", "Failed")),
  Column(name: Phrase("Bài viết", "Articles")),
  Column(name: Phrase("Số liệu", "Figures")),
  Column(name: Phrase("Cảnh báo", "Warnings")),
]

private func row(of run: RunRow) -> [Cell] {
  let fetched = run.fetched ?? RunRow.Fetched()
  return [
    Instant(run.startedAt).map { start in .say(Phrase { start.inVietnam($0) }) }
      ?? .quote(run.startedAt),
    .mood(StatusView.mood(of: run), run.result),
    .say(
      Phrase { language in run.milliseconds.map { language.duration(milliseconds: $0) } ?? "–" }
    ),
    .number(fetched.asked), .number(fetched.new), .number(fetched.unchanged),
    .number(fetched.failed), .number(run.articles), .number(run.figures),
    .number((run.warnings ?? []).count),
  ]
}

extension RunRow {
  fileprivate var result: Phrase {
    switch status {
    case 0: Phrase("xong", "done")
    case 1: Phrase("có lỗi", "partly")
    case 65: Phrase("dữ liệu vào hỏng", "bad input")
    case 74: Phrase("không ghi được", "cannot write")
    default: Phrase("mã \(status)", "status \(status)")
    }
  }
}

extension Language {
  /// What came of the requests.
  func fetched(_ counts: RunRow.Fetched) -> String {
    let numbers = [counts.asked, counts.new, counts.unchanged, counts.failed].map { whole($0) }
    return switch self {
    case .vietnamese:
      "\(numbers[0]) lượt hỏi: \(numbers[1]) trang mới, \(numbers[2]) không đổi, \(numbers[3]) lỗi"
    case .english:
      "\(numbers[0]) requests: \(numbers[1]) new, \(numbers[2]) unchanged, \(numbers[3]) failed"
    }
  }

  /// What the parts of a run hold.
  func wrote(_ run: RunRow) -> String {
    guard !(run.parts ?? []).isEmpty else {
      return self == .vietnamese ? "Không có gì mới để xử lý" : "There was nothing new to process"
    }
    let what = "\(pages(run.articles)), \(figures(run.figures))"
    return self == .vietnamese
      ? "Ghi \(what), loại \(whole(run.rejects)) trang"
      : "Wrote \(what); rejected \(count(run.rejects, "", one: "page", many: "pages"))"
  }
}
