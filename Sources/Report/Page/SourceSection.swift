/// Pages and figures of each source, day by day.
func writeSources(_ view: ReportView, to html: inout HTMLWriter) {
  let days = view.window.lowerBound.distance(to: view.window.upperBound)
  let shown = view.sources.filter { $0.articles > 0 }.prefix(mostCharts)
  writeSection(
    "sources",
    Phrase("Theo nguồn", "By source"),
    lead: shown.isEmpty
      ? nil
      : Phrase { language in
        let (first, last) = (view.window.lowerBound, view.window.upperBound.advanced(by: -1))
        let span = "\(language.day(first)) – \(language.day(last))"
        return language == .vietnamese
          ? "\(language.days(days)), \(span). Mỗi biểu đồ có thang riêng; "
            + "số bên phải là ngày cao nhất."
          : "\(language.days(days)), \(span). Every chart has its own scale; "
            + "at its right stands the highest day."
      },
    to: &html
  ) { html in
    guard !view.sources.isEmpty else {
      writeNothing(
        Phrase("Chưa có nguồn nào cho bài viết.", "No source has given an article yet."),
        to: &html
      )
      return
    }
    html.element("ul", .kind("multiples")) { html in
      for source in shown { html.element("li") { html in writeSource(source, to: &html) } }
    }
    writeTable(of: view.sources, to: &html)
  }
}

private let mostCharts = 24
private let mostRows = 300

private func writeSource(_ source: SourceView, to html: inout HTMLWriter) {
  html.element("h3") { html in writeName(of: source, to: &html) }
  html.element(
    "p",
    .kind("muted"),
    say: Phrase { "\($0.figures(source.figures)) · \($0.pages(source.articles))" }
  )
  for (kind, values) in [("second", source.figuresByDay), ("first", source.articlesByDay)] {
    let top = values.max() ?? 0
    html.element("div", .kind("spark"), .init("aria-hidden", "true")) { html in
      writeBars([Series(kind: kind, values: values)], top: top, label: nil, to: &html)
      html.element("span", say: Phrase { $0.whole(top) })
    }
  }
}

private func writeName(of source: SourceView, to html: inout HTMLWriter) {
  if source.name.isEmpty {
    html.say(Phrase("không rõ nguồn", "source not known"))
  } else {
    html.quote(source.name)
  }
}

private func writeTable(of sources: [SourceView], to html: inout HTMLWriter) {
  let rows = sources.prefix(mostRows).map { source -> [Cell] in
    [
      source.name.isEmpty ? .say(Phrase("không rõ", "not known")) : .quote(source.name),
      .number(source.figures), .number(source.articles),
      .say(
        Phrase { language in
          guard source.articles > 0 else { return "–" }
          let share = Double(source.figures) / Double(source.articles)
          return language.rounded(share, decimals: 1)
        }
      ),
      .number(source.rejects),
      .say(Phrase { language in source.quality.map { language.quality($0) } ?? "–" }),
    ]
  }
  writeFoldedTable(
    "sources-table",
    Phrase { language in
      let count = language.count(sources.count, "nguồn", one: "source", many: "sources")
      return language == .vietnamese ? "Bảng: \(count)" : "Table: \(count)"
    },
    columns: [
      Column(name: Phrase("Nguồn", "Source"), isNumber: false),
      Column(name: Phrase("Số liệu", "Figures")),
      Column(name: Phrase("Bài viết", "Articles")),
      Column(name: Phrase("Số liệu/bài", "Figures each")),
      Column(name: Phrase("Trang bị loại", "Rejects")),
      Column(name: Phrase("Trung vị chất lượng", "Median quality")),
    ],
    rows: rows,
    to: &html
  )
  let rest = sources.dropFirst(mostRows)
  guard !rest.isEmpty else { return }
  let (figures, articles) = rest.reduce((0, 0)) { ($0.0 + $1.figures, $0.1 + $1.articles) }
  html.element(
    "p",
    .kind("muted"),
    say: Phrase { language in
      let what = "\(language.figures(figures)), \(language.pages(articles))"
      return language == .vietnamese
        ? "Ngoài bảng còn \(language.whole(rest.count)) nguồn: \(what)."
        : "Beyond the table, \(language.whole(rest.count)) more sources: \(what)."
    }
  )
}
