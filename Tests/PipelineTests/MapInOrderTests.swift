import Synchronization
import Testing

@testable import Pipeline

struct MapInOrderTests {
  @Test(arguments: [1, 3, 50])
  func handsOnInOrderHoweverLongEachTakes(width: Int) async throws {
    let running = Mutex((now: 0, most: 0))
    var order: [Int] = []
    try await mapInOrder(Array(0..<40), width: width) { number in
      running.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
      for _ in 0..<(number * 7 % 5) { await Task.yield() }
      running.withLock { $0.now -= 1 }
      return number * 2
    } handOn: { number, outcome in
      #expect(outcome == number * 2)
      order.append(number)
    }
    #expect(order == Array(0..<40))
    #expect(running.withLock { $0.most } <= width)
  }

  @Test func stopsAtAnError() async {
    await #expect(throws: CancellationError.self) {
      try await mapInOrder([1, 2, 3], width: 2) { number in
        if number == 2 { throw CancellationError() }
        return number
      } handOn: { _, _ in
      }
    }
  }

  /// The first one takes until the others can go no further.
  @Test func runsAheadOnlySoFar() async throws {
    let started = Mutex(0)
    var order: [Int] = []
    func three() -> Int { 3 }
    try await produceInOrder(width: three, ahead: 2) { () -> Numbered<Int>? in
      let number = started.withLock { started in
        defer { started += 1 }
        return started
      }
      guard number < 20 else { return nil }
      if number == 0 {
        while started.withLock({ $0 }) < 6 { await Task.yield() }
        for _ in 0..<100 { await Task.yield() }
        #expect(started.withLock { $0 } == 6)
      }
      return Numbered(number, number)
    } handOn: {
      order.append($0)
    }
    #expect(order == Array(0..<20))
  }
}
