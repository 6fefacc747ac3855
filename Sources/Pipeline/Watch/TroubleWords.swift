package import Records

extension Trouble {
  /// What happened, for an operator.
  var what: String {
    switch kind {
    case .sourceFailed: "\(subject) can't be read: \(detail)"
    case .sourceEmpty: "\(subject) \(detail)"
    case .articlesFell, .figuresFell: "\(subject) gave only \(detail)"
    case .qualityFell: "\(subject) is read badly: \(detail)"
    case .badArchive: subject.isEmpty ? detail : "\(subject): \(detail)"
    case .killed, .pagesFailed, .unfinished, .deadline, .stopped, .cannotWrite: detail
    }
  }

  /// What is missing, what happens next, and what to do if anything.
  var next: String {
    switch kind {
    case .sourceFailed where nights < 3:
      "what it names is missing tonight; the next run asks again"
    case .sourceFailed:
      "the next run asks again, but look whether the site has moved, and mend its address"
    case .sourceEmpty:
      "new pages of it are missing; look at it in a browser, and mend its address if it has moved"
    case .pagesFailed: "the next run asks for them again"
    case .articlesFell, .figuresFell:
      "if the site did not simply publish less, look at a page of it with solieu parse --explain"
    case .qualityFell:
      "its pages are probably built otherwise now; mend its site rules, then solieu reprocess"
    case .unfinished: "the next run goes on with them"
    case .deadline:
      "the next run goes on with the rest; if it is so every night, allow it more time"
    case .stopped: "the next run goes on with the rest"
    case .killed: "this run went on where that one was; nothing is lost"
    case .badArchive: "what it holds is missing; see solieu archive check"
    case .cannotWrite: "the run ended there; make room or mend the rights, the next run goes on"
    }
  }

  /// Both in a line, as the record of the run has it.
  package var line: String { "\(what); \(next)" }
}
