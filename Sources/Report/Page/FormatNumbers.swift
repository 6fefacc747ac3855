extension Language {
  /// Such as `1.234.567` in Vietnamese, `1,234,567` in English.
  func whole(_ number: Int) -> String {
    (number < 0 ? "−" : "") + grouped("\(number.magnitude)")
  }

  /// An exact decimal as the dataset writes it, such as `-1330.5`, for people.
  ///
  /// - Returns: `text` as it is, where it is no such number.
  func decimal(_ text: String) -> String {
    let isNegative = text.hasPrefix("-")
    let parts = (isNegative ? text.dropFirst() : text[...])
      .split(separator: ".", omittingEmptySubsequences: false)
    guard
      (1...2).contains(parts.count),
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return text }
    let fraction = parts.count == 2 ? mark + parts[1] : ""
    return (isNegative ? "−" : "") + grouped(parts[0]) + fraction
  }

  /// A number rounded to so many decimals, those at its end that are 0 left out.
  func rounded(_ number: Double, decimals: Int) -> String {
    guard number.isFinite, number.magnitude < 1e15 else { return "?" }
    let power = (0..<decimals).reduce(1.0) { power, _ in power * 10 }
    let shifted = (number.magnitude * power).rounded()
    guard let digits = Int(exactly: shifted), let unit = Int(exactly: power) else { return "?" }
    var fraction = decimals == 0 ? "" : "\(digits % unit)"
    fraction = String(repeating: "0", count: max(0, decimals - fraction.count)) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let sign = number < 0 && digits > 0 ? "−" : ""
    return sign + grouped("\(digits / unit)") + (fraction.isEmpty ? "" : mark + fraction)
  }

  /// A share of a whole, such as `12,3%` and `12.3%`; a dash of a whole of 0.
  func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "–" }
    return "\(rounded(Double(part) * 100 / Double(whole), decimals: 1))%"
  }

  /// Such as `0,85` and `0.85`.
  func quality(_ value: Double) -> String { rounded(value, decimals: 2) }

  /// A time that something took, such as `850 ms`, `1,2 giây`, `2 min 5 s`.
  func duration(milliseconds: Int) -> String {
    let seconds = milliseconds / 1000
    return switch milliseconds {
    case ..<1000: "\(milliseconds)\u{A0}ms"
    case ..<60_000: unit(rounded(Double(milliseconds) / 1000, decimals: 1), "giây", "s")
    case ..<3_600_000:
      unit("\(seconds / 60)", "phút", "min")
        + (seconds % 60 == 0 ? "" : " " + unit("\(seconds % 60)", "giây", "s"))
    default:
      unit(whole(seconds / 3600), "giờ", "h")
        + (seconds / 60 % 60 == 0 ? "" : " " + unit("\(seconds / 60 % 60)", "phút", "min"))
    }
  }

  private func unit(_ number: String, _ vietnamese: String, _ english: String) -> String {
    "\(number)\u{A0}\(self == .vietnamese ? vietnamese : english)"
  }

  private var mark: String { self == .vietnamese ? "," : "." }

  /// Digits in groups of three.
  private func grouped(_ digits: some StringProtocol) -> String {
    let separator: Character = self == .vietnamese ? "." : ","
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text.append(separator) }
      text.append(digit)
    }
    return text
  }
}
