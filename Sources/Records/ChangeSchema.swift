extension RecordSchema {
  package static let changes = RecordSchema(
    name: "changes",
    summary: "A figure that two datasets tell otherwise",
    fields: [
      RecordField(
        "what",
        .oneOf(["vanished", "appeared", "value", "unit", "meaning"]),
        "the gravest of what changed"
      ),
      RecordField("date", .date, "the partition"),
      RecordField("article_id", .text, "`id` of the article"),
      RecordField("site", orNull: .text, "the article's host"),
      RecordField("old_extractor", orNull: .text, "which rule of the extractor won"),
      RecordField("new_extractor", orNull: .text, "which one now"),
      RecordField("old_id", orNull: .text, "`id` in the old dataset"),
      RecordField("new_id", orNull: .text, "`id` in the new one"),
      RecordField("kind", .oneOf(Observation.Kind.allCases.map(\.rawValue)), "what sort of figure"),
      RecordField("quote", .text, "the figure with its unit"),
      RecordField("differences", .list(.record(difference)), "all fields that read otherwise"),
      RecordField("sentence", .text, "the sentence that holds it"),
    ]
  )

  private static let difference = [
    RecordField("field", .text, "its name in a row; value, value_max and denominator are exact"),
    RecordField("old", orNull: .text, "what it was"),
    RecordField("new", orNull: .text, "what it is"),
  ]
}
