extension RecordSchema {
  package static let articles = RecordSchema(
    name: "articles",
    summary: "An article: its text, what frames it, and where it came from",
    fields: [
      RecordField("id", .text, "the article across its versions, from its canonical address"),
      RecordField("version_id", .text, "this text of it"),
      RecordField("story_id", .text, storySummary),
      RecordField("url", .text, "the address asked for; empty where unknown"),
      RecordField("canonical_url", orNull: .text, "what the page itself calls its address"),
      RecordField("site", orNull: .text, "the host of `url` without www."),
      RecordField("headline", orNull: .text, "the headline as the reader sees it"),
      RecordField("lead", orNull: .text, "the lead (sapo), also the first part of `text`"),
      RecordField("text", .text, "lead and body in NFC, a newline between blocks"),
      RecordField("blocks", .list(.record(block)), "the blocks of `text`, in its order"),
      RecordField("tables", .list(.record(table)), "the tables of `text`, as data"),
      RecordField("captions", .list(.text), "captions of pictures, which are not in `text`"),
      RecordField("authors", .list(.text), "the authors' names"),
      RecordField("date_published", orNull: .date, "the local day of publication"),
      RecordField("published_at", orNull: .instant, "the instant, where time and zone are known"),
      RecordField("modified_at", orNull: .instant, "when the page says that it was changed"),
      RecordField("captured_at", orNull: .instant, "when the page was captured"),
      RecordField("date", orNull: .date, "the partition: the UTC day of the archive file"),
      RecordField("section", orNull: .text, "the section of the site"),
      RecordField("keywords", .list(.text), "the page's own keywords"),
      RecordField("publisher", orNull: .text, "the publisher's name"),
      RecordField("language", orNull: .text, "BCP 47, such as vi"),
      RecordField("text_sha256", .text, "SHA-256 of `text` in UTF-8, hexadecimal"),
      RecordField(
        "story_keys",
        .list(.text),
        "16 keys; texts that have 6 in common, in whatever archive files, are copies of one story"
      ),
    ] + archiveReference + [
      RecordField("extractor", orNull: .text, "which rule of the extractor won"),
      RecordField("quality", orNull: .number, "how sure the extractor is, 0 to 1"),
    ]
  )

  private static let storySummary =
    "shared by copies of the text: by all that lie in one archive file, light edits included, and "
    + "by equal ones in others; `story_keys` finds the rest"

  package static let observations = RecordSchema(
    name: "observations",
    summary: "A figure that an article states",
    fields: [
      RecordField("id", .text, "this figure in this text of the article"),
      RecordField("article_id", .text, "`id` of the article"),
      RecordField("version_id", .text, "`version_id` of the article"),
      RecordField("story_id", .text, "`story_id` of the article"),
      RecordField("url", .text, "the article's address"),
      RecordField("site", orNull: .text, "the article's host"),
      RecordField("date_published", orNull: .date, "the article's local day of publication"),
      RecordField("date", orNull: .date, "the partition: the UTC day of the archive file"),
      RecordField("quote", .text, "the figure with its unit, exactly as the text has it"),
      RecordField("char_start", .whole, "where `quote` starts in `text`, in code points from 0"),
      RecordField("char_end", .whole, "the first code point after it"),
      RecordField("kind", .oneOf(Observation.Kind.allCases.map(\.rawValue)), "what sort of figure"),
      RecordField("value", .number, "the number, its magnitude words applied"),
      RecordField("value_decimal", .text, "the same, exact, as a decimal"),
      RecordField("value_max", orNull: .number, "the upper end of a range"),
      RecordField("value_max_decimal", orNull: .text, "the same, exact, as a decimal"),
      RecordField(
        "denominator",
        orNull: .number,
        "the whole of a ratio or rank, a score's other side"
      ),
      RecordField("denominator_decimal", orNull: .text, "the same, exact, as a decimal"),
      RecordField("unit", orNull: .text, "the unit as the text names it"),
      RecordField(
        "unit_code",
        orNull: .text,
        "ISO 4217 for money, UCUM for measures; null for things"
      ),
      RecordField(
        "qualifier",
        orNull: .oneOf(Observation.Qualifier.allCases.map(\.rawValue)),
        "how the text hedges it"
      ),
      RecordField(
        "change",
        orNull: .oneOf(Observation.Change.allCases.map(\.rawValue)),
        "how it moved; null for a level"
      ),
      RecordField("change_base", orNull: .text, "against what, as the text says it"),
      RecordField("status", .oneOf(Observation.Status.allCases.map(\.rawValue)), "real or not yet"),
      RecordField("indicator", orNull: .text, "what it measures, in the article's words"),
      RecordField("category", orNull: .text, "the class within the indicator"),
      RecordField("place", orNull: .text, "the administrative unit that it is about"),
      RecordField("place_code", orNull: .text, "its official code on the article's day"),
      RecordField("period_start", orNull: .date, "the first day that it is about"),
      RecordField("period_end", orNull: .date, "the last, inclusive"),
      RecordField("group_id", orNull: .text, "shared by figures that belong together"),
      RecordField("checks", .list(.record(check)), "arithmetic that the text lets one check"),
      RecordField("sentence", .text, "the sentence that holds it, exact"),
      RecordField("confidence", .number, "the share of figures like it that are right, 0 to 1"),
    ]
  )

  package static let rejects = RecordSchema(
    name: "rejects",
    summary: "A page that gave no article, and why",
    fields: [
      RecordField("url", .text, "the address asked for; empty where the record is too broken"),
      RecordField("stage", .oneOf(Reject.Stage.allCases.map(\.rawValue)), "where it stopped"),
      RecordField("reason", .oneOf(Reject.Reason.allCases.map(\.rawValue)), "why"),
      RecordField("detail", .text, "one line that says more"),
      RecordField(
        "attempts",
        orNull: .whole,
        "requests sent for it in that run, of which none was answered; else null"
      ),
      RecordField("captured_at", orNull: .instant, "when it was captured or asked for"),
      RecordField("date", orNull: .date, "the partition: the UTC day of the archive file"),
    ] + archiveReference
  )

  private static let archiveReference = [
    RecordField("archive_file", orNull: .text, "the archive file's name"),
    RecordField("archive_offset", orNull: .whole, "where its record begins, in bytes as stored"),
    RecordField("record_id", orNull: .text, "the record's WARC-Record-ID"),
  ]

  private static let block = [
    RecordField("kind", .oneOf(ArticleBlock.Kind.allCases.map(\.rawValue)), "what sort of block"),
    RecordField("char_start", .whole, "where it starts in `text`, in code points from 0"),
    RecordField("char_end", .whole, "the first code point after it"),
  ]

  private static let table = [
    RecordField("caption", orNull: .text, "the caption or the heading over it"),
    RecordField("header", .list(.text), "the column headings"),
    RecordField(
      "rows",
      .list(.record([RecordField("cells", .list(.text), "its cells")])),
      "its rows"
    ),
    RecordField("char_start", .whole, "where it starts in `text`, in code points from 0"),
    RecordField("char_end", .whole, "the first code point after it"),
  ]

  private static let check = [
    RecordField("rule", .oneOf(ArithmeticCheck.Rule.allCases.map(\.rawValue)), "what was reckoned"),
    RecordField("holds", .flag, "whether it holds, within the precision printed"),
    RecordField("statement", .text, "such as 21/333 = 6.3 %"),
  ]
}
