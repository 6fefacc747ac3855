// The one file that imports AsyncHTTPClient.
import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// Asks servers over HTTP/1.1, with and without TLS.
///
/// A host's name is looked up once, its address is checked, and connections go to that address
/// and no other; so a name that turns private later leads nowhere. There is one client a host.
/// `shutDown` must come last.
package final class HTTPTransport: Transport {
  private struct Host: Sendable {
    let client: HTTPClient
    let address: String
  }

  private let settings: FetchSettings
  private let policy: AddressPolicy
  private let hosts = Mutex<[String: Host]>([:])

  package init(_ settings: FetchSettings) {
    self.settings = settings
    policy = AddressPolicy(allowing: settings.allowAddresses)
  }

  /// Closes all connections.
  package func shutDown() async {
    let clients = hosts.withLock { hosts in
      defer { hosts = [:] }
      return hosts.values.map(\.client)
    }
    for client in clients { try? await client.shutdown() }
  }

  package func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let host = try await host(of: request.url)
    let start = ContinuousClock.now
    do {
      let answer = try await host.client.execute(
        HTTPClientRequest(request),
        timeout: TimeAmount(settings.timeout)
      )
      let limit = request.maxBytes ?? settings.maxBytes
      return await collect(answer, from: host.address, since: start, limit: limit)
    } catch {
      throw TransportError(error)
    }
  }

  /// Takes the body as far as the limits allow, and as far as it comes.
  private func collect(
    _ answer: HTTPClientResponse,
    from address: String,
    since start: ContinuousClock.Instant,
    limit: Int
  ) async -> HTTPResponse {
    var response = HTTPResponse(
      status: Int(answer.status.code),
      reason: answer.status.reasonPhrase,
      version: "\(answer.version.major).\(answer.version.minor)",
      fields: answer.headers.map { HTTPField($0.name, $0.value) },
      address: address
    )
    do {
      for try await part in answer.body {
        let room = limit - response.body.count
        response.body += part.readableBytesView.prefix(room)
        if part.readableBytes > room {
          response.truncation = .length
          break
        }
        if ContinuousClock.now - start > settings.timeout {
          response.truncation = .time
          break
        }
      }
    } catch {
      response.truncation = TransportError(error) == .timedOut ? .time : .disconnect
    }
    return response
  }

  private func host(of url: WebURL) async throws(TransportError) -> Host {
    if let known = hosts.withLock({ $0[url.host] }) { return known }
    let address = try await resolve(url)
    guard policy.allows(address) else { throw .forbiddenAddress(address) }
    return hosts.withLock { hosts in
      if let known = hosts[url.host] { return known }
      let host = Host(client: client(for: url.host, at: address), address: address)
      hosts[url.host] = host
      return host
    }
  }

  /// The address that a host's name stands for.
  private func resolve(_ url: WebURL) async throws(TransportError) -> String {
    let host = url.host
    if IPv4Address(host) != nil { return host }
    if host.hasPrefix("[") { return String(host.dropFirst().dropLast()) }
    do {
      let address = try await NIOThreadPool.singleton.runIfActive {
        try SocketAddress.makeAddressResolvingHost(host, port: url.effectivePort)
      }
      guard let text = address.ipAddress else { throw TransportError.noSuchHost(host) }
      return text
    } catch {
      throw .noSuchHost(host)
    }
  }

  private func client(for host: String, at address: String) -> HTTPClient {
    var configuration = HTTPClient.Configuration()
    configuration.redirectConfiguration = .disallow
    configuration.decompression = .disabled
    configuration.httpVersion = .http1Only
    configuration.timeout.connect = TimeAmount(settings.connectTimeout)
    configuration.timeout.read = TimeAmount(settings.readTimeout)
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 1
    configuration.dnsOverride = host == address || host.hasPrefix("[") ? [:] : [host: address]
    return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }
}

/// Lends a transport to `body`, and closes its connections whatever comes of that.
package func withHTTPTransport<Result>(
  _ settings: FetchSettings,
  _ body: (HTTPTransport) async throws -> Result
) async throws -> Result {
  let transport = HTTPTransport(settings)
  do {
    let result = try await body(transport)
    await transport.shutDown()
    return result
  } catch {
    await transport.shutDown()
    throw error
  }
}

extension HTTPClientRequest {
  fileprivate init(_ request: HTTPRequest) {
    self.init(url: request.url.origin + request.target)
    method = HTTPMethod(rawValue: request.method)
    if !request.body.isEmpty { body = .bytes(request.body) }
    headers = ["Host": request.url.authority]
    for field in request.fields { headers.add(name: field.name, value: field.value) }
  }
}

extension TimeAmount {
  fileprivate init(_ duration: Duration) {
    self = .milliseconds(Int64(duration / .milliseconds(1)))
  }
}

extension TransportError {
  /// What an error of the client's, or of the system's below it, means to us.
  fileprivate init(_ error: any Error) {
    switch error {
    case let error as TransportError:
      self = error
    case is CancellationError:
      self = .cancelled
    case let error as HTTPClientError:
      switch error {
      case .cancelled: self = .cancelled
      case .readTimeout, .connectTimeout, .deadlineExceeded, .tlsHandshakeTimeout,
        .getConnectionFromPoolTimeout, .writeTimeout:
        self = .timedOut
      default: self = .unreachable(error.shortDescription)
      }
    case let error as HTTPParserError:
      self = .malformed("\(error)")
    case let error as IOError:
      self = TransportError(errno: error.errnoCode)
    case let error as NIOConnectionError:
      self = TransportError(connection: error)
    default:
      self = TransportError(tls: "\(type(of: error)) \(error)")
    }
  }

  /// What NIOSSL, which is not ours to import, says of a handshake.
  private init(tls text: String) {
    if text.contains("CERTIFICATE_VERIFY_FAILED") {
      self = .untrusted("it can't be verified")
    } else if text.contains("failedToValidateHostname") || text.contains("unableToValidate") {
      self = .untrusted("it is another host's")
    } else if text.contains("SSL") {
      self = .unreachable("the TLS handshake failed")
    } else {
      self = .unreachable(String(text.prefix(200).filter { !$0.isNewline }))
    }
  }

  /// Linux's numbers, from `asm-generic/errno.h`.
  private init(errno: CInt) {
    switch errno {
    case 101: self = .unreachable("no way to the network")
    case 104: self = .unreachable("connection reset")
    case 110: self = .timedOut
    case 111: self = .unreachable("connection refused")
    case 113: self = .unreachable("no way to the host")
    default: self = .unreachable("errno \(errno)")
    }
  }

  private init(connection error: NIOConnectionError) {
    guard let first = error.connectionErrors.first else {
      self = .noSuchHost(error.host)
      return
    }
    self = TransportError(first.error)
  }
}
