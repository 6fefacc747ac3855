import ArgumentParser
import Pipeline

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is wrong with pipeline files, or what they would do; touch nothing.",
    discussion: """
      Names every mistake with its file, line and column, and what is allowed there. For a file
      without mistakes it prints the plan with every default filled in.

      Exit status: 0 all are right; 78 one is not.
      """
  )

  @Argument(help: "Pipeline files.", completion: .file(extensions: ["yaml"]))
  var files: [String]

  func run() throws {
    let plans = files.compactMap { file in try? readConfig(file).plan }
    for plan in plans { print(plan, terminator: "") }
    if plans.count < files.count { throw ExitCode.badPipeline }
  }
}
