import Pipeline

extension RunProgress {
  /// What to show of it, in a line of at most `width` characters.
  ///
  ///     fetching 128 of 340 requests: 121 pages, 7 rejects; 3.2 pages/s, 1:06 left
  ///     processing 3 of 12 files: 204 articles, 3113 figures, 31 rejects; 85 pages/s, 0:09 left
  ///
  /// - Parameters:
  ///   - elapsed: Since this stage began.
  ///   - width: The terminal's, in columns.
  /// - Returns: ASCII without control characters.
  func line(after elapsed: Duration, width: Int) -> String {
    let all = done + left
    var text: String
    let came: Int
    switch stage {
    case .fetching:
      came = pages
      text = "fetching \(done) of \(all) requests: \(pages) pages, \(rejects) rejects"
    case .processing:
      came = articles + rejects
      text =
        "processing \(done) of \(all) files: \(articles) articles, \(figures) figures, "
        + "\(rejects) rejects"
    }
    let seconds = elapsed / .seconds(1)
    if came > 0, seconds >= 1 { text += "; \(rate(of: came, in: seconds)) pages/s" }
    if let timeLeft = timeLeft(after: seconds) { text += ", \(timeLeft) left" }
    return String(text.prefix(max(0, width)))
  }

  /// Such as `1:06` or `2:03:59`; `nil` where nothing can be said yet.
  private func timeLeft(after seconds: Double) -> String? {
    let isByBytes = bytesDone + bytesLeft > 0
    let (done, left) = isByBytes ? (bytesDone, bytesLeft) : (done, left)
    guard done > 0, left > 0, seconds >= 1 else { return nil }
    let rest = Int(min(seconds / Double(done) * Double(left), 359_999).rounded(.up))
    let (hours, minutes, last) = (rest / 3600, rest / 60 % 60, rest % 60)
    let end = "\(last < 10 ? "0" : "")\(last)"
    guard hours > 0 else { return "\(minutes):\(end)" }
    return "\(hours):\(minutes < 10 ? "0" : "")\(minutes):\(end)"
  }

  /// With one decimal below ten.
  private func rate(of count: Int, in seconds: Double) -> String {
    let rate = Double(count) / seconds
    guard rate < 10 else { return "\(Int(rate.rounded()))" }
    return "\((rate * 10).rounded() / 10)"
  }
}
