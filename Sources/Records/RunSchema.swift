extension RecordSchema {
  package static let runs = RecordSchema(
    name: "runs",
    summary: "What one run did",
    fields: [
      RecordField("id", .text, "names the run: its start and a random part"),
      RecordField("pipeline", .text, "the pipeline's name"),
      RecordField(
        "command",
        .oneOf(RunRecord.Command.allCases.map(\.rawValue)),
        "what was asked for"
      ),
      RecordField("version", .text, "the program's version"),
      RecordField("pipeline_digest", .text, "SHA-256 of the pipeline file and its site rules"),
      RecordField("started_at", .instant, "when it started"),
      RecordField("ended_at", .instant, "when it ended"),
      RecordField("status", .whole, "the exit status"),
      RecordField("is_complete", .flag, "whether nothing is left to the next run"),
      RecordField("fetched", .record(fetched), "pages asked for, and what came of them"),
      RecordField("failures", .list(.record(reason)), "pages without a good answer, by reason"),
      RecordField("sources", .list(.record(source)), "what each source of the pipeline gave"),
      RecordField("sites", .list(.record(site)), "what each site gave; 200 at most"),
      RecordField("archive_bytes", .whole, "bytes of the archive files that it wrote"),
      RecordField("hosts", .list(.record(host)), "how fast the hosts answered, by name"),
      RecordField("parts", .list(.record(part)), "the parts that it wrote"),
      RecordField("troubles", .list(.record(trouble)), "what somebody should look at"),
      RecordField("warnings", .list(.text), "the same in words, one line each"),
      RecordField("notes", .list(.text), "one line each: what a limit left out"),
    ]
  )

  private static let fetched = [
    RecordField("asked", .whole, "requests sent, those made again included"),
    RecordField("new", .whole, "pages with a body not seen before"),
    RecordField("unchanged", .whole, "pages that had not changed"),
    RecordField("failed", .whole, "pages without a good answer"),
    RecordField("not_due", .whole, "pages asked for lately enough"),
    RecordField("remaining", .whole, "requests left to the next run"),
  ]

  private static let host = [
    RecordField("host", .text, "its name, and its port where that is not the scheme's own"),
    RecordField("requests", .whole, "requests that it was sent, those made again included"),
    RecordField("failed", .whole, "those without an answer, or told to come later"),
    RecordField("median_ms", .whole, "the median time to a whole answer, in milliseconds"),
    RecordField("slowest_ms", .whole, "the longest of them"),
  ]

  private static let source = [
    RecordField("source", .text, "its address, or the name of its file"),
    RecordField("entries", .whole, "pages that its listings name"),
    RecordField("links", .whole, "those within the limits of age and number"),
    RecordField("new", .whole, "those never asked for before"),
    RecordField("articles", .whole, "articles that its pages gave"),
    RecordField("observations", .whole, "figures that these state"),
    RecordField("quality", .number, "mean quality of the articles; 0 without any"),
  ]

  private static let site = [
    RecordField("site", .text, "its host without www."),
    RecordField("articles", .whole, "articles that its pages gave"),
    RecordField("observations", .whole, "figures that these state"),
    RecordField("quality", .number, "mean quality of the articles"),
  ]

  private static let trouble = [
    RecordField("kind", .oneOf(Trouble.Kind.allCases.map(\.rawValue)), "what sort of trouble"),
    RecordField("subject", .text, "the source, site or file; empty for the run itself"),
    RecordField("detail", .text, "what happened, with its numbers"),
    RecordField("fails", .flag, "whether it gives the run a status other than 0"),
    RecordField("since", .instant, "start of the first run in a row that has it"),
    RecordField("nights", .whole, "for how many nights in a row"),
  ]

  private static let part = [
    RecordField("archive_file", .text, "the archive file's name"),
    RecordField("archive_digest", .text, "SHA-256 of the archive file as stored"),
    RecordField("pipeline_digest", .text, "SHA-256 of the pipeline file and its site rules"),
    RecordField("version", .text, "the program's version"),
    RecordField("records", .whole, "records in the archive file, of any type"),
    RecordField("unchanged", .whole, "revisit records among them"),
    RecordField("articles", .record(file), "its articles"),
    RecordField("observations", .record(file), "its figures"),
    RecordField("rejects", .record(file), "its rejects"),
    RecordField("reject_reasons", .list(.record(reason)), "its rejects by reason"),
  ]

  private static let file = [
    RecordField("path", .text, "below the data folder"),
    RecordField("rows", .whole, "lines"),
    RecordField("bytes", .whole, "bytes"),
    RecordField("digest", .text, "SHA-256 of the file"),
  ]

  private static let reason = [
    RecordField("reason", .oneOf(Reject.Reason.allCases.map(\.rawValue)), "the reason code"),
    RecordField("count", .whole, "how often"),
  ]
}
