import ArgumentParser
import Pipeline

/// The command line, whose subcommands have a file each.
@main
struct Solieu: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solieu",
    abstract: "Turn Vietnamese news pages into a dataset of the figures that they state.",
    discussion: """
      The nightly way: solieu run PIPELINE fetches new pages into a web archive, and turns every
      archive file into a part of articles, figures and rejects, one JSON object a line.

      By hand: solieu parse page.html | solieu transform

      Data goes to standard output, everything else to standard error.

      Exit status:
         0  done
         1  done, but a source, too large a share of the pages or a guard failed, or it was ended
            before it was done
        64  the command line is wrong
        65  bad input data; what was good is done
        74  a file can't be written
        75  another run holds the lock; try again later
        78  the pipeline file is wrong
      """,
    version: programVersion,
    subcommands: [
      RunCommand.self, FetchCommand.self, RetryCommand.self, ReprocessCommand.self,
      AdoptCommand.self, ParseCommand.self, TransformCommand.self, CheckCommand.self,
      ShowCommand.self, DiffCommand.self, ArchiveCommand.self, ReportCommand.self,
      SchemaCommand.self,
    ]
  )
}

extension ExitCode {
  /// Done, but a source or a share of the pages failed beyond the pipeline's limits.
  static let partly = ExitCode(1)

  /// Bad input data; `EX_DATAERR`.
  static let badInput = ExitCode(65)

  /// A file can't be written; `EX_IOERR`.
  static let cannotWrite = ExitCode(74)

  /// Another run holds the lock; `EX_TEMPFAIL`.
  static let busy = ExitCode(75)

  /// The pipeline file is wrong; `EX_CONFIG`.
  static let badPipeline = ExitCode(78)
}
