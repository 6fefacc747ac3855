import Testing

@testable import Fetch

struct HostQueueTests {
  @Test("it hands out one job a host, in their order, the host that waited longest first")
  func handsOut() throws {
    var queue = HostQueue(delay: .seconds(2))
    for url in ["http://b/1", "http://a/1", "http://a/2", "https://b/2"] { queue.add(try job(url)) }
    let first = try take(from: &queue)
    let second = try take(from: &queue)
    #expect(first.job.url.description == "http://a/1")
    #expect(second.job.url.description == "http://b/1")
    let nothing = queue.take()
    #expect(nothing?.job.url == nil)
    #expect(queue.count == 2)
    queue.finish(second.job, at: .seconds(10), took: .seconds(1))
    queue.finish(first.job, at: .seconds(11), took: .seconds(5))
    let third = try take(from: &queue)
    #expect(third.job.url.description == "https://b/2")
    #expect(third.from == .seconds(12))
    let fourth = try take(from: &queue)
    #expect(fourth.job.url.description == "http://a/2")
    #expect(fourth.from == .seconds(16))
  }

  @Test("it puts a job that is to be done again before all others")
  func triesAgain() throws {
    var queue = HostQueue(delay: .zero)
    for url in ["http://a/1", "http://a/2"] { queue.add(try job(url)) }
    let first = try take(from: &queue)
    queue.finish(first.job, at: .zero, took: .seconds(3), wait: .seconds(30))
    queue.addFirst(first.job)
    let again = try take(from: &queue)
    #expect(again.job.url.description == "http://a/1")
    #expect(again.from == .seconds(30))
  }

  @Test("it gives nothing but robots.txt of a host that is held")
  func holds() throws {
    var queue = HostQueue(delay: .zero)
    let page = try job("http://a/1")
    queue.add(page)
    queue.hold(page.url, true)
    #expect(queue.take()?.job.url == nil)
    queue.addFirst(Job(url: page.url.robots, role: .robots))
    let robots = try take(from: &queue)
    #expect(robots.job.role == .robots)
    queue.finish(robots.job, at: .zero, took: .zero)
    #expect(queue.take()?.job.url == nil)
    queue.hold(page.url, false)
    #expect(try take(from: &queue).job.url == page.url)
  }

  @Test("it takes a port for a host of its own")
  func tellsPortsApart() throws {
    var queue = HostQueue(delay: .zero)
    for url in ["http://a/", "http://a:8080/"] { queue.add(try job(url)) }
    _ = try take(from: &queue)
    _ = try take(from: &queue)
  }

  private func take(from queue: inout HostQueue) throws -> (job: Job, from: Duration) {
    let taken = queue.take()
    return try #require(taken)
  }

  private func job(_ url: String) throws -> Job {
    Job(url: try #require(WebURL(url)), role: .page)
  }
}
