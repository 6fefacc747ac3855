extension FigureRow {
  /// What is compared, by the name in a row, the gravest first; `confidence`, `group_id` and
  /// `sentence` are not.
  static let fields: [(name: String, kind: FigureChange.Kind, text: @Sendable (Self) -> String?)] =
    [
      ("value", .value, { $0.valueDecimal }),
      ("value_max", .value, { $0.valueMaxDecimal }),
      ("denominator", .value, { $0.denominatorDecimal }),
      ("unit", .unit, { $0.unit }),
      ("unit_code", .unit, { $0.unitCode }),
      ("kind", .meaning, { $0.kind }),
      ("qualifier", .meaning, { $0.qualifier }),
      ("change", .meaning, { $0.change }),
      ("change_base", .meaning, { $0.changeBase }),
      ("status", .meaning, { $0.status }),
      ("indicator", .meaning, { $0.indicator }),
      ("category", .meaning, { $0.category }),
      ("place", .meaning, { $0.place }),
      ("place_code", .meaning, { $0.placeCode }),
      ("period_start", .meaning, { $0.periodStart }),
      ("period_end", .meaning, { $0.periodEnd }),
      ("checks", .meaning, { $0.checks.isEmpty ? nil : $0.checksText }),
      ("quote", .meaning, { $0.quote }),
    ]

  private var checksText: String {
    checks.map { "\($0.statement) \($0.holds ? "✓" : "✗")" }.joined(separator: "; ")
  }
}

/// One figure that is not in both datasets as it was.
package struct FigureChange: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case vanished
    case appeared
    case value
    case unit
    case meaning
  }

  /// A field that reads otherwise.
  package struct Difference: Sendable, Equatable {
    package var field: String
    package var old: String?
    package var new: String?
  }

  /// The gravest of what changed.
  package var kind: Kind

  /// All that changed; empty for a figure that appeared or vanished.
  package var differences: [Difference] = []

  package var old: FigureRow?
  package var new: FigureRow?
}

/// What became of a figure; `nil` where nothing that is compared changed.
func change(from old: FigureRow, to new: FigureRow) -> FigureChange? {
  var kind: FigureChange.Kind?
  var differences: [FigureChange.Difference] = []
  for field in FigureRow.fields {
    let texts = (field.text(old), field.text(new))
    guard texts.0 != texts.1 else { continue }
    kind = kind ?? field.kind
    differences.append(.init(field: field.name, old: texts.0, new: texts.1))
  }
  return kind.map { FigureChange(kind: $0, differences: differences, old: old, new: new) }
}
