/// How sure the extractor is of its texts.
func writeQuality(_ view: ReportView, to html: inout HTMLWriter) {
  let days = view.window.lowerBound.distance(to: view.window.upperBound)
  writeSection(
    "quality",
    Phrase("Chất lượng bóc tách", "Extractor quality"),
    lead: view.extractors.isEmpty
      ? nil
      : Phrase { language in
        let days = language.days(days)
        return language == .vietnamese
          ? "Cách tìm thân bài và độ chắc chắn từ 0 đến 1, các bài trong \(days); "
            + "mỗi cột là một phần mười."
          : "The way a body was found and how sure of it we are, 0 to 1, articles of \(days); "
            + "a bar is a tenth."
      },
    to: &html
  ) { html in
    guard !view.extractors.isEmpty else {
      writeNothing(Phrase("Chưa có bài viết nào.", "There is no article yet."), to: &html)
      return
    }
    html.element("ul", .kind("multiples")) { html in
      for extractor in view.extractors {
        html.element("li") { html in writeExtractor(extractor, to: &html) }
      }
    }
    writeTable(of: view.extractors, to: &html)
  }
}

private func writeExtractor(_ view: QualityView, to html: inout HTMLWriter) {
  html.element("h3") { html in
    html.say(view.words)
    html.write(" ")
    html.element("code") { $0.quote(view.extractor) }
  }
  html.element(
    "p",
    .kind("muted"),
    say: Phrase { language in
      let median = view.median.map { language.quality($0) } ?? "–"
      return "\(language.pages(view.articles)) · "
        + (language == .vietnamese ? "trung vị \(median)" : "median \(median)")
    }
  )
  html.element("div", .kind("histogram"), .init("aria-hidden", "true")) { html in
    writeBars(
      [
        Series(kind: "warn", values: view.tenths.prefix(5) + [0, 0, 0, 0, 0]),
        Series(kind: "first", values: [0, 0, 0, 0, 0] + view.tenths.suffix(5)),
      ],
      top: view.tenths.max() ?? 0,
      label: nil,
      to: &html
    )
    html.element("div", .kind("dates")) { html in
      for text in ["0", "0.5", "1"] { html.element("span", say: Phrase { $0.decimal(text) }) }
    }
  }
}

private func writeTable(of extractors: [QualityView], to html: inout HTMLWriter) {
  let tenths = (0..<10).map { tenth in
    Column(
      name: Phrase { language in
        let (low, high) = (Double(tenth) / 10, Double(tenth + 1) / 10)
        return "\(language.quality(low))–\(language.quality(high))"
      }
    )
  }
  writeFoldedTable(
    "quality-table",
    Phrase("Bảng: số bài theo phần mười", "Table: articles by tenths"),
    columns: [
      Column(name: Phrase("Cách", "Way"), isNumber: false),
      Column(name: Phrase("Bài", "Articles")),
      Column(name: Phrase("Trung vị", "Median")),
      Column(name: Phrase("Dưới 0,5", "Below 0.5")),
    ] + tenths,
    rows: extractors.map { view in
      [
        .quote(view.extractor), .number(view.articles),
        .say(Phrase { language in view.median.map { language.quality($0) } ?? "–" }),
        .say(Phrase { $0.percent(view.poor, of: view.articles) }),
      ] + view.tenths.map { .number($0) }
    },
    to: &html
  )
}

extension QualityView {
  fileprivate var words: Phrase {
    switch extractor {
    case "named": Phrase("khối có tên là thân bài", "a block named as the body")
    case "article": Phrase("thẻ article", "an article element")
    case "density": Phrase("nơi chữ dày nhất", "where text is densest")
    case "json-ld": Phrase("dữ liệu kèm trang", "data in the page")
    case "site_rule": Phrase("quy tắc của trang", "the site's rule")
    case "site_rule_missed":
      Phrase("quy tắc trượt: trang đã đổi", "a rule that missed: the site changed")
    default: Phrase("cách khác", "another way")
    }
  }
}
