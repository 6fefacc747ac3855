/// Pages and figures over all days.
func writeTimeline(_ view: ReportView, to html: inout HTMLWriter) {
  let timeline = view.timeline
  writeSection("days", timeline.title, to: &html) { html in
    guard !timeline.bars.isEmpty else {
      writeNothing(Phrase("Chưa có ngày nào.", "There is no day yet."), to: &html)
      return
    }
    html.element("div", .kind("panels")) { html in
      writePanel(
        "days-figures",
        [
          Series(
            kind: "second",
            name: Phrase("Số liệu", "Figures"),
            values: timeline.bars.map(\.counts.figures)
          )
        ],
        timeline,
        to: &html
      )
      writePanel(
        "days-pages",
        [
          Series(
            kind: "first",
            name: Phrase("Bài viết", "Articles"),
            values: timeline.bars.map(\.counts.articles)
          ),
          Series(
            kind: "rest",
            name: Phrase("Trang không thành bài", "Pages without one"),
            values: timeline.bars.map(\.counts.rejects)
          ),
        ],
        timeline,
        to: &html
      )
    }
    writeFoldedTable(
      "days-table",
      Phrase("Bảng: từng \(timeline.unit.vietnamese)", "Table: every \(timeline.unit.english)"),
      columns: [
        Column(name: timeline.unit.capitalized, isNumber: false),
        Column(name: Phrase("Số liệu", "Figures")),
        Column(name: Phrase("Bài viết", "Articles")),
        Column(name: Phrase("Trang bị loại", "Rejects")),
      ],
      rows: timeline.bars.reversed().map { bar in
        [
          .say(timeline.name(of: bar)), .number(bar.counts.figures), .number(bar.counts.articles),
          .number(bar.counts.rejects),
        ]
      },
      to: &html
    )
  }
}

private func writePanel(
  _ id: String,
  _ series: [Series],
  _ timeline: Timeline,
  to html: inout HTMLWriter
) {
  let sums = timeline.bars.indices.map { bar in series.reduce(0) { $0 + $1.values[bar] } }
  let top = roundedUp(sums.max() ?? 0)
  html.element("figure", .kind("panel")) { html in
    html.element("figcaption", .id(id)) { html in
      for one in series {
        html.element("span", .kind("key")) { html in
          html.element("span", .kind("swatch \(one.kind)")) { _ in }
          html.say(one.name)
        }
        html.write(" ")
      }
    }
    html.element("div", .kind("plot")) { html in
      html.element("span", .kind("tick high"), say: Phrase { $0.whole(top) })
      html.element("span", .kind("tick half"), say: Phrase { $0.whole(top / 2) })
      writeBars(
        series,
        top: top,
        label: id,
        titles: timeline.bars.indices.map { place in
          let bar = timeline.bars[place]
          let numbers = series.map { "\($0.values[place])" }.joined(separator: " + ")
          return "\(bar.start.text): \(numbers)"
        },
        to: &html
      )
    }
    writeDates(timeline.bars.map { timeline.name(of: $0) }, to: &html)
  }
}

/// The first, the middle and the last name under a chart.
func writeDates(_ names: [Phrase], to html: inout HTMLWriter) {
  guard let first = names.first, let last = names.last else { return }
  html.element("div", .kind("dates"), .init("aria-hidden", "true")) { html in
    html.element("span", say: first)
    if names.count > 2 { html.element("span", say: names[names.count / 2]) }
    if names.count > 1 { html.element("span", say: last) }
  }
}

extension Timeline {
  /// The first day that is shown with data; `nil` where there is none.
  var firstDay: CivilDay? {
    bars.first { $0.counts != ReportData.DayCounts() }?.start ?? bars.first?.start
  }

  fileprivate var unit: Phrase {
    switch step {
    case .day: Phrase("ngày", "day")
    case .week: Phrase("tuần", "week")
    case .month: Phrase("tháng", "month")
    }
  }

  fileprivate var title: Phrase {
    switch step {
    case .day: Phrase("Theo ngày", "By day")
    case .week: Phrase("Theo tuần", "By week")
    case .month: Phrase("Theo tháng", "By month")
    }
  }

  fileprivate func name(of bar: Bar) -> Phrase {
    switch step {
    case .day: Phrase { $0.day(bar.start) }
    case .week:
      Phrase { language in
        let day = language.day(bar.start)
        return language == .vietnamese ? "tuần từ \(day)" : "week of \(day)"
      }
    case .month: Phrase { $0.month(bar.start) }
    }
  }
}

extension Phrase {
  /// With a capital letter at its head.
  var capitalized: Phrase {
    Phrase { language in
      let text = text(in: language)
      return text.prefix(1).uppercased() + text.dropFirst()
    }
  }
}
