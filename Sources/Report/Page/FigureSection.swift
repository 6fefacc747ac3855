import Load

/// The newest figures, each in its sentence.
func writeFigures(_ view: ReportView, to html: inout HTMLWriter) {
  writeSection(
    "figures",
    Phrase("Số liệu mới nhất", "Newest figures"),
    lead: view.figures.isEmpty
      ? nil
      : Phrase(
        "Mỗi bài một số liệu, nguyên văn câu trong bài; bấm vào tên bài để mở trang gốc.",
        "One per article, in its sentence word for word; the headline leads to the page."
      ),
    to: &html
  ) { html in
    guard !view.figures.isEmpty else {
      writeNothing(Phrase("Chưa có số liệu nào.", "There is no figure yet."), to: &html)
      return
    }
    html.element("ol", .kind("cards")) { html in
      for figure in view.figures {
        html.element("li") { html in writeCard(of: figure, to: &html) }
      }
    }
  }
}

private func writeCard(of figure: ShownFigure, to html: inout HTMLWriter) {
  html.element("blockquote", .init("lang", "vi")) { html in
    writeSentence(figure.row.sentence, marks: figure.mark.map { [$0] } ?? [], to: &html)
  }
  html.element("dl", .kind("meaning")) { html in
    writePair(Phrase("giá trị", "value"), figure.row.value, to: &html)
    let thing = [figure.row.indicator, figure.row.category].compactMap { $0 }
    if !thing.isEmpty {
      writeQuoted(Phrase("chỉ tiêu", "indicator"), thing.joined(separator: " · "), to: &html)
    }
    if let place = figure.row.place {
      writeQuoted(Phrase("nơi", "place"), place, to: &html)
    }
    let (start, end) = (figure.row.periodStart, figure.row.periodEnd)
    let period = Phrase { $0.period(from: start, to: end) ?? "" }
    if !period.english.isEmpty { writePair(Phrase("kỳ", "period"), period, to: &html) }
  }
  writeSource(of: figure.row, headline: figure.headline, day: figure.day, to: &html)
}

private func writePair(_ name: Phrase, _ value: Phrase, to html: inout HTMLWriter) {
  html.element("div") { html in
    html.element("dt", say: name)
    html.element("dd", say: value)
  }
}

private func writeQuoted(_ name: Phrase, _ value: String, to html: inout HTMLWriter) {
  html.element("div") { html in
    html.element("dt", say: name)
    html.element("dd", .init("lang", "vi")) { html in html.quote(value) }
  }
}

/// A sentence with its figures marked: `marks` are in Unicode code points from 0, in order.
func writeSentence(_ sentence: String, marks: [Range<Int>], to html: inout HTMLWriter) {
  let scalars = Array(sentence.unicodeScalars)
  func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }
  var place = 0
  for mark in marks where mark.lowerBound >= place && mark.upperBound <= scalars.count {
    html.write(text(place..<mark.lowerBound))
    html.element("mark", text: text(mark))
    place = mark.upperBound
  }
  html.write(text(place..<scalars.count))
}

/// Where a figure stands: the headline as a link, the site and the day.
func writeSource(
  of row: FigureRow,
  headline: String?,
  day: CivilDay,
  to html: inout HTMLWriter
) {
  let published = row.datePublished.flatMap { CivilDay($0) } ?? day
  let title = headline ?? (row.url.isEmpty ? row.versionId : row.url)
  html.element("p", .kind("source")) { html in
    if let address = WebAddress(row.url) {
      html.element("a", .link(address), .init("rel", "noopener noreferrer")) { html in
        html.element("span", .init("lang", "vi")) { html in html.quote(title) }
      }
    } else {
      html.element("span", .init("lang", "vi")) { html in html.quote(title) }
    }
    html.element("span", .kind("muted")) { html in
      if let site = row.site, !site.isEmpty {
        html.quote(site)
        html.write(" · ")
      }
      html.element(
        "time",
        .init("datetime", published.text),
        say: Phrase { $0.day(published) }
      )
    }
  }
}

/// What stands where there is nothing to show.
func writeNothing(_ phrase: Phrase, to html: inout HTMLWriter) {
  html.element("p", .kind("nothing"), say: phrase)
}

extension FigureRow {
  /// The value in full, with its unit: `1.330.000.000 đồng`.
  fileprivate var value: Phrase {
    Phrase { language in
      var text = language.decimal(valueDecimal)
      if let valueMaxDecimal { text += "–\(language.decimal(valueMaxDecimal))" }
      if let denominatorDecimal { text += " / \(language.decimal(denominatorDecimal))" }
      guard let unit = unit ?? unitCode else { return text }
      return unit.hasPrefix("%") ? text + unit : "\(text) \(unit)"
    }
  }
}
