import ASCII

/// What a robots.txt says to one robot.
///
/// RFC 9309, with Crawl-delay and Sitemap beside it. Where the RFC leaves room it goes by what
/// Google's parser does, and where a mistake of the author's may mean «keep out», keeps out.
package struct Robots: Sendable, Equatable {
  /// Those for us by name, or, where there are none, those for `*`.
  package private(set) var rules: [RobotsRule] = []

  /// The seconds asked for between two requests; `nil` where it does not say.
  package private(set) var delay: Duration?

  /// The addresses of sitemaps, as written, each once.
  package private(set) var sitemaps: [String] = []

  /// The first bytes of a file that are read: 500 KiB, the least that the RFC allows.
  package static let maxBytes = 500 * 1024

  /// Reads a file's bytes, whatever they are, for the robot whose product token is `agent`.
  package init(_ bytes: some Collection<UInt8>, agent: String) {
    var own = Group()
    var anyone = Group()
    var isForOwn = false
    var isForAnyone = false
    var isInRules = false
    for line in RobotsLines(Array(bytes.prefix(Self.maxBytes))) {
      switch line.key {
      case .agent:
        if isInRules { (isForOwn, isForAnyone, isInRules) = (false, false, false) }
        if names(line.value, "*") { isForAnyone = true }
        if names(line.value, agent) {
          isForOwn = true
          own.isThere = true
        }
      case .allow, .disallow:
        isInRules = true
        var added = [RobotsRule(isAllowed: line.key == .allow, pattern: line.value)]
        if line.key == .allow { added += RobotsRule.impliedByIndex(line.value).map { [$0] } ?? [] }
        if isForOwn { own.rules += added }
        if isForAnyone { anyone.rules += added }
      case .delay:
        let delay = readDelay(line.value)
        if isForOwn { own.delay = own.delay ?? delay }
        if isForAnyone { anyone.delay = anyone.delay ?? delay }
      case .sitemap:
        let sitemap = String(decoding: line.value, as: UTF8.self)
        if !sitemap.isEmpty, !sitemaps.contains(sitemap) { sitemaps.append(sitemap) }
      }
    }
    let group = own.isThere ? own : anyone
    rules = group.rules.filter { !$0.isEmpty }
    delay = group.delay
  }

  /// A robots.txt that allows all, as one that isn't there does.
  package static let allowAll = Robots([], agent: "")

  /// Whether `target`, a path with its query as a request line has it, may be asked for.
  package func allows(_ target: String) -> Bool {
    if target == "/robots.txt" { return true }
    let path = normalizeForRobots(Array(target.utf8), isPattern: false)
    var best: RobotsRule?
    for rule in rules where rule.matches(path) {
      guard let current = best else {
        best = rule
        continue
      }
      if rule.length > current.length || rule.length == current.length && rule.isAllowed {
        best = rule
      }
    }
    return best?.isAllowed ?? true
  }
}

private struct Group {
  var isThere = false
  var rules: [RobotsRule] = []
  var delay: Duration?
}

/// Whether the value of a `User-agent` line names `agent`.
///
/// What counts are letters, `-` and `_` up to the first other character, so that a version or a
/// comment after it does not matter. A list with commas, which the RFC does not know, names all
/// that are in it.
private func names(_ value: ArraySlice<UInt8>, _ agent: String) -> Bool {
  if agent == "*" {
    return value.first == UInt8(ascii: "*") && (value.count == 1 || value.dropFirst().first.isBlank)
  }
  return value.split(separator: UInt8(ascii: ",")).contains { name in
    let token = name.drop { $0 <= 0x20 }.prefix {
      isLetter($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
    return !token.isEmpty && token.map(lowercase) == agent.utf8.map(lowercase)
  }
}

/// Seconds, perhaps with a fraction; `nil` for anything else.
private func readDelay(_ value: ArraySlice<UInt8>) -> Duration? {
  let digits = value.prefix { isDigit($0) || $0 == UInt8(ascii: ".") }
  guard let seconds = Double(String(decoding: digits, as: UTF8.self)), seconds >= 0 else {
    return nil
  }
  return .milliseconds(Int(min(seconds, 1e9) * 1000))
}

extension UInt8? {
  fileprivate var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}
