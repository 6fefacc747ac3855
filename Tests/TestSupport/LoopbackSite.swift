package import FoundationEssentials
import NIOCore
import NIOHTTP1
import NIOPosix

/// A web site on loopback: a folder of pages, scripted answers, or both.
///
///     let site = try await LoopbackSite(serving: folder)
///     site.script("/feed.xml", [SiteAnswer(status: 503), SiteAnswer(feed)])
///     …
///     #expect(site.requests.map(\.path) == ["/robots.txt", "/feed.xml"])
///     try await site.shutdown()
///
/// A scripted path answers in the order of its list, and its last answer repeats. What is not
/// scripted comes from the folder; what is not there either is a 404.
package final class LoopbackSite: Sendable {
  /// Such as `http://127.0.0.1:40123`.
  package let origin: String

  package let port: Int

  private let group: MultiThreadedEventLoopGroup
  private let channel: any Channel
  private let state: SiteState

  /// Starts a site.
  ///
  /// - Parameters:
  ///   - folder: The pages, with their `_answers.json`; `nil` for a site of scripted answers alone.
  ///   - script: Answers by path, see `script(_:_:)`.
  ///   - host: The loopback address to listen on, such as `127.0.0.2` for a second host.
  ///   - port: Where to listen; 0 for any free port.
  ///   - answer: Asked first; where it says `nil`, the script and the folder decide.
  /// - Throws: Where the port is taken, or the folder or its `_answers.json` can't be read.
  package init(
    serving folder: URL? = nil,
    script: [String: [SiteAnswer]] = [:],
    host: String = "127.0.0.1",
    port: Int = 0,
    answer: @escaping @Sendable (SiteRequest) -> SiteAnswer? = { _ in nil }
  ) async throws {
    let state = SiteState(folder: try folder.map(SiteFolder.init), script: script, answer: answer)
    group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let bootstrap = ServerBootstrap(group: group)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let decoder = ByteToMessageHandler(HTTPRequestDecoder(leftOverBytesStrategy: .dropBytes))
          try channel.pipeline.syncOperations.addHandler(decoder)
          try channel.pipeline.syncOperations.addHandler(SiteHandler { state.answer(to: $0) })
        }
      }
    do {
      channel = try await bootstrap.bind(host: host, port: port).get()
    } catch {
      try await group.shutdownGracefully()
      throw error
    }
    self.port = channel.localAddress?.port ?? port
    origin = "http://\(host):\(self.port)"
    self.state = state
    state.setOrigin(origin)
  }

  /// The requests read so far, in the order of their arrival.
  package var requests: [SiteRequest] { state.requests }

  /// From now on answers `path` by `answers`, one after the other; the last repeats.
  ///
  /// - Parameters:
  ///   - path: The request target as sent, its query included.
  ///   - answers: Where they are none, the folder answers again.
  package func script(_ path: String, _ answers: [SiteAnswer]) {
    state.script(path, answers)
  }

  /// Closes every connection, and returns when nothing listens any more.
  package func shutdown() async throws {
    try await channel.close()
    try await group.shutdownGracefully()
  }
}

/// Starts a site, hands it to `body`, and shuts it down however `body` ends.
package func withLoopbackSite<Result>(
  serving folder: URL? = nil,
  script: [String: [SiteAnswer]] = [:],
  answer: @escaping @Sendable (SiteRequest) -> SiteAnswer? = { _ in nil },
  _ body: (LoopbackSite) async throws -> Result
) async throws -> Result {
  let site = try await LoopbackSite(serving: folder, script: script, answer: answer)
  do {
    let result = try await body(site)
    try await site.shutdown()
    return result
  } catch {
    try? await site.shutdown()
    throw error
  }
}
