/// The line ends after a record: two, by the standard.
struct RecordEnd {
  var lines: Int

  /// In bytes.
  var length: Int
}

extension RecordEnd {
  /// Reads the line ends that `bytes` begins with.
  ///
  /// `nil` where there are fewer than two, and then neither the run's end nor a record's head.
  init?(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    lines = 0
    while lines < 2 {
      let line = rest.drop { $0 == 0x0D }
      guard line.first == 0x0A else { break }
      rest = line.dropFirst()
      lines += 1
    }
    length = bytes.count - rest.count
    guard lines == 2 || rest.starts(with: recordMark.prefix(rest.count)) else { return nil }
  }
}

/// The bytes without up to two line ends at their end.
func dropLineEnds(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var rest = bytes
  for _ in 0..<2 where rest.last == 0x0A {
    rest.removeLast()
    while rest.last == 0x0D { rest.removeLast() }
  }
  return rest
}
