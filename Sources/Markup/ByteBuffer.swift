/// A growing run of bytes that is written by pointer and emptied without giving its memory back.
struct ByteBuffer: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 1 << 16) {
    start = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit { start.deallocate() }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    start[count] = byte
    count += 1
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafePointer<UInt8>, count more: Int) {
    if count + more > capacity { grow(by: more) }
    (start + count).update(from: bytes, count: more)
    count += more
  }

  @inline(__always)
  mutating func append(_ text: StaticString) {
    append(text.utf8Start, count: text.utf8CodeUnitCount)
  }

  /// The code point as UTF-8, U+FFFD for one that is no character.
  mutating func append(character code: UInt32) {
    for byte in UTF8.encode(Unicode.Scalar(code) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter
    {
      append(byte)
    }
  }

  /// The number in letters from `a` to `p`, the lowest four bits first.
  mutating func append(number: Int) {
    var rest = number
    repeat {
      append(UInt8(ascii: "a") + UInt8(truncatingIfNeeded: rest & 15))
      rest >>= 4
    } while rest > 0
  }

  mutating func removeAll() { count = 0 }

  /// Forgets what was written after the first `count` bytes.
  mutating func truncate(to count: Int) { self.count = min(count, self.count) }

  func withBytes(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    body(UnsafeBufferPointer(start: start, count: count))
  }

  private mutating func grow(by more: Int) {
    let larger = max(capacity * 2, count + more)
    let fresh = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    fresh.update(from: start, count: count)
    start.deallocate()
    start = fresh
    capacity = larger
  }
}
