/// What the class, id, role and itemprop of an element say about it.
struct Hints: OptionSet, Sendable {
  let rawValue: UInt32

  static let body = Hints(rawValue: 1 << 0)
  static let lead = Hints(rawValue: 1 << 1)
  static let caption = Hints(rawValue: 1 << 2)
  static let byline = Hints(rawValue: 1 << 3)
  static let date = Hints(rawValue: 1 << 4)
  static let related = Hints(rawValue: 1 << 5)
  static let share = Hints(rawValue: 1 << 6)
  static let comment = Hints(rawValue: 1 << 7)
  static let navigation = Hints(rawValue: 1 << 8)
  static let footer = Hints(rawValue: 1 << 9)
  static let advertisement = Hints(rawValue: 1 << 10)
  static let tags = Hints(rawValue: 1 << 11)
  static let form = Hints(rawValue: 1 << 12)
  static let consent = Hints(rawValue: 1 << 13)
  static let hidden = Hints(rawValue: 1 << 14)
  static let sidebar = Hints(rawValue: 1 << 15)
  static let title = Hints(rawValue: 1 << 16)
  static let media = Hints(rawValue: 1 << 17)
  static let article = Hints(rawValue: 1 << 18)
  static let gallery = Hints(rawValue: 1 << 19)

  /// Some class begins like one that hides.
  static let maybeHidden = Hints(rawValue: 1 << 20)

  /// An element with one of these holds nothing of the article, unless it holds most of the page.
  static let foreign: Hints = [
    .related, .share, .comment, .navigation, .footer, .advertisement, .tags, .form, .consent,
    .hidden, .sidebar, .byline, .date, .gallery,
  ]
}

extension Hints {
  /// What a class, an id, a role or an itemprop says.
  init(_ bytes: ArraySlice<UInt8>) {
    self = HintMatcher.shared.hints(in: bytes.span)
  }
}
