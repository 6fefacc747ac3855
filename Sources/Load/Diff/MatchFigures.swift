/// Finds which figures of an old and a new reading of one article are the same.
///
/// Where the text is the same, so are the places. Where it shifted, figures with one quote in one
/// sentence are the same, in their order; between these, figures with one quote; and between those,
/// figures that overlap once the shift of their neighbour is taken off, so that a quote that grew
/// by its unit is not told as one that vanished and one that appeared.
///
/// - Parameters:
///   - old: In the order of their places.
///   - new: In the order of their places.
/// - Returns: Pairs of indices, in their order; what is in none has no counterpart.
func matchFigures(_ old: [FigureRow], _ new: [FigureRow]) -> [(old: Int, new: Int)] {
  var pairs: [(old: Int, new: Int)] = []
  for gap in gaps(between: pairs, old.count, new.count) {
    pairs += aligned(old, new, gap) { "\($0.quote)\n\($0.sentence)" }
  }
  for gap in gaps(between: pairs, old.count, new.count) {
    pairs += aligned(old, new, gap) { $0.quote }
  }
  pairs.sort { $0.old < $1.old }
  for gap in gaps(between: pairs, old.count, new.count) {
    let shift = gap.neighbour.map { new[$0.new].charStart - old[$0.old].charStart } ?? 0
    pairs += overlapping(old, new, gap, shift: shift)
  }
  return pairs.sorted { $0.old < $1.old }
}

/// Figures on both sides between two pairs.
private struct Gap {
  var old: Range<Int>
  var new: Range<Int>

  /// The pair before it.
  var neighbour: (old: Int, new: Int)?
}

private func gaps(between pairs: [(old: Int, new: Int)], _ old: Int, _ new: Int) -> [Gap] {
  var gaps: [Gap] = []
  var last: (old: Int, new: Int)?
  for pair in pairs.sorted(by: { $0.old < $1.old }) + [(old, new)] {
    let start = last.map { ($0.old + 1, $0.new + 1) } ?? (0, 0)
    if start.0 < pair.0, start.1 < pair.1 {
      gaps.append(Gap(old: start.0..<pair.0, new: start.1..<pair.1, neighbour: last))
    }
    last = pair
  }
  return gaps
}

/// The longest run of pairs with equal keys, in the order of both sides.
private func aligned(
  _ old: [FigureRow],
  _ new: [FigureRow],
  _ gap: Gap,
  by key: (FigureRow) -> String
) -> [(old: Int, new: Int)] {
  let (oldKeys, newKeys) = (old[gap.old].map(key), new[gap.new].map(key))
  let difference = newKeys.difference(from: oldKeys)
  var removed = Set<Int>()
  var inserted = Set<Int>()
  for change in difference {
    switch change {
    case .remove(let offset, _, _): removed.insert(offset)
    case .insert(let offset, _, _): inserted.insert(offset)
    }
  }
  let kept = oldKeys.indices.filter { !removed.contains($0) }
  let came = newKeys.indices.filter { !inserted.contains($0) }
  return zip(kept, came).map { (gap.old.lowerBound + $0, gap.new.lowerBound + $1) }
}

private func overlapping(
  _ old: [FigureRow],
  _ new: [FigureRow],
  _ gap: Gap,
  shift: Int
) -> [(old: Int, new: Int)] {
  var pairs: [(old: Int, new: Int)] = []
  var next = gap.new.lowerBound
  for index in gap.old {
    let place = old[index].charStart + shift..<old[index].charEnd + shift
    while next < gap.new.upperBound, new[next].charEnd <= place.lowerBound { next += 1 }
    guard next < gap.new.upperBound else { break }
    if new[next].charStart < place.upperBound {
      pairs.append((index, next))
      next += 1
    }
  }
  return pairs
}
