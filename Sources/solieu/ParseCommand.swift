import Archive
import ArgumentParser
import Parse
import Pipeline
import Records
import SystemPackage

struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Read pages or web archives and print their articles, one a line.",
    discussion: """
      A file is a page (HTML) or a web archive (.warc, .warc.gz, .warc.zst), told apart by how it
      begins. Without a file, or for -, it reads standard input.

      What gave no article is counted on standard error; --rejects FILE keeps it, a line each.

      Examples:
        solieu parse page.html --url https://example.org/page | solieu transform
        solieu parse page.html --url https://example.org/page --sites Pipelines/sites --explain
        solieu parse night.warc.gz > articles.ndjson

      Exit status: 0 done; 65 a file can't be read, is broken, or is no article; 78 a site's rules
      are wrong.
      """
  )

  @Argument(help: "Pages or archives.", completion: .file())
  var files: [String] = []

  @Option(help: "The address of the page, where it is one page.")
  var url: String?

  @Option(help: ArgumentHelp("Where to write the rejects.", valueName: "file"))
  var rejects: String?

  @Option(
    help: ArgumentHelp(
      "Rules of sites, a file HOST.yaml each; for a page, --url says whose.",
      valueName: "folder"
    ),
    completion: .directory
  )
  var sites: String?

  @Flag(help: "Print for each page, block by block, what was kept or dropped and by which rule.")
  var explain = false

  func run() throws {
    let rules = try sites.map(readSites) ?? SiteRuleBook()
    var sink = try ParseSink(rejects: rejects, explain: explain, sites: rules)
    for file in files.isEmpty ? ["-"] : files { try parse(file, by: rules, into: &sink) }
    if try sink.finish() { throw ExitCode.badInput }
  }

  private func parse(
    _ file: String,
    by rules: SiteRuleBook,
    into sink: inout ParseSink
  ) throws {
    let name = file == "-" ? "standard input" : file
    do {
      switch try PageInput(file) {
      case .page(let bytes): try sink.write(Page(url: url ?? "", body: bytes), name: name)
      case .archive(var reader):
        _ = try readArticles(of: &reader, sites: rules) { outcome in
          try sink.write(outcome)
        }
        sink.note(name)
      }
    } catch let error as ArchiveError {
      complain("\(error)")
      sink.isGood = false
    }
  }
}

/// Where the outcomes of `solieu parse` go.
private struct ParseSink: ~Copyable {
  var isGood = true

  private let explain: Bool
  private let rejects: FileDescriptor?
  private var output = StandardOutput()
  private let sites: SiteRuleBook
  private var articles: ArticleReader
  private var stories = StoryBook()
  private var line = JSONLine()
  private var counts: [Reject.Reason: Int] = [:]
  private var found = 0

  init(rejects: String?, explain: Bool, sites: SiteRuleBook) throws {
    self.explain = explain
    self.sites = sites
    articles = ArticleReader(sites: sites)
    do {
      self.rejects = try rejects.map {
        try FileDescriptor.open(
          FilePath($0),
          .writeOnly,
          options: [.create, .truncate],
          permissions: [.ownerReadWrite, .groupRead, .otherRead]
        )
      }
    } catch {
      complain("\(rejects ?? ""): \(error)")
      throw ExitCode.cannotWrite
    }
  }

  /// One page of its own: a page that is no article is an error of the input.
  mutating func write(_ page: Page, name: String) throws {
    if explain {
      try output.write(Array(explainArticle(from: page, by: sites).utf8))
      return
    }
    let outcome = outcome(of: page, &articles)
    try write(outcome)
    if case .reject(let reject) = outcome {
      complain("\(name): \(reject.detail)")
      isGood = false
      counts = [:]
    }
  }

  mutating func write(_ outcome: ArchiveOutcome) throws {
    line.clear()
    switch outcome {
    case .article(var article):
      found += 1
      article.storyID = stories.id(of: article.story)
      article.write(to: &line, date: nil)
      try output.write(line.bytes)
    case .reject(let reject):
      counts[reject.reason, default: 0] += 1
      if reject.reason == .brokenRecord {
        complain("\(reject.source?.file ?? ""): \(reject.detail)")
        isGood = false
      }
      reject.write(to: &line, date: nil)
      _ = try rejects?.writeAll(line.bytes)
    case .unchanged: break
    }
  }

  /// Says what an archive came to, where something in it gave no article.
  mutating func note(_ name: String) {
    let reasons = Reject.Reason.allCases.compactMap { reason in
      counts[reason].map { "\($0) \(reason.rawValue)" }
    }
    if !reasons.isEmpty {
      complain("\(name): \(found) articles; no article: \(reasons.joined(separator: ", "))")
    }
    (found, counts) = (0, [:])
    stories = StoryBook()
  }

  /// Whether something was wrong with the input.
  mutating func finish() throws -> Bool {
    try output.flush()
    try rejects?.close()
    return !isGood
  }
}
