// What a byte is, where it is ASCII. All are inlined into the loops that ask it of every byte.

/// Whether a byte is white space as HTML has it: a blank, a tab, a form feed or a line's end.
@inlinable
package func isSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C
}

/// Whether a byte is a letter from A to Z, in either case.
@inlinable
package func isLetter(_ byte: UInt8) -> Bool {
  (byte | 0x20) &- UInt8(ascii: "a") < 26
}

/// Whether a byte is a digit from 0 to 9.
@inlinable
package func isDigit(_ byte: UInt8) -> Bool {
  byte &- UInt8(ascii: "0") < 10
}

/// A letter in lower case; any other byte as it is.
@inlinable
package func lowercase(_ byte: UInt8) -> UInt8 {
  byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
}

/// What a hexadecimal digit of either case is worth; `nil` for any other byte.
@inlinable
package func hexadecimalValue(_ byte: UInt8) -> UInt8? {
  if isDigit(byte) { return byte - UInt8(ascii: "0") }
  let letter = (byte | 0x20) &- UInt8(ascii: "a")
  return letter < 6 ? letter + 10 : nil
}
