/// What a page's JSON-LD says about the article and the page.
struct LinkedData {
  /// The types of all objects, such as `NewsArticle`.
  private(set) var types: Set<String> = []
  private(set) var headline: String?
  private(set) var description: String?
  private(set) var published: String?
  private(set) var modified: String?
  private(set) var authors: [String] = []
  private(set) var section: String?
  private(set) var keywords: [String] = []
  private(set) var publisher: String?
  private(set) var language: String?

  /// The article's text, where the page tells it here too.
  private var body = ""

  /// At most how many code points `paragraphs` have.
  var paragraphsLimit: Int { body.utf8.count }

  /// The paragraphs of the article's text, where the page tells them here too.
  var paragraphs: [String] {
    body.split(whereSeparator: \.isNewline).map { plainText(String($0)) }.filter { !$0.isEmpty }
  }

  /// The names on the way from the front page to this one.
  private(set) var trail: [String] = []

  /// Whether an object is an article.
  private(set) var hasArticle = false

  /// - Parameter scripts: The JSON texts.
  init(_ scripts: [ArraySlice<UInt8>]) {
    var waiting: [JSONValue] = scripts.compactMap(JSONReader.read).reversed()
    var names: [String: String] = [:]
    var article: JSONValue?
    while let value = waiting.popLast() {
      switch value {
      case .list(let values): waiting.append(contentsOf: values.reversed())
      case .object(let members):
        let own = (value["@type"]?.elements ?? []).compactMap(\.text)
        types.formUnion(own)
        if let id = value["@id"]?.text, let name = value["name"]?.text { names[id] = name }
        if own.contains("BreadcrumbList") { trail = steps(of: value["itemListElement"]) }
        if own.contains(where: isArticleType) {
          if article == nil || article?["headline"] == nil { article = value }
        }
        waiting.append(contentsOf: members.map(\.value).reversed())
      default: break
      }
    }
    guard let article else { return }
    hasArticle = true
    take(article, names: names)
  }

  private mutating func take(_ article: JSONValue, names: [String: String]) {
    headline = (article["headline"] ?? article["name"])?.text.map(plainText)
    description = article["description"]?.text.map(plainText)
    published = article["datePublished"]?.text ?? article["dateCreated"]?.text
    modified = article["dateModified"]?.text
    section = article["articleSection"]?.text.map(plainText)
    language = (article["inLanguage"]?["name"] ?? article["inLanguage"])?.text
    body = article["articleBody"]?.text ?? ""
    publisher = article["publisher"].flatMap { name(of: $0, names) }
    authors =
      (article["author"] ?? article["creator"])?.elements
      .compactMap { name(of: $0, names) } ?? []
    keywords = (article["keywords"]?.elements ?? []).compactMap(\.text).flatMap(splitKeywords)
  }

  private func steps(of list: JSONValue?) -> [String] {
    (list?.elements ?? []).compactMap { ($0["name"] ?? $0["item"]?["name"])?.text.map(plainText) }
  }

  private func name(of value: JSONValue, _ names: [String: String]) -> String? {
    let text = value.text ?? value["name"]?.text ?? value["@id"]?.text.flatMap { names[$0] }
    return text.map(plainText)
  }
}

/// Whether a type of schema.org is an article or a kind of it.
func isArticleType(_ type: String) -> Bool {
  let name = type.split(separator: "/").last ?? ""
  return name.hasSuffix("Article") || name.hasSuffix("BlogPosting") || name == "Report"
}

/// The parts of a list such as `giáo dục, Lạng Sơn`.
func splitKeywords(_ text: String) -> [String] {
  text.split(whereSeparator: { $0 == "," || $0 == ";" }).map { plainText(String($0)) }
    .filter { !$0.isEmpty }
}
