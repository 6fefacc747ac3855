/// Cuts UTF-8 into tokens, in one pass.
///
/// - Parameter bytes: Valid UTF-8; of anything else each bad byte is a symbol.
/// - Returns: The tokens in the text's order.
func tokenize(_ bytes: [UInt8]) -> [Token] {
  var tokens: [Token] = []
  tokens.reserveCapacity(bytes.count / 4)
  let classes = letterClasses
  tokenize(bytes.span, classes.span, into: &tokens)
  return tokens
}

private func tokenize(
  _ bytes: Span<UInt8>,
  _ classes: Span<LetterClass>,
  into tokens: inout [Token]
) {
  var position = Position()
  var pending: Token.Flags = [.spaceBefore, .breakBefore]
  while position.byte < bytes.count {
    let (scalar, width) = decodeScalar(bytes, at: position.byte)
    let letter = letterClass(of: scalar, classes)
    let start = position
    let said: Said
    if letter.isLetter {
      if letter.isCapital { pending.insert(.capitalised) }
      said = readWord(bytes, classes, from: &position)
    } else if letter.isSpace {
      pending.insert(.spaceBefore)
      if scalar == 0x0A || scalar == 0x2028 || scalar == 0x2029 { pending.insert(.breakBefore) }
      position.advance(width)
      continue
    } else if digit(scalar) != nil {
      said = readNumber(bytes, from: &position)
    } else {
      position.advance(width)
      // A mark with nothing to stand on, or on a digit, is a part of what precedes it.
      guard !letter.isMark else { continue }
      let plain = 0xFF01...0xFF5E ~= scalar ? scalar - 0xFEE0 : scalar
      said = Said(.symbol, WordKey(hash: mix(UInt64(plain) | 1 << 40)))
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
}

/// What a token is, wherever it stands.
private struct Said {
  var kind: Token.Kind
  var key: WordKey
  var flags: Token.Flags
  var whole: Int32

  @inline(__always)
  init(_ kind: Token.Kind, _ key: WordKey, _ flags: Token.Flags = [], whole: Int32 = -1) {
    (self.kind, self.key, self.flags, self.whole) = (kind, key, flags, whole)
  }
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

@inline(__always)
private func readWord(
  _ bytes: Span<UInt8>,
  _ classes: Span<LetterClass>,
  from position: inout Position
) -> Said {
  var word = Word()
  var (byte, count) = (position.byte, 0)
  // Most words are a few plain letters, and have these lines for themselves.
  while byte < bytes.count, count < WordHasher.plainLength {
    let (scalar, width) = decodeScalar(bytes, at: byte)
    let index = Int(truncatingIfNeeded: scalar)
    guard index < classes.count, classes[index].isPlain else { break }
    word.add(classes[index])
    byte &+= width
    count &+= 1
  }
  position.byte = byte
  position.character &+= count
  // A space, which is what mostly follows, ends it.
  if byte < bytes.count, bytes[byte] != UInt8(ascii: " ") {
    return readRest(of: word, bytes, classes, from: &position)
  }
  return word.finished()
}

/// Reads a word on from where not all is plain.
@inline(never)
private func readRest(
  of word: Word,
  _ bytes: Span<UInt8>,
  _ classes: Span<LetterClass>,
  from position: inout Position
) -> Said {
  var word = word
  while position.byte < bytes.count {
    let (scalar, width) = decodeScalar(bytes, at: position.byte)
    let letter = letterClass(of: scalar, classes)
    guard letter.isWord else { break }
    if letter.isMark {
      word.hasher.mark(letter)
    } else if letter.isPlain {
      word.hasher.makeRoom()
      word.add(letter)
    } else {
      word.hasher.add(foreign: scalar)
      word.note(letter)
    }
    position.advance(width)
  }
  return word.finished()
}

/// A word as far as it is read.
private struct Word {
  var hasher = WordHasher()
  var hasSmall = false
  var hasInnerCapital = false

  /// Adds a plain letter that there is room for.
  @inline(__always)
  mutating func add(_ letter: LetterClass) {
    hasher.add(letter)
    note(letter)
  }

  @inline(__always)
  mutating func note(_ letter: LetterClass) {
    if !letter.isCapital { hasSmall = true } else if hasSmall { hasInnerCapital = true }
  }

  @inline(__always)
  consuming func finished() -> Said {
    let flags: Token.Flags = hasSmall ? (hasInnerCapital ? .innerCapital : []) : .allCapitals
    return Said(.word, hasher.finish(), flags)
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
  return Said(.number, WordKey(hash: hash), flags, whole: value)
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
