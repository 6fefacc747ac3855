import Synchronization

/// What a loopback site answers, and what it was asked.
final class SiteState: Sendable {
  private struct Contents {
    var origin = ""
    var script: [String: [SiteAnswer]]
    var requests: [SiteRequest] = []
  }

  private let folder: SiteFolder?
  private let first: @Sendable (SiteRequest) -> SiteAnswer?
  private let contents: Mutex<Contents>

  init(
    folder: SiteFolder?,
    script: [String: [SiteAnswer]],
    answer: @escaping @Sendable (SiteRequest) -> SiteAnswer?
  ) {
    self.folder = folder
    first = answer
    contents = Mutex(Contents(script: script))
  }

  var requests: [SiteRequest] { contents.withLock { $0.requests } }

  func setOrigin(_ origin: String) {
    contents.withLock { $0.origin = origin }
  }

  func script(_ path: String, _ answers: [SiteAnswer]) {
    contents.withLock { $0.script[path] = answers }
  }

  func answer(to request: SiteRequest) -> SiteAnswer {
    let (scripted, origin) = contents.withLock { contents in
      contents.requests.append(request)
      return (next(request.path, in: &contents.script), contents.origin)
    }
    return first(request) ?? scripted ?? folder?.answer(to: request, origin: origin)
      ?? SiteAnswer("<title>404</title>", status: 404)
  }

  private func next(_ path: String, in script: inout [String: [SiteAnswer]]) -> SiteAnswer? {
    guard let answers = script[path], let answer = answers.first else { return nil }
    if answers.count > 1 { script[path] = Array(answers.dropFirst()) }
    return answer
  }
}
