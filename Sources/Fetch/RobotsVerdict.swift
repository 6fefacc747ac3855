/// What may be asked of one origin in this run.
enum RobotsVerdict: Sendable {
  case rules(Robots)

  /// Nothing may; `reason` is for people.
  case nothing(reason: String)

  /// How the reason begins where robots.txt may be there at another time.
  static let unread = "robots.txt could not be read"

  /// Why `url` may not be asked for; `nil` where it may.
  func refusal(of url: WebURL) -> String? {
    switch self {
    case .rules(let robots):
      robots.allows(url.requestTarget) ? nil : "robots.txt disallows \(url.requestTarget)"
    case .nothing(let reason): reason
    }
  }
}

extension WebURL {
  /// The address of its origin's robots.txt.
  var robots: WebURL {
    var url = self
    url.username = ""
    url.password = ""
    url.path = "/robots.txt"
    url.query = nil
    url.fragment = nil
    return url
  }
}
