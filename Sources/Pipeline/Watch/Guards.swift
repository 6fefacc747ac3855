import Records

/// What has fallen behind what was usual in the nights before: the signs of silent decay.
///
/// A guard speaks only where `limits.nights` earlier nights tell what is usual. Nights in which it
/// spoke of the same source are none of these, so that a decay does not become the usual thing.
///
/// - Parameters:
///   - tonight: What the night gave.
///   - earlier: What the nights before gave, the newest first.
///   - limits: The pipeline's.
/// - Returns: The troubles, by source, then by site.
func decays(
  of tonight: NightYield,
  since earlier: [NightYield],
  _ limits: GuardLimits
) -> [Trouble] {
  let earlier = Array(earlier.prefix(GuardLimits.window))
  var troubles: [Trouble] = []
  for (source, now) in tonight.sources.sorted(by: { $0.key < $1.key })
  where !tonight.wasTroubled(source) {
    let nights = earlier.filter { !$0.wasTroubled(source) }.compactMap { $0.sources[source] }
    guard nights.count >= limits.nights else { continue }
    let articles = Fall(now.articles, of: nights.map(\.articles))
    let figures = Fall(now.figures, of: nights.map(\.figures))
    if let trouble = articles.trouble(.articlesFell, source, "articles", limits) {
      troubles.append(trouble)
    } else if let trouble = figures.trouble(.figuresFell, source, "figures", limits) {
      troubles.append(trouble)
    }
  }
  for (site, now) in tonight.sites.sorted(by: { $0.key < $1.key })
  where now.articles >= GuardLimits.leastForQuality {
    let nights = earlier.filter { !$0.wasTroubled(site) }.compactMap { $0.sites[site] }
      .filter { $0.articles > 0 }
    guard nights.count >= limits.nights else { continue }
    troubles += qualityFall(of: site, now, nights.map(\.meanQuality), limits).map { [$0] } ?? []
  }
  return troubles
}

/// A count of tonight beside what is usual.
private struct Fall {
  let now: Int
  let usual: Int
  let nights: Int

  init(_ now: Int, of earlier: [Int]) {
    self.now = now
    usual = Int(median(earlier.map(Double.init)))
    nights = earlier.count
  }

  func trouble(
    _ kind: Trouble.Kind,
    _ source: String,
    _ things: String,
    _ limits: GuardLimits
  ) -> Trouble? {
    let least =
      kind == .articlesFell ? GuardLimits.leastArticles : GuardLimits.leastFigures
    guard usual >= least, now * 100 < usual * limits.warnBelow else { return nil }
    return Trouble(
      kind,
      source,
      "\(now) \(now == 1 ? String(things.dropLast()) : things), \(now * 100 / usual) % of the \(usual) that are usual "
        + "(median of \(nights) nights)",
      fails: now * 100 < usual * limits.failBelow
    )
  }
}

private func qualityFall(
  of site: String,
  _ now: NightYield.Sum,
  _ earlier: [Double],
  _ limits: GuardLimits
) -> Trouble? {
  let usual = median(earlier)
  guard usual > 0, now.meanQuality * 100 < usual * Double(limits.qualityWarnBelow) else {
    return nil
  }
  func hundredths(_ number: Double) -> String { "\((number * 100).rounded() / 100)" }
  return Trouble(
    .qualityFell,
    site,
    "quality \(hundredths(now.meanQuality)) over \(now.articles) articles, "
      + "usually \(hundredths(usual)) (median of \(earlier.count) nights)",
    fails: now.meanQuality * 100 < usual * Double(limits.qualityFailBelow)
  )
}

/// The middle of `numbers`, the lower one of two; 0 where there are none.
private func median(_ numbers: [Double]) -> Double {
  numbers.isEmpty ? 0 : numbers.sorted()[(numbers.count - 1) / 2]
}
