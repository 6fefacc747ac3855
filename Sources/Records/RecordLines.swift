extension Article {
  /// Appends this article to `line` as one JSON object and a newline.
  ///
  /// - Parameters:
  ///   - line: What it is appended to.
  ///   - date: The partition, `YYYY-MM-DD`; `nil` for a page that is in no archive.
  package func write(to line: inout JSONLine, date: String?) {
    line.object { line in
      line.field("id", id)
      line.field("version_id", versionID)
      line.field("story_id", storyID)
      line.field("url", url)
      line.field("canonical_url", canonicalURL)
      line.field("site", site)
      line.field("headline", headline)
      line.field("lead", lead)
      line.field("text", text)
      writeParts(to: &line)
      line.field("captions", captions)
      line.field("authors", authors)
      line.field("date_published", datePublished)
      line.field("published_at", publishedAt)
      line.field("modified_at", modifiedAt)
      line.field("captured_at", capturedAt)
      line.field("date", date)
      line.field("section", section)
      line.field("keywords", keywords)
      line.field("publisher", publisher)
      line.field("language", language)
      line.field("text_sha256", Digest.sha256Hex(text.utf8))
      line.field("story_keys", story.texts)
      source.write(to: &line)
      line.field("extractor", extractor)
      line.share("quality", quality)
    }
    line.newline()
  }

  private func writeParts(to line: inout JSONLine) {
    line.list("blocks", of: blocks) { line, block in
      line.object { line in
        line.field("kind", block.kind.rawValue)
        line.field("char_start", block.characters.lowerBound)
        line.field("char_end", block.characters.upperBound)
      }
    }
    line.list("tables", of: tables) { line, table in
      line.object { line in
        line.field("caption", table.caption)
        line.field("header", table.header)
        line.list("rows", of: table.rows) { line, row in
          line.object { line in line.field("cells", row) }
        }
        line.field("char_start", table.characters.lowerBound)
        line.field("char_end", table.characters.upperBound)
      }
    }
  }
}

extension Observation {
  /// Appends this figure to `line` as one JSON object and a newline.
  ///
  /// - Parameters:
  ///   - line: What it is appended to.
  ///   - article: The article that states it.
  ///   - date: The partition, `YYYY-MM-DD`; `nil` for a page that is in no archive.
  package func write(to line: inout JSONLine, of article: Article, date: String?) {
    line.object { line in
      line.field("id", observationID(version: article.versionID, characters: characters))
      line.field("article_id", article.id)
      line.field("version_id", article.versionID)
      line.field("story_id", article.storyID)
      line.field("url", article.url)
      line.field("site", article.site)
      line.field("date_published", article.datePublished)
      line.field("date", date)
      line.field("quote", quote)
      line.field("char_start", characters.lowerBound)
      line.field("char_end", characters.upperBound)
      writeFigure(to: &line)
      writeMeaning(to: &line)
      line.field("group_id", group.map { groupID(version: article.versionID, group: $0) })
      line.list("checks", of: checks) { line, check in
        line.object { line in
          line.field("rule", check.rule.rawValue)
          line.field("holds", check.holds)
          line.field("statement", check.statement)
        }
      }
      line.field("sentence", sentence)
      line.share("confidence", confidence)
    }
    line.newline()
  }

  private func writeFigure(to line: inout JSONLine) {
    line.field("kind", kind.rawValue)
    line.field("value", value)
    line.decimal("value_decimal", value)
    line.field("value_max", valueMax)
    line.decimal("value_max_decimal", valueMax)
    line.field("denominator", denominator)
    line.decimal("denominator_decimal", denominator)
    line.field("unit", unit)
    line.field("unit_code", unitCode)
  }

  private func writeMeaning(to line: inout JSONLine) {
    line.field("qualifier", qualifier?.rawValue)
    line.field("change", change?.rawValue)
    line.field("change_base", changeBase)
    line.field("status", status.rawValue)
    line.field("indicator", indicator)
    line.field("category", category)
    line.field("place", place)
    line.field("place_code", placeCode)
    line.field("period_start", periodStart)
    line.field("period_end", periodEnd)
  }
}

extension Reject {
  /// Appends this reject to `line` as one JSON object and a newline.
  package func write(to line: inout JSONLine, date: String?) {
    line.object { line in
      line.field("url", url)
      line.field("stage", stage.rawValue)
      line.field("reason", reason.rawValue)
      line.field("detail", detail)
      line.field("attempts", attempts)
      line.field("captured_at", capturedAt)
      line.field("date", date)
      source.write(to: &line)
    }
    line.newline()
  }
}

extension ArchiveReference? {
  fileprivate func write(to line: inout JSONLine) {
    line.field("archive_file", self?.file)
    line.field("archive_offset", self?.offset)
    line.field("record_id", self?.recordID)
  }
}
