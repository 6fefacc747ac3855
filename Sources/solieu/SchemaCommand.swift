import ArgumentParser
import Records

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of a line.",
    discussion: """
      JSON Schema 2020-12. Every key is on every line, null where there is nothing to say; the
      version at the end of $id is raised with every change that a reader could notice.

      Example: solieu schema observations > observations.schema.json
      """
  )

  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case articles
    case observations
    case rejects
    case runs
    case changes
  }

  @Argument(
    help: "Which kind of line: articles, observations, rejects, runs, or changes of solieu diff."
  )
  var kind: Kind

  @Flag(help: "Print a Markdown table of the fields instead.")
  var markdown = false

  func run() throws {
    for schema in RecordSchema.all where schema.name == kind.rawValue {
      print(markdown ? schema.markdown : schema.jsonSchema, terminator: "")
    }
  }
}
