import Yams  // in no other file

/// Reads a pipeline file key by key, and goes on after a mistake, so that one run names them all.
///
/// After a mistake it gives a stand-in, such as `""`, which `finish()` never lets out. A section
/// that is missing is `nil`, and reading from `nil` gives the defaults and notes nothing.
struct ConfigReader {
  /// A place in the file that has a value.
  struct Value {
    fileprivate let node: Node

    /// The key that holds it, for messages.
    let name: String
  }

  private let file: String
  private var mistakes: [ConfigMistake] = []

  /// Those of files that this one names.
  private var further: [ConfigMistake] = []

  init(file: String) {
    self.file = file
  }

  /// The whole of `yaml`, a mapping with some of `keys` and no other.
  ///
  /// Where the file is empty, the message says what it `needs`.
  mutating func top(of yaml: String, keys: [String], needs: String) -> Value? {
    do {
      guard let node = try compose(yaml: yaml) else {
        note("the file is empty; it needs \(needs)", at: nil)
        return nil
      }
      return mapping(Value(node: node, name: "the file"), keys: keys)
    } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
      for key in keys {
        let (line, column) =
          Self.secondPlace(of: key, in: yaml)
          ?? (context.mark.line, context.mark.column)
        mistakes.append(
          ConfigMistake(file: file, line: line, column: column, message: "\(key) stands twice")
        )
      }
      return nil
    } catch {
      note((error as? YamlError)?.problem ?? "\(error)", at: (error as? YamlError)?.mark)
      return nil
    }
  }

  /// Where a key stands again; Yams says only where its mapping begins.
  private static func secondPlace(of key: String, in yaml: String) -> (line: Int, column: Int)? {
    let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
    let places = lines.enumerated().compactMap { index, line in
      line.firstRange(of: "\(key):").map { found in
        (index + 1, line[..<found.lowerBound].unicodeScalars.count + 1)
      }
    }
    return places.dropFirst().first
  }

  /// The mapping at `key`, with some of `keys` and no other; `nil` where there is no such key.
  mutating func section(_ key: String, in parent: Value?, keys: [String]) -> Value? {
    value(key, in: parent).flatMap { mapping($0, keys: keys) }
  }

  /// The values of the list at `key`; there must be at least one.
  mutating func list(_ key: String, in parent: Value?) -> [Value] {
    guard let value = required(key, in: parent) else { return [] }
    guard let sequence = value.node.sequence, !sequence.isEmpty else {
      note("\(key) must be a list with at least one entry", at: value)
      return []
    }
    return sequence.map { Value(node: $0, name: key) }
  }

  /// The texts of the list at `key`, or the one text there; none where there is no such key.
  mutating func texts(_ key: String, in parent: Value?) -> [Value] {
    guard let value = value(key, in: parent) else { return [] }
    guard let sequence = value.node.sequence else { return [value] }
    return sequence.map { Value(node: $0, name: key) }
  }

  /// `value` as a mapping with some of `keys` and no other.
  mutating func mapping(_ value: Value, keys: [String]) -> Value? {
    guard let mapping = value.node.mapping else {
      note("\(value.name) must be a mapping of \(keys.joined(separator: ", "))", at: value)
      return nil
    }
    for key in mapping.keys where !keys.contains(key.string ?? "") {
      let known = keys.joined(separator: ", ")
      note("unknown key \(key.string ?? "?") in \(value.name); there are \(known)", at: key.mark)
    }
    return value
  }

  /// The text at `key`; there must be some.
  mutating func text(_ key: String, in parent: Value?) -> String {
    required(key, in: parent).map { text(of: $0) } ?? ""
  }

  /// The text at `key`; `missing` where there is no such key.
  mutating func text(_ key: String, in parent: Value?, missing: String) -> String {
    value(key, in: parent).map { text(of: $0) } ?? missing
  }

  mutating func text(of value: Value) -> String {
    guard let text = value.node.string, !text.isEmpty else {
      note("\(value.name) must be text", at: value)
      return ""
    }
    return text
  }

  /// The whole number at `key`, in `range`; `missing` where there is no such key.
  mutating func number(
    _ key: String,
    in parent: Value?,
    _ range: ClosedRange<Int>,
    missing: Int
  ) -> Int {
    guard let value = value(key, in: parent) else { return missing }
    guard let number = value.node.int, range.contains(number) else {
      let (low, high) = (range.lowerBound, range.upperBound)
      note("\(key) must be a whole number from \(low) to \(high)", at: value)
      return missing
    }
    return number
  }

  /// The one of a closed list at `key`; `missing` where there is no such key.
  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String,
    in parent: Value?,
    missing: Choice
  ) -> Choice {
    guard let value = value(key, in: parent) else { return missing }
    guard let choice = value.node.string.flatMap(Choice.init) else {
      let choices = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      note("\(key) must be one of \(choices)", at: value)
      return missing
    }
    return choice
  }

  /// `true` or `false`; `false` where the key is missing.
  mutating func flag(_ key: String, in parent: Value?) -> Bool {
    guard let value = value(key, in: parent) else { return false }
    guard let flag = Bool.construct(from: value.node.scalar ?? .init("")) else {
      note("\(key) must be true or false", at: value)
      return false
    }
    return flag
  }

  /// The value at `key`, which may be missing.
  func value(_ key: String, in parent: Value?) -> Value? {
    parent?.node.mapping?[key].map { Value(node: $0, name: key) }
  }

  /// Which of `keys` the mapping has, in their order.
  func present(_ keys: [String], in parent: Value) -> [String] {
    keys.filter { value($0, in: parent) != nil }
  }

  /// Notes a mistake at `value`.
  mutating func note(_ message: String, at value: Value) {
    note(message, at: value.node.mark)
  }

  /// Notes the mistakes of a file that this one names.
  mutating func note(_ others: ConfigMistakes) {
    further += others.mistakes
  }

  /// Call it last, before anything read is used.
  ///
  /// - Throws: All mistakes, in the file's order, if there are any; then those of further files.
  func finish() throws(ConfigMistakes) {
    let own = mistakes.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    guard !own.isEmpty || !further.isEmpty else { return }
    throw ConfigMistakes(mistakes: own + further)
  }

  private mutating func required(_ key: String, in parent: Value?) -> Value? {
    guard let parent else { return nil }
    let value = value(key, in: parent)
    if value == nil { note("\(key) is missing", at: parent) }
    return value
  }

  private mutating func note(_ message: String, at mark: Mark?) {
    let (line, column) = (mark?.line ?? 1, mark?.column ?? 1)
    mistakes.append(ConfigMistake(file: file, line: line, column: column, message: message))
  }
}

extension YamlError {
  fileprivate var mark: Mark? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark
    default: nil
    }
  }

  /// What is wrong, in a line; Yams's own description may quote the whole file.
  fileprivate var problem: String {
    switch self {
    case .scanner(_, let problem, _, _): problem
    case .parser(_, let problem, _, _): problem
    case .composer(_, let problem, _, _): problem
    default: "not YAML"
    }
  }
}
