/// One article: its text, what frames it, and where it came from.
///
/// Parse makes it, Transform reads it, Load writes it.
package struct Article: Sendable, Equatable {
  /// Names the article across its versions: from its canonical address, see `articleID(of:)`.
  package var id: String

  /// Names this text of it, see `versionID(article:text:)`.
  package var versionID: String

  /// Names the story, which copies of the text on other sites share; see `StorySketch`.
  package var storyID: String

  /// What tells copies of the text from other texts.
  package var story: StorySketch

  /// The address asked for; empty where unknown.
  package var url: String

  /// What the page itself calls its address; `nil` where it says nothing.
  package var canonicalURL: String?

  /// The host of `url` without `www.`.
  package var site: String?

  package var headline: String?

  /// The lead (sapo), which is also the first part of `text`; `nil` where there is none.
  package var lead: String?

  /// Lead and body in NFC, blocks joined by one `\n`, white space folded.
  package var text: String

  /// The blocks of `text`, in its order; empty where unknown.
  package var blocks: [ArticleBlock]

  /// The tables among the blocks, as data.
  package var tables: [ArticleTable]

  /// Captions of pictures, which are not in `text`.
  package var captions: [String]

  package var authors: [String]

  /// The local day of publication, `YYYY-MM-DD`; `nil` where the page shows none.
  package var datePublished: String?

  /// RFC 3339 in UTC; `nil` where the page shows no time of day or no zone.
  package var publishedAt: String?

  package var modifiedAt: String?

  /// When the page was captured, RFC 3339 in UTC.
  package var capturedAt: String?

  package var section: String?
  package var keywords: [String]
  package var publisher: String?

  /// BCP 47, such as `vi`.
  package var language: String?

  /// Where the page lies in an archive; `nil` for a file of its own.
  package var source: ArchiveReference?

  /// Which rule of the extractor won.
  package var extractor: String?

  /// How sure the extractor is of the text, 0 to 1.
  package var quality: Double?

  package init(
    id: String,
    versionID: String,
    storyID: String? = nil,
    url: String = "",
    canonicalURL: String? = nil,
    site: String? = nil,
    headline: String? = nil,
    lead: String? = nil,
    text: String,
    blocks: [ArticleBlock] = [],
    tables: [ArticleTable] = [],
    captions: [String] = [],
    authors: [String] = [],
    datePublished: String? = nil,
    publishedAt: String? = nil,
    modifiedAt: String? = nil,
    capturedAt: String? = nil,
    section: String? = nil,
    keywords: [String] = [],
    publisher: String? = nil,
    language: String? = nil,
    source: ArchiveReference? = nil,
    extractor: String? = nil,
    quality: Double? = nil
  ) {
    self.id = id
    self.versionID = versionID
    story = StorySketch(of: text)
    self.storyID = storyID ?? story.id
    self.url = url
    self.canonicalURL = canonicalURL
    self.site = site
    self.headline = headline
    self.lead = lead
    self.text = text
    self.blocks = blocks
    self.tables = tables
    self.captions = captions
    self.authors = authors
    self.datePublished = datePublished
    self.publishedAt = publishedAt
    self.modifiedAt = modifiedAt
    self.capturedAt = capturedAt
    self.section = section
    self.keywords = keywords
    self.publisher = publisher
    self.language = language
    self.source = source
    self.extractor = extractor
    self.quality = quality
  }
}

/// A block of an article's text.
package struct ArticleBlock: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case lead
    case paragraph
    case heading
    case listItem = "list_item"
    case quote
    case tableRow = "table_row"
  }

  package var kind: Kind

  /// Where the block lies in the article's text, in Unicode code points from 0, half-open.
  package var characters: Range<Int>

  package init(kind: Kind, characters: Range<Int>) {
    self.kind = kind
    self.characters = characters
  }
}

/// A table of an article, spans resolved: each row has as many cells as `header`.
///
/// Its rows also stand in the article's text as `tableRow` blocks, the cells joined by ` | `.
package struct ArticleTable: Sendable, Equatable {
  /// The caption or the heading over it; `nil` where it has none.
  package var caption: String?

  /// The column headings; where there are several rows of them, joined by a space.
  package var header: [String]

  package var rows: [[String]]

  /// Where the table's rows, its header included, lie in the article's text, in Unicode code
  /// points from 0, half-open.
  package var characters: Range<Int>

  package init(caption: String?, header: [String], rows: [[String]], characters: Range<Int>) {
    self.caption = caption
    self.header = header
    self.rows = rows
    self.characters = characters
  }
}
