/// What became of a block of the page, and by which rule.
enum Fate: Equatable {
  case kept
  case lead

  /// Not in the element that holds the body.
  case outside

  /// In an element whose class, id, role or name says that it is something else.
  case foreign(Hints)

  /// One of several siblings that each begin with a link.
  case teaser
  case caption
  case headline
  case repeated
  case byline
  case dateline
  case linkLine
  case notice(String)
  case relatedHeading
  case emptyHeading
  case tail
}

extension Fate: CustomStringConvertible {
  var description: String {
    switch self {
    case .kept: "kept"
    case .lead: "kept as the lead"
    case .outside: "dropped: outside the body"
    case .foreign(let hints): "dropped: its element is named for \(hints)"
    case .teaser: "dropped: a teaser among others"
    case .caption: "dropped: a caption"
    case .headline: "dropped: repeats the headline"
    case .repeated: "dropped: repeats an earlier block"
    case .byline: "dropped: a byline"
    case .dateline: "dropped: a date alone"
    case .linkLine: "dropped: links alone"
    case .notice(let phrase): "dropped: a notice, by \"\(phrase)\""
    case .relatedHeading: "dropped: leads to other articles"
    case .emptyHeading: "dropped: a heading over nothing"
    case .tail: "dropped: after the article's end"
    }
  }
}

extension Hints: CustomStringConvertible {
  var description: String {
    let names: [(Hints, String)] = [
      (.body, "body"), (.lead, "lead"), (.caption, "caption"), (.byline, "byline"), (.date, "date"),
      (.related, "related"), (.share, "share"), (.comment, "comments"),
      (.navigation, "navigation"), (.footer, "footer"), (.advertisement, "advertisement"),
      (.tags, "tags"), (.form, "form"), (.consent, "consent"), (.hidden, "hidden"),
      (.sidebar, "sidebar"), (.title, "title"), (.media, "media"), (.article, "article"),
      (.gallery, "gallery"),
    ]
    return names.filter { contains($0.0) }.map(\.1).joined(separator: ", ")
  }
}
