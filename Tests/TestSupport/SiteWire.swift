import NIOCore
import NIOHTTP1

/// An answer's pieces as they go over the wire, and when.
struct SiteWire {
  /// The bytes of each write: the head with the first piece of the body, then piece by piece.
  var writes: [[UInt8]]

  /// Whether the connection ends with the last of them.
  var closes: Bool

  init(_ answer: SiteAnswer, isHead: Bool) {
    guard answer.framing != .raw else {
      writes = answer.chunks
      closes = answer.ending == .cutOff
      return
    }
    let hasBody = !isHead && answer.status != 304 && answer.status != 204
    writes = hasBody ? answer.chunks.map { Self.frame($0, answer.framing) } : []
    if hasBody, answer.framing == .chunked, answer.ending == .whole {
      writes.append(Array("0\r\n\r\n".utf8))
    }
    let head = Array(Self.head(of: answer).utf8)
    if writes.isEmpty {
      writes = [head]
    } else {
      writes[0] = head + writes[0]
    }
    closes = answer.ending == .cutOff || (hasBody && answer.framing == .close)
  }

  private static func head(of answer: SiteAnswer) -> String {
    let reason = HTTPResponseStatus(statusCode: answer.status).reasonPhrase
    var head = "HTTP/1.1 \(answer.status) \(reason)\r\n"
    for (name, value) in answer.headers {
      head += "\(name): \(value)\r\n"
    }
    let isLengthGiven = answer.headers.contains { $0.name.lowercased() == "content-length" }
    switch answer.framing {
    case .length where !isLengthGiven && answer.status != 304 && answer.status != 204:
      head += "Content-Length: \(answer.chunks.reduce(0) { $0 + $1.count })\r\n"
    case .chunked: head += "Transfer-Encoding: chunked\r\n"
    case .close: head += "Connection: close\r\n"
    case .length, .raw: break
    }
    return head + "\r\n"
  }

  private static func frame(_ piece: [UInt8], _ framing: SiteAnswer.Framing) -> [UInt8] {
    guard framing == .chunked else { return piece }
    guard !piece.isEmpty else { return [] }
    return Array("\(String(piece.count, radix: 16))\r\n".utf8) + piece + Array("\r\n".utf8)
  }
}

/// Answers the requests of one connection.
///
/// It counts on a client that waits for an answer before it asks again: a delayed answer does not
/// hold back the next.
final class SiteHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = ByteBuffer

  private let answer: @Sendable (SiteRequest) -> SiteAnswer
  private var request: SiteRequest?

  init(answer: @escaping @Sendable (SiteRequest) -> SiteAnswer) {
    self.answer = answer
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      request = SiteRequest(
        method: head.method.rawValue,
        path: head.uri,
        headers: head.headers.map { (name: $0.name, value: $0.value) },
        arrival: .now
      )
    case .body: break
    case .end:
      guard let request else { return }
      self.request = nil
      send(answer(request), to: request, context: context)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  private func send(_ answer: SiteAnswer, to request: SiteRequest, context: ChannelHandlerContext) {
    let wire = SiteWire(answer, isHead: request.method == "HEAD")
    let asksToClose = request["Connection"]?.lowercased() == "close"
    let closes = wire.closes || (asksToClose && answer.ending != .hang)
    let loop = context.eventLoop.assumeIsolated()
    var wait = answer.delay
    for (index, bytes) in wire.writes.enumerated() {
      let isLast = index == wire.writes.count - 1
      let write = {
        context.writeAndFlush(self.wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
        if isLast, closes { context.close(promise: nil) }
      }
      if wait == .zero {
        write()
      } else {
        loop.scheduleTask(in: TimeAmount(wait), write)
      }
      wait += answer.pause
    }
  }
}
