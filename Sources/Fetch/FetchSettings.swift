/// How politely, how far and how often to fetch.
package struct FetchSettings: Sendable, Equatable {
  /// An address at which a person can be reached, sent with every request.
  package var contact: String

  /// The product token that robots.txt names us by, without a version.
  package var agent = "solieu"

  /// Sent as `User-Agent`'s product version.
  package var agentVersion = "0.1"

  /// The least time from the end of one request to the next of the same host; 2 s by default.
  package var delay: Duration = .seconds(2)

  /// A host whose robots.txt asks for more than this is not asked at all; 60 s by default.
  package var longestDelay: Duration = .seconds(60)

  /// How many hosts may be asked at the same time; 8 by default.
  package var hostsAtOnce = 8

  /// The longest time for a connection to open; 10 s by default.
  package var connectTimeout: Duration = .seconds(10)

  /// The longest silence of a server that has our request; 20 s by default.
  package var readTimeout: Duration = .seconds(20)

  /// The longest time for a whole response; what has come by then is kept; 30 s by default.
  package var timeout: Duration = .seconds(30)

  /// The most bytes of a body, as sent; the rest is cut off; 8,000,000 by default.
  package var maxBytes = 8_000_000

  /// The most bytes of a feed or sitemap once decoded; 64,000,000 by default.
  package var maxDecodedBytes = 64_000_000

  /// The longest time for a whole run; what waits then is left to the next; 6 h by default.
  package var longestRun: Duration = .seconds(6 * 3600)

  /// How often a request is made again after a failure that may pass; 3 by default.
  package var retries = 3

  /// The wait before the first of these, doubled for each next one; 5 s by default.
  package var backOff: Duration = .seconds(5)

  /// The longest `Retry-After` that is waited for; above it the page fails; 120 s by default.
  package var longestRetryAfter: Duration = .seconds(120)

  /// After so many requests failed in a row, a host is not asked again in this run; 5 by default.
  package var failuresUntilGivenUp = 5

  /// The most redirects followed from one address; 5 by default.
  package var maxRedirects = 5

  /// How deep indexes of sitemaps may nest; 11 by default.
  package var maxSitemapDepth = 11

  /// The most sitemaps read for one source; 50 by default.
  package var maxSitemaps = 50

  /// The most pages taken from one source in one run; 2,000 by default.
  package var maxLinks = 2_000

  /// The age in days, by its source's word, from which on a link is left out; 7 by default.
  ///
  /// `nil` takes all, and a link without a date is always taken.
  package var maxAgeDays: Int? = 7

  /// The days after its first capture on which a page is asked again: 1, 3, 7 by default.
  package var revisitDays = [1, 3, 7]

  /// For how many days a page that failed is asked for although nothing names it; 3 by default.
  package var failedDays = 3

  /// The least hours between two requests of one page; 20 by default.
  ///
  /// 0 asks for every page of every source in every run, whatever `revisitDays` says.
  package var revisitAfterHours = 20

  /// Networks that may be asked although they are private, such as `127.0.0.0/8`, `::1`.
  package var allowAddresses: [String] = []

  package init(contact: String) {
    self.contact = contact
  }

  /// `User-Agent`, such as `solieu/0.1 (+mailto:ops@example.org)`.
  package var userAgent: String {
    let product = "\(agent)/\(agentVersion)"
    let contact = contact.filter { $0.isASCII && $0 >= " " && $0 != "(" && $0 != ")" }
    guard !contact.isEmpty else { return product }
    let isMail = contact.contains("@") && !contact.contains(":")
    return "\(product) (+\(isMail ? "mailto:" : "")\(contact))"
  }
}
