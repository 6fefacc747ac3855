import SystemPackage
import Testing

@testable import Pipeline

struct WorkerSharesTests {
  @Test(arguments: [
    (1, 1, [1]), (4, 1, [4]), (4, 2, [2, 2]), (5, 2, [3, 2]), (8, 3, [3, 3, 2]),
    (2, 2, [1, 1]), (2, 3, [1, 1, 1]),
  ])
  func dealsOutAllWorkers(workers: Int, files: Int, expected: [Int]) {
    let shares = WorkerShares(workers: workers)
    let paths = (0..<files).map { FilePath("/archive/\($0).warc.gz") }
    for path in paths { shares.begin(path) }
    #expect(paths.map { shares.share(of: $0) } == expected)
  }

  @Test func givesTheLastFileAllOfThem() {
    let shares = WorkerShares(workers: 3)
    for path in ["a", "b", "c"] { shares.begin(FilePath(path)) }
    shares.end("a")
    shares.end("c")
    #expect(shares.share(of: "b") == 3)
    #expect(shares.share(of: "a") == 1)
  }
}
