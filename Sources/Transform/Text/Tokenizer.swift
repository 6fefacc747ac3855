/// Cuts UTF-8 into tokens, in one pass.
///
/// - Parameter bytes: Valid UTF-8; of anything else each bad byte is a symbol.
/// - Returns: The tokens in the text's order.
func tokenize(_ bytes: [UInt8]) -> [Token] {
  var tokenizer = Tokenizer(bytes: bytes)
  tokenizer.run()
  return tokenizer.tokens
}

private struct Tokenizer {
  let bytes: [UInt8]
  let classes = letterClasses
  var tokens: [Token] = []

  /// Where the next code point begins, in bytes and in code points.
  var position = 0
  var character: Int32 = 0
  var pending: Token.Flags = [.spaceBefore, .breakBefore]

  init(bytes: [UInt8]) {
    self.bytes = bytes
    tokens.reserveCapacity(bytes.count / 5)
  }

  mutating func run() {
    while position < bytes.count {
      let (scalar, width) = scalar(at: position)
      let letter = classOf(scalar)
      if letter.isSpace {
        pending.insert(.spaceBefore)
        if scalar == 0x0A || scalar == 0x2028 || scalar == 0x2029 { pending.insert(.breakBefore) }
        position += width
        character += 1
      } else if letter.isLetter {
        readWord()
      } else if digit(scalar) != nil {
        readNumber()
      } else if letter.isMark {
        // A mark with nothing to stand on, or on a digit: a part of what precedes it.
        position += width
        character += 1
      } else {
        let plain = 0xFF01...0xFF5E ~= scalar ? scalar - 0xFEE0 : scalar
        let key = WordKey(hash: mix(UInt64(plain) | 1 << 40))
        append(.symbol, from: position, character: character, key: key, flags: [], width: width)
      }
    }
  }

  private mutating func append(
    _ kind: Token.Kind,
    from start: Int,
    character first: Int32,
    key: WordKey,
    flags: Token.Flags,
    width: Int = 0
  ) {
    if width > 0 {
      position += width
      character += 1
    }
    tokens.append(
      Token(
        start: Int32(start),
        end: Int32(position),
        character: first,
        count: character - first,
        key: key,
        kind: kind,
        flags: flags.union(pending)
      )
    )
    pending = []
  }

  private mutating func readWord() {
    let (start, first) = (position, character)
    var word = WordHasher()
    var isFirst = true
    var flags: Token.Flags = [.allCapitals]
    while position < bytes.count {
      let (scalar, width) = scalar(at: position)
      let letter = classOf(scalar)
      if letter.isLetter {
        word.add(letter, scalar)
        if letter.isCapital {
          if isFirst {
            flags.insert(.capitalised)
          } else if !flags.contains(.allCapitals) {
            flags.insert(.innerCapital)
          }
        } else {
          flags.remove(.allCapitals)
        }
        isFirst = false
      } else if letter.isMark {
        word.mark(letter)
      } else if scalar == 0xB2 || scalar == 0xB3 {
        word.add(LetterClass(bits: LetterClass.letter | LetterClass.foreign), scalar)
      } else {
        break
      }
      position += width
      character += 1
    }
    append(.word, from: start, character: first, key: word.finish(), flags: flags)
  }

  private mutating func readNumber() {
    let (start, first) = (position, character)
    var hash: UInt64 = 1 << 41
    var flags: Token.Flags = []
    while position < bytes.count {
      let (scalar, width) = scalar(at: position)
      if let digit = digit(scalar) {
        hash = mix(hash &+ UInt64(digit) &+ 1)
        if width > 1 { flags.insert(.foreignDigits) }
      } else if let point = decimalMark(scalar), position + width < bytes.count,
        digit(self.scalar(at: position + width).value) != nil
      {
        hash = mix(hash &+ UInt64(point) &+ 64)
        if width > 1 { flags.insert(.foreignDigits) }
      } else {
        break
      }
      position += width
      character += 1
    }
    append(.number, from: start, character: first, key: WordKey(hash: hash), flags: flags)
  }

  @inline(__always)
  private func classOf(_ scalar: UInt32) -> LetterClass {
    scalar < 0x1F00 ? classes[Int(scalar)] : farLetterClass(of: scalar)
  }

  /// The code point at a byte, and how many bytes it takes.
  @inline(__always)
  private func scalar(at index: Int) -> (value: UInt32, width: Int) {
    decodeScalar(bytes, at: index)
  }
}

/// Decodes the code point at a byte of UTF-8.
@inline(__always)
func decodeScalar(_ bytes: [UInt8], at index: Int) -> (value: UInt32, width: Int) {
  let lead = UInt32(bytes[index])
  if lead < 0x80 { return (lead, 1) }
  let width = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  guard width > 1, index + width <= bytes.count else { return (0xFFFD, 1) }
  var value = lead & (0x7F >> UInt32(width))
  for offset in 1..<width { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
  return (value, width)
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
