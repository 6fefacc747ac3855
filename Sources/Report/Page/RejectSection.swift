import Records

/// Pages that gave no article, by reason.
func writeRejects(_ view: ReportView, to html: inout HTMLWriter) {
  let all = view.reasons.reduce(0) { $0 + $1.count }
  let days = view.window.lowerBound.distance(to: view.window.upperBound)
  writeSection(
    "rejects",
    Phrase("Trang không thành bài viết", "Pages that gave no article"),
    lead: all == 0
      ? nil
      : Phrase { language in
        language == .vietnamese
          ? "\(language.whole(all)) trang trong \(days) ngày. Màu nhạt là chuyện thường, "
            + "màu đậm là điều nên xem."
          : "\(language.whole(all)) pages in \(language.days(days)). Pale bars are as it should "
            + "be, strong ones are worth a look."
      },
    to: &html
  ) { html in
    guard all > 0 else {
      writeNothing(Phrase("Không có trang nào bị loại.", "No page was rejected."), to: &html)
      return
    }
    html.element("ul", .kind("levels")) { html in
      for reason in view.reasons {
        html.element("li") { html in
          writeReason(reason, of: all, most: view.reasons.first?.count ?? 1, to: &html)
        }
      }
    }
  }
}

private func writeReason(
  _ view: ReasonView,
  of all: Int,
  most: Int,
  to html: inout HTMLWriter
) {
  let reason = Reject.Reason(rawValue: view.reason)
  html.element("p", .kind("level")) { html in
    html.element("span") { html in
      html.element("b", say: reason?.words ?? Phrase(same: view.reason))
      html.write(" ")
      html.element("code") { $0.quote(view.reason) }
    }
    html.element(
      "span",
      .kind("number"),
      say: Phrase { "\($0.whole(view.count)) · \($0.percent(view.count, of: all))" }
    )
  }
  let kind = reason?.isExpected ?? false ? "rest" : "warn"
  writeLevel(view.count, of: most, kind, to: &html)
  guard let host = view.host, !host.name.isEmpty else { return }
  html.element("p", .kind("muted")) { html in
    html.say(Phrase("nhiều nhất: ", "most of them: "))
    html.quote(host.name)
    html.say(Phrase { " (\($0.whole(host.count)))" })
  }
}

/// A bar that lies.
func writeLevel(_ value: Int, of top: Int, _ kind: String, to html: inout HTMLWriter) {
  let width = max(2, Int((Double(value) * 1000 / Double(max(1, top))).rounded()))
  html.element(
    "svg",
    .kind("lying"),
    .init("viewBox", "0 0 1000 10"),
    .init("preserveAspectRatio", "none"),
    .init("aria-hidden", "true")
  ) { html in
    html.element("path", .kind("track"), .init("d", "M0 0h1000v10h-1000z")) { _ in }
    html.element("path", .kind(kind), .init("d", "M0 0h\(width)v10h-\(width)z")) { _ in }
  }
}

extension Reject.Reason {
  /// Whether it happens on every night, with nothing to mend.
  fileprivate var isExpected: Bool {
    switch self {
    case .redirect, .notHTML, .notArticle, .robots: true
    case .unreachable, .timeout, .tooLarge, .forbiddenAddress, .httpStatus, .noText, .unreadable,
      .brokenRecord:
      false
    }
  }

  fileprivate var words: Phrase {
    switch self {
    case .robots: Phrase("robots.txt không cho lấy", "robots.txt forbids it")
    case .unreachable: Phrase("không kết nối được", "host not reached")
    case .timeout: Phrase("quá giờ", "timed out")
    case .tooLarge: Phrase("trang quá lớn", "too large")
    case .forbiddenAddress: Phrase("địa chỉ không được hỏi", "address not allowed")
    case .httpStatus: Phrase("máy chủ báo lỗi", "error status")
    case .redirect: Phrase("chuyển sang địa chỉ khác", "sent elsewhere")
    case .notHTML:
      Phrase("không phải HTML: nguồn tin, robots.txt, ảnh", "no HTML: feeds, robots.txt, pictures")
    case .notArticle:
      Phrase("không phải bài viết: trang mục, tìm kiếm", "no article: listings, searches")
    case .noText: Phrase("khung bài không có chữ", "an article's frame without text")
    case .unreadable: Phrase("không giải mã được", "could not be decoded")
    case .brokenRecord: Phrase("bản lưu hỏng", "broken archive record")
    }
  }
}
