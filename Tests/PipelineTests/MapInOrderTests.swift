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
}
