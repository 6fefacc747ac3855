import Testing

@testable import Report

struct TimelineTests {
  private let last = CivilDay(number: 18_590)  // Tuesday, 2020-11-24

  private func days(_ count: Int) -> [CivilDay: ReportData.DayCounts] {
    var days: [CivilDay: ReportData.DayCounts] = [:]
    for back in 0..<count {
      days[last.advanced(by: -back)] = ReportData.DayCounts(articles: 1, figures: 10, rejects: 2)
    }
    return days
  }

  @Test(arguments: [
    (0, Timeline.Step.day, 0), (1, .day, 14), (20, .day, 20), (92, .day, 92), (93, .week, 14),
    (366, .week, 53), (742, .week, 107), (743, .month, 25), (4000, .month, 132),
  ])
  func takesAsManyBarsAsCanBeToldApart(count: Int, step: Timeline.Step, bars: Int) {
    let timeline = Timeline(days(count), until: last)
    #expect(timeline.step == step)
    #expect(timeline.bars.count == bars)
    #expect(timeline.bars.reduce(0) { $0 + $1.counts.figures } == count * 10)
    #expect(timeline.bars.map(\.start) == timeline.bars.map(\.start).sorted())
  }

  @Test func showsTheDaysAfterTheLastPart() {
    let timeline = Timeline(days(20), until: last.advanced(by: 3))
    #expect(timeline.bars.count == 23)
    #expect(timeline.bars.last?.counts == ReportData.DayCounts())
  }

  @Test(arguments: [
    (0, 2), (1, 2), (2, 2), (7, 8), (10, 10), (11, 20), (281, 400), (99_999, 100_000),
  ])
  func roundsUp(value: Int, rounded: Int) {
    #expect(roundedUp(value) == rounded)
  }
}
