import Load

/// Arithmetic in the news that does not come out.
func writeChecks(_ view: ReportView, to html: inout HTMLWriter) {
  let failing = view.checks.reduce(0) { $0 + $1.failing }
  let all = view.checks.reduce(0) { $0 + $1.all }
  writeSection(
    "checks",
    Phrase("Phép tính không khớp trên báo", "Arithmetic in the news that fails"),
    lead: all == 0
      ? nil
      : Phrase { language in
        let (checked, failed) = (language.whole(all), language.whole(failing))
        return language == .vietnamese
          ? "Bài báo thường cho đủ số để tính lại: đã tính \(checked) phép, \(failed) phép không "
            + "khớp với độ chính xác được in. Lỗi có thể ở bài báo, cũng có thể ở cách máy đọc câu."
          : "Articles often give enough to reckon again: of \(checked) such checks, \(failed) "
            + "do not come out within the precision printed. The article may be wrong, "
            + "or our reading of it."
      },
    to: &html
  ) { html in
    if all > 0 { writeTotals(view.checks, to: &html) }
    guard !view.failures.isEmpty else {
      writeNothing(
        all == 0
          ? Phrase("Chưa có phép tính nào để kiểm tra.", "There is no arithmetic to check yet.")
          : Phrase("Phép nào cũng khớp.", "All of it comes out."),
        to: &html
      )
      return
    }
    html.element("ol", .kind("cards failures")) { html in
      for failure in view.failures {
        html.element("li") { html in
          html.element("p", .kind("reckoning")) { html in
            html.element("span", .kind("rule"), say: ruleName(failure.rule))
            html.element("span", say: spelledOut(failure.rule, failure.statement))
          }
          html.element("blockquote", .init("lang", "vi")) { html in
            writeSentence(failure.row.sentence, marks: failure.marks, to: &html)
          }
          writeSource(of: failure.row, headline: failure.headline, day: failure.day, to: &html)
        }
      }
    }
    guard failing > view.failures.count else { return }
    writeMore(failing - view.failures.count, to: &html)
  }
}

private func writeMore(_ rest: Int, to html: inout HTMLWriter) {
  html.element(
    "p",
    .kind("muted"),
    say: Phrase { language in
      language == .vietnamese
        ? "Còn \(language.whole(rest)) phép nữa trong bộ dữ liệu: các dòng observations "
          + "có holds là false."
        : "\(language.whole(rest)) more are in the dataset: lines of observations "
          + "whose holds is false."
    }
  )
}

private func writeTotals(_ checks: [CheckTotal], to html: inout HTMLWriter) {
  html.element("ul", .kind("totals")) { html in
    for check in checks {
      html.element("li") { html in
        html.element("b", say: ruleName(check.rule))
        html.element(
          "span",
          say: Phrase { language in
            let (failing, all) = (language.whole(check.failing), language.whole(check.all))
            return language == .vietnamese
              ? "\(failing) không khớp trong \(all)" : "\(failing) of \(all) fail"
          }
        )
      }
    }
  }
}

private func ruleName(_ rule: String) -> Phrase {
  switch rule {
  case "share": Phrase("Tỷ lệ", "Share")
  case "sum": Phrase("Tổng", "Sum")
  case "difference": Phrase("Chênh lệch", "Difference")
  case "growth": Phrase("Tăng giảm", "Growth")
  default: Phrase(same: rule)
  }
}
