package import SystemPackage

/// A file or folder that can't be written; the run is over.
package struct WriteError: Error, Equatable, CustomStringConvertible {
  package var path: FilePath
  package var reason: String

  package init(path: FilePath, _ error: any Error) {
    self.path = path
    reason = "\(error)"
  }

  package var description: String { "\(path): \(reason)" }
}
