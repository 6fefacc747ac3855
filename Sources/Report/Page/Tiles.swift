/// The numbers of the whole dataset.
func writeTiles(_ view: ReportView, to html: inout HTMLWriter) {
  let totals = view.totals
  let failing = view.checks.reduce(0) { $0 + $1.failing }
  let days = view.window.lowerBound.distance(to: view.window.upperBound)
  let recent = Phrase { language in
    guard days > 0 else { return "–" }
    return language == .vietnamese ? "\(days) ngày qua" : "last \(language.days(days))"
  }
  func recentCount(_ number: Int, _ language: Language) -> String {
    days > 0 ? "\(recent.text(in: language)): \(language.whole(number))" : "–"
  }
  html.newline()
  html.element("dl", .kind("tiles")) { html in
    writeTile(Phrase("Số liệu", "Figures"), totals.figures, to: &html) { language in
      recentCount(totals.recent.figures, language)
    }
    writeTile(Phrase("Bài viết", "Articles"), totals.articles, to: &html) { language in
      recentCount(totals.recent.articles, language)
    }
    writeTile(Phrase("Ngày có dữ liệu", "Days with data"), totals.days, to: &html) { language in
      guard let first = view.timeline.firstDay else { return "–" }
      return (language == .vietnamese ? "từ " : "since ") + language.day(first)
    }
    writeTile(Phrase("Nguồn", "Sources"), totals.sources, to: &html) { recent.text(in: $0) }
    writeTile(Phrase("Phép tính không khớp", "Checks that fail"), failing, to: &html) { language in
      let all = view.checks.reduce(0) { $0 + $1.all }
      guard days > 0 else { return "–" }
      return (language == .vietnamese ? "trong " : "of ") + language.whole(all) + ", "
        + recent.text(in: language)
    }
  }
}

private func writeTile(
  _ name: Phrase,
  _ number: Int,
  to html: inout HTMLWriter,
  detail: (Language) -> String
) {
  html.element("div") { html in
    html.element("dt", say: name)
    html.element("dd") { html in
      html.element("strong", say: Phrase { $0.whole(number) })
      html.element("small", say: Phrase(detail))
    }
  }
}
