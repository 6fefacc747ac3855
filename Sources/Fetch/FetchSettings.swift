/// How politely, how far and how often to fetch.
package struct FetchSettings: Sendable, Equatable {
  /// An address at which a person can be reached, sent with every request.
  package var contact: String

  /// The product token that robots.txt names us by, without a version.
  package var agent = "solieu"

  /// Sent as `User-Agent`'s product version.
  package var agentVersion = "0.1"

  /// The least time from the end of one request to the next of the same host. Default: 2 s.
  package var delay: Duration = .seconds(2)

  /// A host whose robots.txt asks for more than this is not asked at all. Default: 60 s.
  package var longestDelay: Duration = .seconds(60)

  /// How many hosts may be asked at the same time. Default: 8.
  package var hostsAtOnce = 8

  /// The longest time for a connection to open. Default: 10 s.
  package var connectTimeout: Duration = .seconds(10)

  /// The longest silence of a server that has our request. Default: 20 s.
  package var readTimeout: Duration = .seconds(20)

  /// The longest time for a whole response; what has come by then is kept. Default: 30 s.
  package var timeout: Duration = .seconds(30)

  /// The most bytes of a body, as sent; the rest is cut off. Default: 8,000,000.
  package var maxBytes = 8_000_000

  /// The most bytes of a feed or sitemap once decoded. Default: 64,000,000.
  package var maxDecodedBytes = 64_000_000

  /// How often a request is made again after a failure that may pass. Default: 3.
  package var retries = 3

  /// The wait before the first of these, doubled for each next one. Default: 5 s.
  package var backOff: Duration = .seconds(5)

  /// The longest `Retry-After` that is waited for; above it the page fails. Default: 120 s.
  package var longestRetryAfter: Duration = .seconds(120)

  /// After so many requests failed in a row, a host is not asked again in this run. Default: 5.
  package var failuresUntilGivenUp = 5

  /// The most redirects followed from one address. Default: 5.
  package var maxRedirects = 5

  /// How deep indexes of sitemaps may nest. Default: 11.
  package var maxSitemapDepth = 11

  /// The most sitemaps read for one source. Default: 50.
  package var maxSitemaps = 50

  /// The most pages taken from one source in one run. Default: 2,000.
  package var maxLinks = 2_000

  /// A link that its source dates before this many days is left out; `nil` takes all. Default: 7.
  package var maxAgeDays: Int? = 7

  /// The days after its first capture on which a page is asked again. Default: 1, 3, 7.
  package var revisitDays = [1, 3, 7]

  /// The least hours between two requests of one page; 0 asks again in every run, whatever
  /// `revisitDays` says. Default: 20.
  package var revisitAfterHours = 20

  /// Networks that may be asked although they are private, such as `127.0.0.0/8`, `::1`.
  package var allowAddresses: [String] = []

  package init(contact: String) {
    self.contact = contact
  }

  /// `User-Agent`, such as `solieu/0.1 (+mailto:ops@example.org)`.
  package var userAgent: String {
    let isMail = contact.contains("@") && !contact.contains(":")
    return "\(agent)/\(agentVersion) (+\(isMail ? "mailto:" : "")\(contact))"
  }
}
