/// A language of the page.
package enum Language: Sendable, CaseIterable {
  case vietnamese
  case english

  /// BCP 47, which is also its class in the page's style.
  var code: StaticString {
    switch self {
    case .vietnamese: "vi"
    case .english: "en"
    }
  }
}

/// Something said in both languages of the page.
package struct Phrase: Sendable, Equatable {
  package var vietnamese: String
  package var english: String

  package init(_ vietnamese: String, _ english: String) {
    self.vietnamese = vietnamese
    self.english = english
  }

  /// What `say` says in each language.
  package init(_ say: (Language) -> String) {
    self.init(say(.vietnamese), say(.english))
  }

  /// The same in both languages, such as a name.
  package init(same text: String) {
    self.init(text, text)
  }

  package func text(in language: Language) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  static func + (left: Phrase, right: Phrase) -> Phrase {
    Phrase(left.vietnamese + right.vietnamese, left.english + right.english)
  }
}

extension Language {
  /// How many of something, such as `1 page`, `1,234 pages`, `1.234 trang`.
  func count(_ number: Int, _ vietnamese: String, one: String, many: String) -> String {
    switch self {
    case .vietnamese: "\(whole(number)) \(vietnamese)"
    case .english: "\(whole(number)) \(number == 1 ? one : many)"
    }
  }

  func days(_ number: Int) -> String { count(number, "ngày", one: "day", many: "days") }

  func pages(_ number: Int) -> String { count(number, "bài", one: "article", many: "articles") }

  func figures(_ number: Int) -> String {
    count(number, "số liệu", one: "figure", many: "figures")
  }
}
