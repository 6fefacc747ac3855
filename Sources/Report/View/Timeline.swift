/// Pages and figures over all days of a dataset, in as many bars as can be told apart.
package struct Timeline: Sendable, Equatable {
  package enum Step: Sendable, Equatable {
    case day
    case week
    case month
  }

  package struct Bar: Sendable, Equatable {
    /// Its first day.
    package var start: CivilDay

    package var counts: ReportData.DayCounts
  }

  package var step: Step

  /// In time's order, without a gap; empty where there is no day.
  package var bars: [Bar]

  /// - Parameters:
  ///   - days: The counts.
  ///   - last: The last day to show; the days after the dataset's are empty.
  init(_ days: [CivilDay: ReportData.DayCounts], until last: CivilDay) {
    guard let first = days.keys.min(), let newest = days.keys.max() else {
      step = .day
      bars = []
      return
    }
    let end = max(last, newest)
    let length = first.distance(to: end) + 1
    let step: Step = length <= Self.mostDays ? .day : length <= Self.mostWeeks * 7 ? .week : .month
    // A few days stand at the end of a fortnight, so that one bar does not fill the page.
    let start = length < Self.fewestDays ? end.advanced(by: 1 - Self.fewestDays) : first
    var bars: [Bar] = []
    for day in start...end {
      let head = Self.head(of: day, step)
      if bars.last?.start != head { bars.append(Bar(start: head, counts: .init())) }
      guard let counts = days[day] else { continue }
      bars[bars.count - 1].counts.articles += counts.articles
      bars[bars.count - 1].counts.figures += counts.figures
      bars[bars.count - 1].counts.rejects += counts.rejects
    }
    self.step = step
    self.bars = bars
  }

  private static func head(of day: CivilDay, _ step: Step) -> CivilDay {
    switch step {
    case .day: day
    case .week: day.monday
    case .month: day.firstOfMonth
    }
  }

  private static let fewestDays = 14
  private static let mostDays = 92
  private static let mostWeeks = 106
}

/// The least round number that is not under `value`: 1, 2 or 5 times a power of ten; at least 2.
package func roundedUp(_ value: Int) -> Int {
  var power = 1
  while power < value / 10 { power *= 10 }
  for step in [1, 2, 4, 5, 6, 8, 10, 20, 40, 50, 60, 80, 100] where step * power >= max(2, value) {
    return step * power
  }
  return value
}
