/// A cell of a table.
enum Cell {
  /// A number or a few words of our own.
  case say(Phrase)

  /// Text from a page or a server.
  case quote(String)

  /// How a run came out: the class of its colour, its sign, and words.
  case mood(StatusView.Mood, Phrase)

  static func number(_ number: Int) -> Cell { .say(Phrase { $0.whole(number) }) }
}

/// A column of a table.
struct Column {
  var name: Phrase
  var isNumber = true
}

/// A table that scrolls within its box; the first cell of a row is its heading.
///
/// - Parameters:
///   - id: Names it within the page.
///   - caption: What it tells; it is read out, not shown.
///   - columns: Their names.
///   - rows: As many cells each as there are columns.
///   - html: Where to.
func writeTable(
  _ id: String,
  caption: Phrase,
  columns: [Column],
  rows: [[Cell]],
  to html: inout HTMLWriter
) {
  html.element(
    "div",
    .kind("scroll"),
    .init("role", "region"),
    .init("tabindex", "0"),
    .init("aria-labelledby", "\(id)-caption")
  ) { html in
    html.element("table") { html in
      html.element("caption", .id("\(id)-caption")) { html in
        html.element("span", .kind("hidden"), say: caption)
      }
      html.element("thead") { html in
        html.element("tr") { html in
          for column in columns {
            html.element(
              "th",
              .init("scope", "col"),
              .kind(column.isNumber ? "number" : "words"),
              say: column.name
            )
          }
        }
      }
      html.element("tbody") { html in
        for row in rows { writeRow(row, columns, to: &html) }
      }
    }
  }
}

private func writeRow(_ row: [Cell], _ columns: [Column], to html: inout HTMLWriter) {
  html.element("tr") { html in
    for (place, (cell, column)) in zip(row, columns).enumerated() {
      let kind = HTMLAttribute.kind(column.isNumber ? "number" : "words")
      if place == 0 {
        html.element("th", .init("scope", "row"), kind) { html in writeCell(cell, to: &html) }
      } else {
        html.element("td", kind) { html in writeCell(cell, to: &html) }
      }
    }
  }
}

private func writeCell(_ cell: Cell, to html: inout HTMLWriter) {
  switch cell {
  case .say(let phrase): html.say(phrase)
  case .quote(let text): html.quote(text)
  case .mood(let mood, let phrase):
    html.element("span", .kind("mood \(mood.rawValue)")) { html in
      html.element("span", .kind("sign"), .init("aria-hidden", "true"), text: mood.sign)
      html.say(phrase)
    }
  }
}

/// A table that is folded away under what it tells.
func writeFoldedTable(
  _ id: String,
  _ summary: Phrase,
  columns: [Column],
  rows: [[Cell]],
  to html: inout HTMLWriter
) {
  html.element("details") { html in
    html.element("summary", say: summary)
    writeTable(id, caption: summary, columns: columns, rows: rows, to: &html)
  }
}
