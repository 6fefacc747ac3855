/// The administrative units of one time, found by name.
///
/// The table is read from its file in one pass of the tokenizer, so names match however a text
/// spells them (`Hoà Bình`, `HÒA BÌNH`).
struct PlaceTable: Sendable {
  /// The word for a unit's level, as `tỉnh`, `thị xã`.
  enum Word: UInt8, Sendable {
    case province
    case city
    case district
    case urbanDistrict
    case town
    case commune
    case urbanWard
    case township
    case specialZone
  }

  struct Unit: Sendable {
    /// The number that the code writes.
    var code: Int32

    /// How many digits the code has: 2, 3 or 5.
    var digits: UInt8
    var word: Word

    /// The unit that it lies in, as an index; -1 for a province.
    var parent: Int32

    /// The next unit of the same name, as an index; -1 for the last.
    var next: Int32
    var hash: UInt64
  }

  private(set) var units: [Unit] = []

  /// A hash table with open addressing: the index of a name's first unit, or -1.
  private var slots: [Int32] = []

  /// The words that names begin with.
  private var firsts = WordFilter([])

  /// The hashes of all names, so that few others are sought.
  private var names = WordFilter([])

  /// The units until 30 June 2025.
  static let until2025 = PlaceTable(LexiconFiles.placesUntil20250630)

  /// The units since 1 July 2025.
  static let since2025 = PlaceTable(LexiconFiles.placesSince20250701)

  init(_ file: String) {
    let tokens = tokenize(Array(file.utf8))
    var firsts: [WordKey] = []
    units.reserveCapacity(tokens.count / 4)
    var province: Int32 = -1
    var district: Int32 = -1
    var index = 0
    while index < tokens.count {
      var end = index + 1
      while end < tokens.count, !tokens[end].flags.contains(.breakBefore) { end += 1 }
      defer { index = end }
      guard let (word, length) = Self.word(tokens, at: index + 1),
        tokens[index].whole >= 0
      else { continue }
      let code = tokens[index].whole
      let digits = UInt8(clamping: tokens[index].bytes.count)
      let parent = digits == 2 ? -1 : digits == 3 || district < 0 ? province : district
      let name = tokens[index + 1 + length..<end]
      let hash = Self.hash(name)
      if let first = name.first { firsts.append(first.key) }
      if digits == 2 { (province, district) = (Int32(units.count), -1) }
      if digits == 3 { district = Int32(units.count) }
      units.append(
        Unit(code: code, digits: digits, word: word, parent: parent, next: -1, hash: hash)
      )
    }
    self.firsts = WordFilter(firsts)
    names = WordFilter(units.map { WordKey(hash: $0.hash) })
    fillSlots()
  }

  private mutating func fillSlots() {
    var size = 64
    while size < units.count * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    // Backwards, so that the units of one name are linked in the file's order.
    for index in units.indices.reversed() {
      let slot = slot(of: units[index].hash)
      units[index].next = slots[slot]
      slots[slot] = Int32(index)
    }
  }

  private func slot(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0, units[Int(slots[slot])].hash != hash {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  /// Whether a name may begin with a word.
  @inline(__always)
  func mayBegin(with word: WordKey) -> Bool { firsts.mayContain(word) }

  /// The index of the first unit of a name; `nil` where there is none.
  @inline(__always)
  func first(_ hash: UInt64) -> Int? {
    guard names.mayContain(WordKey(hash: hash)) else { return nil }
    let index = slots[slot(of: hash)]
    return index < 0 ? nil : Int(index)
  }

  /// All units of a name.
  func all(_ hash: UInt64) -> [Int] {
    var found: [Int] = []
    var index = slots[slot(of: hash)]
    while index >= 0 {
      found.append(Int(index))
      index = units[Int(index)].next
    }
    return found
  }

  /// The index of a unit's province, which for a province is its own.
  func province(of index: Int) -> Int {
    var index = index
    while units[index].parent >= 0 { index = Int(units[index].parent) }
    return index
  }

  /// Whether a unit is another or lies in it.
  func contains(_ outer: Int, _ inner: Int) -> Bool {
    var index = inner
    while index >= 0 {
      if index == outer { return true }
      index = Int(units[index].parent)
    }
    return false
  }

  /// The index of a unit by its code; linear, so for tables that are made once.
  func unit(code: Int32, digits: UInt8) -> Int? {
    units.firstIndex { $0.code == code && $0.digits == digits }
  }

  /// The code as it is written, such as `01`, `180`.
  func code(of index: Int) -> String {
    let unit = units[index]
    let text = String(unit.code)
    return String(repeating: "0", count: max(0, Int(unit.digits) - text.utf8.count)) + text
  }
}

extension PlaceTable {
  /// Adds a token to the hash of a name; hyphens and apostrophes, which come and go, don't count.
  @inline(__always)
  static func add(_ token: Token, to hash: UInt64) -> UInt64 {
    if token.isSymbol, silent.contains(token.key) { return hash }
    return mix(hash ^ token.key.hash)
  }

  static func hash(_ tokens: some Sequence<Token>) -> UInt64 {
    tokens.reduce(0) { add($1, to: $0) }
  }

  private static let silent: WordSet = ["-", "–", "'", "’", "‘", "."]

  /// The level word that begins at a token, and how many tokens it takes.
  private static func word(_ tokens: [Token], at index: Int) -> (Word, length: Int)? {
    guard index + 1 < tokens.count else { return nil }
    switch tokens[index].key {
    case LevelWords.province: return (.province, 1)
    case LevelWords.district: return (.district, 1)
    case LevelWords.urbanDistrict: return (.urbanDistrict, 1)
    case LevelWords.commune: return (.commune, 1)
    case LevelWords.ward: return (.urbanWard, 1)
    case LevelWords.city: return (.city, 2)
    case LevelWords.zone: return (.specialZone, 2)
    case LevelWords.town:
      return (tokens[index + 1].key == LevelWords.township ? .township : .town, 2)
    default: return nil
    }
  }
}

/// The words for the levels of units, by their first token.
enum LevelWords {
  static let province: WordKey = "tỉnh"
  static let district: WordKey = "huyện"
  static let urbanDistrict: WordKey = "quận"
  static let commune: WordKey = "xã"
  static let ward: WordKey = "phường"
  static let city: WordKey = "thành"
  static let cityTail: WordKey = "phố"
  static let town: WordKey = "thị"
  static let township: WordKey = "trấn"
  static let zone: WordKey = "đặc"
  static let zoneTail: WordKey = "khu"

  /// All first tokens, the short forms included.
  static let firsts: [WordKey] = [
    "tỉnh", "huyện", "quận", "xã", "phường", "thành", "thị", "đặc", "thủ", "tp", "tx", "q", "p",
    "h", "x", "tt",
  ]
  static let capital: WordKey = "thủ"
  static let capitalTail: WordKey = "đô"
}
