import ArgumentParser
import FoundationEssentials
import Glibc
import Load
import SystemPackage

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a figure in its sentence, article and archive record.",
    discussion: """
      Without an id it shows a telling figure of each of the newest articles.

      Example: solieu show o5c3f0a9be1d27744-216-228 --data data/sample
      """
  )

  @Argument(help: "The id of an observation, such as o5c3f0a9be1d27744-216-228.")
  var id: String?

  @Option(help: ArgumentHelp("The data folder.", valueName: "folder"))
  var data = "data"

  @Option(help: ArgumentHelp("How many articles, where no id is given.", valueName: "number"))
  var count = 5

  func run() throws {
    let folder = FilePath(data)
    guard FileManager.default.fileExists(atPath: folder.appending("observations").string) else {
      complain("\(data): no dataset; name the folder that holds observations/ with --data")
      throw ExitCode.badInput
    }
    do {
      try show(in: folder)
    } catch let error as ReadError {
      complain("\(error); make it again with solieu reprocess --force")
      throw ExitCode.badInput
    }
  }

  private func show(in folder: FilePath) throws {
    guard let id else {
      let figures = try newestFigures(max(1, count), in: folder)
      print(figures.map { text(of: $0, in: folder) }.joined(separator: "\n"), terminator: "")
      return
    }
    guard let figure = try findFigure(id, in: folder) else {
      complain("\(data): no figure has the id \(id)")
      throw ExitCode.badInput
    }
    print(text(of: figure, in: folder), terminator: "")
  }

  private func text(of figure: StoredFigure, in folder: FilePath) -> String {
    let (row, article) = (figure.row, figure.article)
    var lines: [(String, String?)] = [
      ("value", row.number),
      (
        "unit", [row.unit, row.unitCode.map { "(\($0))" }].compactMap { $0 }.joined(separator: " ")
      ),
      ("indicator", row.indicator),
      ("category", row.category),
      ("place", row.place.map { "\($0)\(row.placeCode.map { " (\($0))" } ?? "")" }),
      ("period", row.period),
      ("sentence", row.highlighted),
      ("article", article.headline),
      ("", "\(article.url)\(article.datePublished.map { ", published \($0)" } ?? "")"),
      ("record", article.record(in: folder, date: figure.date)),
    ]
    lines += row.checks.map { ("check", "\($0.statement) \($0.holds ? "✓" : "✗")") }
    lines.append(("id", row.id))
    let told = lines.compactMap { name, text in
      text.flatMap { $0.isEmpty ? nil : "  \(padded(name)) \($0)\n" }
    }
    return "\(row.quote)\n" + told.joined()
  }

  private func padded(_ name: String) -> String {
    name + String(repeating: " ", count: max(0, 10 - name.count))
  }
}

extension FigureRow {
  /// The value in full, with what hedges or moves it.
  fileprivate var number: String {
    var text = valueDecimal
    if let valueMaxDecimal { text += " to \(valueMaxDecimal)" }
    if let denominatorDecimal { text += " of \(denominatorDecimal)" }
    let notes = [kind, qualifier, change, changeBase, status == "actual" ? nil : status]
    return text + " (" + notes.compactMap { $0 }.joined(separator: ", ") + ")"
  }

  fileprivate var period: String? {
    switch (periodStart, periodEnd) {
    case (nil, nil): nil
    case (let start?, let end?): start == end ? start : "\(start) to \(end)"
    case (nil, let end?): "to \(end)"
    case (let start?, nil): "from \(start)"
    }
  }

  /// The sentence with the figure in bold on a terminal, in brackets elsewhere.
  fileprivate var highlighted: String {
    let marks = isatty(STDOUT_FILENO) == 1 ? ("\u{1B}[1m", "\u{1B}[0m") : ("[", "]")
    return sentence.replacing(quote, with: marks.0 + quote + marks.1, maxReplacements: 1)
  }
}

extension ArticleRow {
  /// Where the raw response lies.
  fileprivate func record(in folder: FilePath, date: String) -> String? {
    guard let archiveFile, let archiveOffset else { return nil }
    let path = folder.appending("archive").appending(date).appending(archiveFile)
    let isThere = FileManager.default.fileExists(atPath: path.string)
    return "\(isThere ? path.string : archiveFile), byte \(archiveOffset)"
  }
}
