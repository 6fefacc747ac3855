import FoundationEssentials
import Records

/// Writes the page: one HTML document in two languages that asks for nothing from outside.
///
/// The same view gives the same bytes.
package func writeReport(_ view: ReportView) -> [UInt8] {
  var html = HTMLWriter()
  html.literal("<!DOCTYPE html>\n")
  html.element("html", .init("lang", "vi")) { html in
    html.element("head") { html in writeHead(to: &html) }
    html.newline()
    html.element("body") { html in
      writeTop(view, to: &html)
      html.element("main") { html in
        writeStatus(view, to: &html)
        writeTiles(view, to: &html)
        writeContents(to: &html)
        writeTimeline(view, to: &html)
        writeFigures(view, to: &html)
        writeChecks(view, to: &html)
        writeSources(view, to: &html)
        writeRejects(view, to: &html)
        writeQuality(view, to: &html)
        writeHosts(view, to: &html)
        writeRuns(view, to: &html)
      }
      writeFoot(view, to: &html)
    }
  }
  html.newline()
  return Array(html.text.utf8)
}

/// The head: the policy lets no style, script or picture in but the page's own.
private func writeHead(to html: inout HTMLWriter) {
  let policy =
    "default-src 'none'; style-src '\(sourceHash(of: reportStyle))'; "
    + "script-src '\(sourceHash(of: reportScript))'; img-src data:; base-uri 'none'; "
    + "form-action 'none'"
  html.void("meta", .init("charset", "utf-8"))
  html.void(
    "meta",
    .init("http-equiv", "Content-Security-Policy"),
    .init("content", policy)
  )
  html.void(
    "meta",
    .init("name", "viewport"),
    .init("content", "width=device-width, initial-scale=1")
  )
  html.void("meta", .init("name", "color-scheme"), .init("content", "light dark"))
  html.void("meta", .init("name", "referrer"), .init("content", "no-referrer"))
  html.void("link", .init("rel", "icon"), .init("href", "data:,"))
  html.element("title", text: "solieu · Số liệu trên báo · Figures in the news")
  html.literal("\n<style>")
  html.literal(reportStyle)
  html.literal("</style>\n<script>")
  html.literal(reportScript)
  html.literal("</script>")
}

/// What a content security policy calls a style or script by.
private func sourceHash(of literal: StaticString) -> String {
  var digest = Digest(.sha256)
  digest.update("\(literal)".utf8)
  return "sha256-" + Data(digest.finish()).base64EncodedString()
}

private func writeTop(_ view: ReportView, to html: inout HTMLWriter) {
  html.element("header", .kind("top")) { html in
    html.element("div") { html in
      html.element("h1", say: Phrase("Số liệu trên báo", "Figures in the news"))
      if let run = view.status.run {
        html.element("p", .kind("muted")) { html in html.quote(run.pipeline) }
      }
    }
    html.element("fieldset", .kind("languages")) { html in
      html.element("legend", .kind("hidden"), text: "Ngôn ngữ · Language")
      for language in Language.allCases {
        let code = "\(language.code)"
        html.element("label") { html in
          if language == .vietnamese {
            html.void(
              "input",
              .init("type", "radio"),
              .init("name", "language"),
              .id("to-\(code)"),
              .init("checked", "")
            )
          } else {
            html.void(
              "input",
              .init("type", "radio"),
              .init("name", "language"),
              .id("to-\(code)")
            )
          }
          let name = language == .vietnamese ? "Tiếng Việt" : "English"
          html.element("span", .init("lang", code), text: name)
        }
      }
    }
  }
}

/// Links to the sections, since the page is a long one on a phone.
private func writeContents(to html: inout HTMLWriter) {
  let sections: [(id: String, name: Phrase)] = [
    ("days", Phrase("Theo thời gian", "Over time")), ("figures", Phrase("Số liệu", "Figures")),
    ("checks", Phrase("Phép tính", "Checks")), ("sources", Phrase("Nguồn", "Sources")),
    ("rejects", Phrase("Trang bị loại", "Rejects")), ("quality", Phrase("Bóc tách", "Quality")),
    ("hosts", Phrase("Máy chủ", "Hosts")), ("runs", Phrase("Lần chạy", "Runs")),
  ]
  html.newline()
  html.element("nav", .kind("contents"), .init("aria-labelledby", "contents-title")) { html in
    html.element(
      "h2",
      .kind("hidden"),
      .id("contents-title"),
      say: Phrase("Trong trang này", "On this page")
    )
    html.element("ul") { html in
      for section in sections {
        html.element("li") { html in
          html.element("a", .section(section.id), say: section.name)
        }
      }
    }
  }
}

private func writeFoot(_ view: ReportView, to html: inout HTMLWriter) {
  html.element("footer") { html in
    if view.faults.count > 0 {
      html.element("div", .kind("note trouble"), .init("role", "note")) { html in
        html.element(
          "p",
          say: Phrase { language in
            language.count(
              view.faults.count,
              "chỗ trong bộ dữ liệu không đọc được, nên không có trong các con số trên:",
              one: "place of the dataset could not be read, and is missing from the numbers above:",
              many:
                "places of the dataset could not be read, and are missing from the numbers above:"
            )
          }
        )
        html.element("ul") { html in
          for fault in view.faults.first {
            html.element("li") { html in html.element("code") { $0.quote(fault) } }
          }
        }
      }
    }
    html.element("p", .kind("muted")) { html in
      html.say(
        Phrase(
          "Trang này do solieu viết từ bộ dữ liệu và không tải gì từ bên ngoài. "
            + "Ngày trong biểu đồ là ngày lưu trữ, theo giờ UTC.",
          "solieu wrote this page from the dataset; it loads nothing from outside. "
            + "Days in charts are the archive's, in UTC."
        )
      )
    }
  }
}

/// A section with its heading and what it is about.
func writeSection(
  _ id: String,
  _ title: Phrase,
  lead: Phrase? = nil,
  to html: inout HTMLWriter,
  content: (inout HTMLWriter) -> Void
) {
  html.newline()
  html.element("section", .id(id), .init("aria-labelledby", "\(id)-title")) { html in
    html.element("h2", .id("\(id)-title"), say: title)
    if let lead { html.element("p", .kind("lead"), say: lead) }
    content(&html)
  }
}
