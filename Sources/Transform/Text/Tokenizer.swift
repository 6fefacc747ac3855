/// Cuts UTF-8 into tokens, in one pass.
///
/// - Parameters:
///   - bytes: Valid UTF-8; of anything else each bad byte is a symbol.
///   - traits: What words may begin.
/// - Returns: The tokens in the text's order.
func tokenize(_ bytes: [UInt8], traits: WordTraits.Table = .none) -> [Token] {
  var tokens: [Token] = []
  let classes = letterClasses
  var cut = Cut()
  while cut.position.byte < bytes.count {
    // As many as there mostly are; where that is not enough, half as many again as so far.
    let room = max((bytes.count - cut.position.byte) / 4 + 8, tokens.count / 2)
    tokens.append(addingCapacity: room) { tokens in
      tokenize(bytes.span, classes.span, traits, from: &cut, into: &tokens)
    }
  }
  return tokens
}

/// How far a text is cut into tokens.
private struct Cut {
  var position = Position()

  /// What stands between the newest token and the next one.
  var pending: Token.Flags = [.spaceBefore, .breakBefore]
}

/// Where the next code point begins, in bytes and in code points.
private struct Position {
  var byte = 0
  var character = 0

  @inline(__always)
  mutating func advance(_ width: Int) {
    byte &+= width
    character &+= 1
  }
}

/// Reads tokens as long as there is room for them.
private func tokenize(
  _ bytes: Span<UInt8>,
  _ classes: Span<LetterClass>,
  _ traits: WordTraits.Table,
  from cut: inout Cut,
  into tokens: inout OutputSpan<Token>
) {
  var (position, pending) = (cut.position, cut.pending)
  while position.byte < bytes.count, !tokens.isFull {
    let start = position
    var said = readWord(bytes, classes, from: &position)
    if position.byte == start.byte {
      guard let other = readOther(bytes, classes, from: &position, &pending) else { continue }
      said = other
    }
    tokens.append(
      Token(
        start: Int32(truncatingIfNeeded: start.byte),
        end: Int32(truncatingIfNeeded: position.byte),
        character: Int32(truncatingIfNeeded: start.character),
        count: Int32(truncatingIfNeeded: position.character &- start.character),
        key: said.key,
        kind: said.kind,
        flags: said.flags.union(pending),
        traits: said.traits.union(traits[said.key]).union(
          said.flags.contains(.capitalised) ? .capital : []
        ),
        whole: said.whole
      )
    )
    pending = []
    // What most often follows needs no look at its class.
    if position.byte < bytes.count, bytes[position.byte] == UInt8(ascii: " ") {
      pending = .spaceBefore
      position.advance(1)
    }
  }
  cut = Cut(position: position, pending: pending)
}

/// What a token is, wherever it stands.
private struct Said {
  var kind: Token.Kind
  var key: WordKey
  var flags: Token.Flags
  var traits: WordTraits
  var whole: Int32

  @inline(__always)
  init(
    _ kind: Token.Kind,
    _ key: WordKey,
    _ flags: Token.Flags = [],
    traits: WordTraits = [],
    whole: Int32 = -1
  ) {
    (self.kind, self.key, self.flags) = (kind, key, flags)
    (self.traits, self.whole) = (traits, whole)
  }
}

/// Reads what begins with no plain letter: a number, a symbol, a word that begins with a foreign
/// letter, or white space, of which it only notes what it means for the next token.
@inline(never)
private func readOther(
  _ bytes: Span<UInt8>,
  _ classes: Span<LetterClass>,
  from position: inout Position,
  _ pending: inout Token.Flags
) -> Said? {
  let (scalar, width) = decodeScalar(bytes, at: position.byte)
  if digit(scalar) != nil { return readNumber(bytes, from: &position) }
  let letter = letterClass(of: scalar, classes)
  if letter.isLetter { return readRest(of: Word(), bytes, classes, from: &position) }
  position.advance(width)
  if letter.isSpace {
    pending.insert(.spaceBefore)
    if scalar == 0x0A || scalar == 0x2028 || scalar == 0x2029 { pending.insert(.breakBefore) }
    return nil
  }
  // A mark with nothing to stand on, or on a digit, is a part of what precedes it.
  guard !letter.isMark else { return nil }
  let plain = 0xFF01...0xFF5E ~= scalar ? scalar - 0xFEE0 : scalar
  return Said(.symbol, WordKey(hash: mix(UInt64(plain) | 1 << 40)))
}

/// Reads a word that begins with a plain letter; of anything else it reads nothing.
@inline(__always)
private func readWord(
  _ bytes: Span<UInt8>,
  _ classes: Span<LetterClass>,
  from position: inout Position
) -> Said {
  var word = Word()
  var byte = position.byte
  // Most words are a few plain letters, and have these lines for themselves.
  while byte < bytes.count, word.count < WordHasher.plainLength {
    let (scalar, width) = decodeScalar(bytes, at: byte)
    let index = Int(truncatingIfNeeded: scalar)
    guard index < classes.count, classes[index].isPlain else { break }
    word.add(classes[index])
    byte &+= width
  }
  position.byte = byte
  position.character &+= word.count
  // A space, which is what mostly follows, ends it.
  if word.count > 0, byte < bytes.count, bytes[byte] != UInt8(ascii: " ") {
    return readRest(of: word, bytes, classes, from: &position)
  }
  return Said(.word, word.hasher.finish(), word.flags)
}

/// Reads a word on from where not all is plain.
@inline(never)
private func readRest(
  of word: Word,
  _ bytes: Span<UInt8>,
  _ classes: Span<LetterClass>,
  from position: inout Position
) -> Said {
  var (hasher, flags, isFirst) = (word.hasher, word.flags, word.count == 0)
  while position.byte < bytes.count {
    let (scalar, width) = decodeScalar(bytes, at: position.byte)
    let letter = letterClass(of: scalar, classes)
    guard letter.isWord else { break }
    position.advance(width)
    if letter.isMark {
      hasher.mark(letter)
      continue
    }
    if letter.isPlain {
      hasher.makeRoom()
      hasher.add(letter)
    } else {
      hasher.add(foreign: scalar)
    }
    if !letter.isCapital {
      flags.remove(.allCapitals)
    } else if !flags.contains(.allCapitals) {
      flags.insert(.innerCapital)
    } else if isFirst {
      flags.insert(.capitalised)
    }
    isFirst = false
  }
  return Said(.word, hasher.finish(), flags)
}

/// A word as far as it is of plain letters.
private struct Word {
  var hasher = WordHasher()

  /// How many letters it has.
  var count = 0

  /// Which of them are capitals, the newest in the lowest bit.
  private var capitals: UInt64 = 0

  /// Adds a letter that there is room for.
  @inline(__always)
  mutating func add(_ letter: LetterClass) {
    hasher.add(letter)
    capitals = capitals << 1 | (letter.isCapital ? 1 : 0)
    count &+= 1
  }

  @inline(__always)
  var flags: Token.Flags {
    if capitals == 0 { return count == 0 ? .allCapitals : [] }
    let small = ~capitals & (1 << count &- 1)
    let first: Token.Flags = capitals >> (count &- 1) == 0 ? [] : .capitalised
    if small == 0 { return first.union(.allCapitals) }
    // Only capitals after the first small letter are left of the shift.
    return capitals << small.leadingZeroBitCount == 0 ? first : first.union(.innerCapital)
  }
}

private func readNumber(
  _ bytes: Span<UInt8>,
  from position: inout Position
) -> Said {
  var hash: UInt64 = 1 << 41
  var flags: Token.Flags = []
  var (whole, isWhole) = (0, true)
  let start = position.byte
  while position.byte < bytes.count {
    let (scalar, width) = decodeScalar(bytes, at: position.byte)
    let next = position.byte + width
    if let digit = digit(scalar) {
      hash = mix(hash &+ UInt64(digit) &+ 1)
      whole = whole &* 10 &+ digit
    } else if let point = decimalMark(scalar), next < bytes.count,
      digit(decodeScalar(bytes, at: next).value) != nil
    {
      hash = mix(hash &+ UInt64(point) &+ 64)
      isWhole = false
    } else {
      break
    }
    if width > 1 { flags.insert(.foreignDigits) }
    position.advance(width)
  }
  isWhole = isWhole && position.byte - start <= 9 && !flags.contains(.foreignDigits)
  let value = isWhole ? Int32(truncatingIfNeeded: whole) : -1
  return Said(.number, WordKey(hash: hash), flags, traits: .digits, whole: value)
}

@inline(__always)
private func letterClass(of scalar: UInt32, _ classes: Span<LetterClass>) -> LetterClass {
  let index = Int(truncatingIfNeeded: scalar)
  return index < classes.count ? classes[index] : farLetterClass(of: scalar)
}

/// Decodes the code point at a byte of UTF-8.
@inline(__always)
func decodeScalar(_ bytes: Span<UInt8>, at index: Int) -> (value: UInt32, width: Int) {
  let lead = UInt32(bytes[index])
  if lead < 0x80 { return (lead, 1) }
  let left = bytes.count &- index
  if lead < 0xE0 {
    guard lead >= 0xC0, left >= 2 else { return (0xFFFD, 1) }
    return (lead << 6 & 0x7C0 | continuation(bytes, index &+ 1), 2)
  }
  guard left >= 3 else { return (0xFFFD, 1) }
  let middle = continuation(bytes, index &+ 1) << 6 | continuation(bytes, index &+ 2)
  if lead < 0xF0 { return (lead << 12 & 0xF000 | middle, 3) }
  guard left >= 4 else { return (0xFFFD, 1) }
  return (lead << 18 & 0x1C_0000 | middle << 6 | continuation(bytes, index &+ 3), 4)
}

@inline(__always)
private func continuation(_ bytes: Span<UInt8>, _ index: Int) -> UInt32 {
  UInt32(bytes[index] & 0x3F)
}

/// The value of a digit, ASCII, fullwidth or mathematical; `nil` for anything else.
@inline(__always)
func digit(_ scalar: UInt32) -> Int? {
  if scalar < 0x80 { return 0x30...0x39 ~= scalar ? Int(scalar) - 0x30 : nil }
  if 0xFF10...0xFF19 ~= scalar { return Int(scalar) - 0xFF10 }
  if 0x1D7CE...0x1D7FF ~= scalar { return (Int(scalar) - 0x1D7CE) % 10 }
  return nil
}

/// `.` or `,`, also where it is fullwidth; `nil` for anything else.
@inline(__always)
func decimalMark(_ scalar: UInt32) -> UInt8? {
  switch scalar {
  case 0x2E, 0xFF0E: 0x2E
  case 0x2C, 0xFF0C: 0x2C
  default: nil
  }
}
