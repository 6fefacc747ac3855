/// The hosts that answer slowest.
func writeHosts(_ view: ReportView, to html: inout HTMLWriter) {
  writeSection(
    "hosts",
    Phrase("Máy chủ chậm nhất", "Slowest hosts"),
    lead: view.hosts.isEmpty
      ? nil
      : Phrase { language in
        let count = view.runs.count
        let runs = language.whole(count)
        return language == .vietnamese
          ? "Trung vị thời gian nhận trọn một trả lời, \(runs) lần chạy gần nhất."
          : "The median time to a whole answer, over the last "
            + (count == 1 ? "run." : "\(runs) runs.")
      },
    to: &html
  ) { html in
    guard let slowest = view.hosts.first else {
      writeNothing(
        Phrase(
          "Chưa có bản ghi nào nói máy chủ trả lời nhanh chậm ra sao.",
          "No run's record tells how fast hosts answered."
        ),
        to: &html
      )
      return
    }
    html.element("ul", .kind("levels")) { html in
      for host in view.hosts.prefix(mostHosts) {
        html.element("li") { html in writeHost(host, of: slowest.medianMs, to: &html) }
      }
    }
    guard view.hosts.count > mostHosts else { return }
    html.element(
      "p",
      .kind("muted"),
      say: Phrase { language in
        let rest = language.whole(view.hosts.count - mostHosts)
        return language == .vietnamese
          ? "\(rest) máy chủ khác nhanh hơn." : "\(rest) other hosts are faster."
      }
    )
  }
}

private let mostHosts = 10

private func writeHost(_ host: HostView, of slowest: Int, to html: inout HTMLWriter) {
  html.element("p", .kind("level")) { html in
    html.element("b") { $0.quote(host.name) }
    html.element(
      "span",
      .kind("number"),
      say: Phrase { $0.duration(milliseconds: host.medianMs) }
    )
  }
  writeLevel(host.medianMs, of: slowest, "first", to: &html)
  html.element(
    "p",
    .kind("muted"),
    say: Phrase { language in
      let requests = language.count(host.requests, "lượt hỏi", one: "request", many: "requests")
      let longest = language.duration(milliseconds: host.slowestMs)
      var text = requests
      text += language == .vietnamese ? ", lâu nhất \(longest)" : ", the longest \(longest)"
      guard host.failed > 0 else { return text }
      let failed =
        "\(language.whole(host.failed)) "
        + "(\(language.percent(host.failed, of: host.requests)))"
      return text + (language == .vietnamese ? ", \(failed) hỏng" : ", \(failed) failed")
    }
  )
}
