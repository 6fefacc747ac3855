extension Array {
  /// The index of the first element that is past something, in an array whose elements that are not
  /// past it all stand before those that are; `count` where there is none.
  func firstIndex(past isPast: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isPast(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
