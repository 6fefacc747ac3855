package import Records

extension FigureChange {
  /// Appends this change to `line` as one JSON object and a newline, see `solieu schema changes`.
  package func write(to line: inout JSONLine, of pair: ArticlePair) {
    line.object { line in
      line.field("what", kind.rawValue)
      line.field("date", pair.date)
      line.field("article_id", pair.articleID)
      line.field("site", pair.site)
      line.field("old_extractor", pair.oldExtractor)
      line.field("new_extractor", pair.newExtractor)
      line.field("old_id", old?.id)
      line.field("new_id", new?.id)
      line.field("kind", (new ?? old)?.kind)
      line.field("quote", (new ?? old)?.quote)
      line.list("differences", of: differences) { line, difference in
        line.object { line in
          line.field("field", difference.field)
          line.field("old", difference.old)
          line.field("new", difference.new)
        }
      }
      line.field("sentence", (new ?? old)?.sentence)
    }
    line.newline()
  }
}
