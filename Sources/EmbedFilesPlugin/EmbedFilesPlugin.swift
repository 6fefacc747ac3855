import Foundation
import PackagePlugin

/// Compiles the data files of a target's `Lexicon/` in, as `LexiconFiles.NAME`.
///
/// SwiftPM runs `EmbedFiles` again whenever one of them changes, is added or goes.
@main
struct EmbedFilesPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = target.directoryURL.appending(path: "Lexicon", directoryHint: .isDirectory)
    let files = try FileManager.default
      .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { !$0.lastPathComponent.hasPrefix(".") }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
    let output = context.pluginWorkDirectoryURL.appending(path: "LexiconFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) lexicon files in \(target.name)",
        executable: try context.tool(named: "EmbedFiles").url,
        arguments: [output.path] + files.map(\.path),
        inputFiles: files,
        outputFiles: [output]
      )
    ]
  }
}
