/// The top line: how the last run came out, and what somebody should look at.
func writeStatus(_ view: ReportView, to html: inout HTMLWriter) {
  let mood = view.status.mood
  html.newline()
  html.element(
    "section",
    .kind("status \(mood.rawValue)"),
    .id("status"),
    .init("aria-labelledby", "status-title")
  ) { html in
    html.element("h2", .id("status-title")) { html in
      html.element("span", .kind("sign"), .init("aria-hidden", "true"), text: mood.sign)
      html.say(view.status.headline)
    }
    guard let run = view.status.run else { return }
    html.element("p", say: facts(of: run))
    writeAge(of: run, to: &html)
    if let troubles = run.troubles, !troubles.isEmpty {
      writeTroubles(troubles, to: &html)
    } else {
      writeLines(run.warnings ?? [], of: "warnings", to: &html)
    }
    writeLines(run.notes ?? [], of: "notes", to: &html)
  }
}

/// What the page's script shows where the run was days ago by the reader's clock.
private func writeAge(of run: RunRow, to html: inout HTMLWriter) {
  guard Instant(run.startedAt) != nil else { return }
  html.element(
    "p",
    .kind("age"),
    .id("age"),
    .init("data-start", run.startedAt),
    .init("hidden", "")
  ) { html in
    for language in Language.allCases {
      let isVietnamese = language == .vietnamese
      let code = "\(language.code)"
      html.element("span", .kind(code), .init("lang", code)) { html in
        html.write(isVietnamese ? "Đó là chuyện " : "That was ")
        html.element("b", text: "–")
        html.write(
          isVietnamese
            ? " ngày trước: trang này đã cũ, hoặc việc hằng đêm không còn chạy."
            : " days ago: this page is old, or the nightly job does not run any more."
        )
      }
    }
  }
}

/// Lines that the program wrote in English, for whoever runs it.
private func writeLines(_ lines: [String], of kind: String, to html: inout HTMLWriter) {
  guard !lines.isEmpty else { return }
  html.element("ul", .kind(kind), .init("lang", "en")) { html in
    for line in lines.prefix(20) {
      html.element("li") { html in html.quote(line) }
    }
  }
  guard lines.count > 20 else { return }
  html.element(
    "p",
    .kind("muted"),
    say: Phrase { language in
      let rest = language.whole(lines.count - 20)
      return language == .vietnamese
        ? "và \(rest) dòng nữa trong bản ghi của lần chạy" : "and \(rest) more in the run's record"
    }
  )
}

/// When it ran, and what it did.
private func facts(of run: RunRow) -> Phrase {
  Phrase { language in
    var parts: [String] = []
    if let start = Instant(run.startedAt) {
      let time = start.inVietnam(language)
      parts.append(
        language == .vietnamese
          ? "Bắt đầu lúc \(time) (giờ Việt Nam)" : "Started at \(time) (Vietnam time)"
      )
    }
    if let took = run.milliseconds {
      let time = language.duration(milliseconds: took)
      parts.append(language == .vietnamese ? "mất \(time)" : "took \(time)")
    }
    var lines = [parts.joined(separator: language == .vietnamese ? ", " : ", ")]
    if let fetched = run.fetched, fetched.asked > 0 {
      lines.append(language.fetched(fetched))
    }
    lines.append(language.wrote(run))
    return lines.filter { !$0.isEmpty }.map { $0 + "." }.joined(separator: " ")
  }
}

extension RunRow {
  /// How long it took; `nil` where its record does not tell.
  var milliseconds: Int? {
    guard let start = Instant(startedAt), let end = Instant(endedAt), end.seconds >= start.seconds
    else { return nil }
    return (end.seconds - start.seconds) * 1000
  }
}

extension StatusView {
  var headline: Phrase {
    guard let run else {
      return Phrase("Chưa có lần chạy nào được ghi lại", "No run has been recorded yet")
    }
    return switch (run.status, mood) {
    case (0, .good): Phrase("Lần chạy gần nhất: xong, ổn cả", "Last run: done, all well")
    case (0, _):
      Phrase(
        "Lần chạy gần nhất: xong, có điều nên xem",
        "Last run: done, with something to look at"
      )
    case (1, _):
      Phrase(
        "Lần chạy gần nhất: xong, nhưng một nguồn hoặc quá nhiều trang bị lỗi",
        "Last run: done, but a source or too many pages failed"
      )
    case (65, _):
      Phrase(
        "Lần chạy gần nhất: xong, nhưng có dữ liệu vào không đọc được",
        "Last run: done, but some of its input could not be read"
      )
    case (74, _):
      Phrase(
        "Lần chạy gần nhất: hỏng, có tệp không ghi được",
        "Last run: failed, a file could not be written"
      )
    default:
      Phrase(
        "Lần chạy gần nhất: hỏng, mã kết thúc \(run.status)",
        "Last run: failed with status \(run.status)"
      )
    }
  }
}

extension StatusView.Mood {
  /// A sign that tells the moods apart without colour.
  var sign: String {
    switch self {
    case .none: "–"
    case .good: "✓"
    case .attention: "!"
    case .trouble: "✕"
    }
  }
}
