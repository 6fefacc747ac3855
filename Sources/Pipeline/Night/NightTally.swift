import Fetch
import Records
import Synchronization

/// Is told of every article as it goes into a part, with how many figures it states.
typealias ArticleWatcher = @Sendable (Article, _ figures: Int) -> Void

/// Counts a run's articles by site, and by the source that led to them.
final class NightTally: Sendable {
  private struct Sum {
    var articles = 0
    var figures = 0
    var quality = 0.0

    mutating func add(_ article: Article, _ figures: Int) {
      articles += 1
      self.figures += figures
      quality += article.quality ?? 0
    }

    /// To three decimals, so that it does not hang on the order of the sum.
    var meanQuality: Double {
      articles == 0 ? 0 : (quality / Double(articles) * 1000).rounded() / 1000
    }
  }

  private let state: FetchState?
  private let sums = Mutex<(sites: [String: Sum], sources: [String: Sum])>(([:], [:]))

  /// - Parameter state: Knows which source led to a page; `nil` where there are none.
  init(_ state: FetchState?) {
    self.state = state
  }

  func note(_ article: Article, figures: Int) {
    let source = article.url.isEmpty ? nil : try? state?.origin(of: article.url)
    sums.withLock { sums in
      sums.sites[article.site ?? "", default: Sum()].add(article, figures)
      if let source { sums.sources[source, default: Sum()].add(article, figures) }
    }
  }

  /// Puts the counts into the record.
  func write(to record: inout RunRecord) {
    let (sites, sources) = sums.withLock { ($0.sites, $0.sources) }
    for index in record.sources.indices {
      let source = record.sources[index].source
      // A source is known by its address as written; what led to a page, as it is asked for.
      let address = WebURL(source)?.withoutFragment.description ?? source
      guard let sum = sources[address] else { continue }
      record.sources[index].articles = sum.articles
      record.sources[index].observations = sum.figures
      record.sources[index].quality = sum.meanQuality
    }
    let most = sites.sorted { ($1.value.articles, $0.key) < ($0.value.articles, $1.key) }
    record.sites = most.prefix(RunRecord.mostSites).map { site, sum in
      var yield = SiteYield(site: site)
      (yield.articles, yield.observations, yield.quality) =
        (sum.articles, sum.figures, sum.meanQuality)
      return yield
    }
  }
}
