import Records

/// What somebody should look at: what it is in both languages, then the program's own line.
func writeTroubles(_ troubles: [RunRow.TroubleRow], to html: inout HTMLWriter) {
  html.element("ul", .kind("warnings")) { html in
    for trouble in troubles.prefix(mostTroubles) {
      html.element("li") { html in
        html.element("b", say: words(for: trouble.kind))
        if !trouble.subject.isEmpty {
          html.write(" ")
          html.quote(trouble.subject)
        }
        html.write(": ")
        html.element("span", .init("lang", "en")) { $0.quote(trouble.detail) }
        if trouble.nights > 1 {
          html.say(Phrase(" (đêm thứ \(trouble.nights))", " (night \(trouble.nights))"))
        }
      }
    }
  }
  guard troubles.count > mostTroubles else { return }
  html.element(
    "p",
    .kind("muted"),
    say: Phrase { language in
      let rest = language.whole(troubles.count - mostTroubles)
      return language == .vietnamese
        ? "và \(rest) điều nữa trong bản ghi của lần chạy" : "and \(rest) more in the run's record"
    }
  )
}

private let mostTroubles = 20

private func words(for kind: String) -> Phrase {
  guard let kind = Trouble.Kind(rawValue: kind) else { return Phrase(same: kind) }
  return switch kind {
  case .sourceFailed: Phrase("Nguồn lỗi", "Source failed")
  case .sourceEmpty: Phrase("Nguồn trống", "Source empty")
  case .pagesFailed: Phrase("Quá nhiều trang lỗi", "Too many pages failed")
  case .articlesFell: Phrase("Ít bài hẳn đi", "Far fewer articles")
  case .figuresFell: Phrase("Ít số liệu hẳn đi", "Far fewer figures")
  case .qualityFell: Phrase("Bóc tách kém đi", "Extractor less sure")
  case .unfinished: Phrase("Chưa lấy hết", "Not all was fetched")
  case .deadline: Phrase("Hết giờ", "Deadline passed")
  case .stopped: Phrase("Bị dừng", "Told to stop")
  case .killed: Phrase("Lần trước đứt giữa chừng", "An earlier run was cut off")
  case .badArchive: Phrase("Tệp lưu trữ hỏng", "Bad archive file")
  case .cannotWrite: Phrase("Không ghi được tệp", "A file can't be written")
  }
}
