/// Spells out the arithmetic of a check that fails: what it comes to, and what the text says.
///
///     spelledOut("share", "21/333 ≠ 7 %")    // 21 ÷ 333 = 6.31%; the text says 7%
///
/// - Parameters:
///   - rule: The check's rule.
///   - statement: What was reckoned, as the dataset has it.
/// - Returns: The statement itself where it has another form.
package func spelledOut(_ rule: String, _ statement: String) -> Phrase {
  let words = statement.split(separator: " ").map(String.init)
  let phrase: Phrase? =
    switch rule {
    case "share": share(words)
    case "sum": sum(words)
    case "growth": words.contains("→") ? move(words) : growth(words)
    case "difference": difference(words)
    default: nil
    }
  return phrase ?? Phrase(same: statement)
}

/// A part of a whole: `21/333 ≠ 7 %`.
private func share(_ words: [String]) -> Phrase? {
  guard words.count == 4, words[3] == "%" else { return nil }
  let parts = words[0].split(separator: "/").map(String.init)
  guard parts.count == 2, let part = Double(parts[0]), let whole = Double(parts[1]), whole != 0,
    Double(words[2]) != nil
  else { return nil }
  return Phrase { language in
    let share = language.rounded(part / whole * 100, decimals: 2) + "%"
    return "\(language.decimal(parts[0])) ÷ \(language.decimal(parts[1])) = \(share); "
      + language.says(language.decimal(words[2]) + "%")
  }
}

/// Parts and their total: `21 + 246 + 66 ≠ 334`.
private func sum(_ words: [String]) -> Phrase? {
  guard let mark = words.firstIndex(of: "≠"), mark == words.count - 2, mark % 2 == 1 else {
    return nil
  }
  let parts = stride(from: 0, to: mark, by: 2).map { words[$0] }
  let numbers = parts.compactMap { Double($0) }
  guard numbers.count == parts.count, let total = Double(words[mark + 1]) else { return nil }
  let sum = numbers.reduce(0, +)
  return Phrase { language in
    let terms = parts.map { language.decimal($0) }.joined(separator: " + ")
    let gap = language.rounded(abs(sum - total), decimals: 3)
    return "\(terms) = \(language.rounded(sum, decimals: 3)); "
      + language.says(language.decimal(words[mark + 1])) + ", "
      + (language == .vietnamese ? "lệch \(gap)" : "\(gap) apart")
  }
}

/// From the earlier level to the later: `120 +5 % ≠ 130`.
private func growth(_ words: [String]) -> Phrase? {
  guard words.count == 5, words[2] == "%", words[3] == "≠", let old = Double(words[0]),
    let percent = Double(words[1]), Double(words[4]) != nil
  else { return nil }
  return Phrase { language in
    let rate = language.signed(words[1]) + "%"
    let new = language.rounded(old * (1 + percent / 100), decimals: 2)
    return "\(language.decimal(words[0])) \(rate) = \(new); "
      + language.says(language.decimal(words[4]))
  }
}

/// A move and its rate: `120 → 130 is not +5 %`.
private func move(_ words: [String]) -> Phrase? {
  guard words.count == 7, words[3...4] == ["is", "not"], words[6] == "%",
    let old = Double(words[0]), let new = Double(words[2]), old != 0, Double(words[5]) != nil
  else { return nil }
  return Phrase { language in
    let rate = language.rounded((new - old) / old * 100, decimals: 2)
    let signed = new > old ? "+\(rate)" : rate
    return "\(language.decimal(words[0])) → \(language.decimal(words[2])): "
      + "\(signed)%; "
      + language.says(language.signed(words[5]) + "%")
  }
}

/// A move and its length: `120 → 130 differ not by 12`.
private func difference(_ words: [String]) -> Phrase? {
  guard words.count == 7, words[3...5] == ["differ", "not", "by"], let old = Double(words[0]),
    let new = Double(words[2]), Double(words[6]) != nil
  else { return nil }
  return Phrase { language in
    let (high, low) = new >= old ? (words[2], words[0]) : (words[0], words[2])
    let gap = language.rounded(abs(new - old), decimals: 3)
    return "\(language.decimal(high)) − \(language.decimal(low)) = \(gap); "
      + language.says(language.decimal(words[6]))
  }
}

extension Language {
  fileprivate func says(_ number: String) -> String {
    self == .vietnamese ? "bài ghi \(number)" : "the article says \(number)"
  }

  /// A number with its sign before it, such as `+5`.
  fileprivate func signed(_ number: String) -> String {
    number.hasPrefix("+") ? "+" + decimal(String(number.dropFirst())) : decimal(number)
  }
}
