import FoundationEssentials
package import Parse
import Records
package import SystemPackage

/// A folder of site rules, a file `HOST.yaml` for each site that has some.
package struct SiteFolder: Sendable, Equatable {
  package let rules: SiteRuleBook

  /// SHA-256 of the files' names and bytes, hexadecimal.
  let digest: String

  /// Reads the folder; files with other endings than `.yaml` are no rules.
  ///
  /// - Throws: Every mistake in the files, each with its file and line.
  package init(path: FilePath) throws(ConfigMistakes) {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path.string) else {
      throw ConfigMistakes(at: path, "no such folder, or not to be read")
    }
    var sites: [String: SiteRules] = [:]
    var mistakes: [ConfigMistake] = []
    var digest = Digest(.sha256)
    for name in names.sorted() where !name.hasPrefix(".") {
      let file = path.appending(name)
      do throws(ConfigMistakes) {
        guard let host = try Self.host(of: file) else { continue }
        guard let bytes = FileManager.default.contents(atPath: file.string),
          let yaml = String(validating: bytes, as: UTF8.self)
        else { throw ConfigMistakes(at: file, "not to be read, or not UTF-8") }
        sites[host] = try SiteRules(yaml: yaml, file: file)
        digest.update("\(host) \(Digest.sha256Hex(bytes))\n".utf8)
      } catch {
        mistakes += error.mistakes
      }
    }
    guard mistakes.isEmpty else { throw ConfigMistakes(mistakes: mistakes) }
    rules = SiteRuleBook(sites)
    self.digest = hexadecimal(digest.finish())
  }

  /// The host that a file is named for; `nil` for a file of another kind.
  private static func host(of file: FilePath) throws(ConfigMistakes) -> String? {
    guard file.extension == "yaml" || file.extension == "yml", let host = file.stem else {
      return nil
    }
    let allowed = Array("abcdefghijklmnopqrstuvwxyz0123456789-.".utf8)
    guard file.extension == "yaml", host.utf8.allSatisfy(allowed.contains),
      !host.hasPrefix("www.")
    else {
      let wish = "in lower case, without www., such as baolangson.vn.yaml"
      throw ConfigMistakes(at: file, "a site's file must be named HOST.yaml, \(wish)")
    }
    return host
  }
}

extension SiteRules {
  /// Reads the file of a site.
  ///
  /// - Throws: Every mistake in the file, each with its line.
  init(yaml: String, file: FilePath) throws(ConfigMistakes) {
    var reader = ConfigReader(file: file.string)
    let keys = Key.allCases.map(\.rawValue)
    self.init()
    let top = reader.top(of: yaml, keys: keys, needs: "one of " + keys.joined(separator: ", "))
    for key in Key.allCases {
      let values =
        key == .drop
        ? reader.texts(key.rawValue, in: top)
        : reader.value(key.rawValue, in: top).map { [$0] } ?? []
      for value in values {
        let path = reader.text(of: value)
        guard !path.isEmpty else { continue }
        do {
          try add(path, to: key)
        } catch {
          reader.note("\(key): \(error)", at: value)
        }
      }
    }
    if let top, reader.present(keys, in: top).isEmpty {
      reader.note("the file needs one of \(keys.joined(separator: ", "))", at: top)
    }
    try reader.finish()
  }
}

extension ConfigReader {
  /// The folder at `sites`, relative to `folder`; `nil` where there is no such key, or a mistake
  /// in it.
  mutating func sites(in top: Value?, folder: FilePath) -> SiteFolder? {
    guard let value = value("sites", in: top) else { return nil }
    let name = text(of: value)
    guard !name.isEmpty else { return nil }
    let path = folder.pushing(FilePath(name)).lexicallyNormalized()
    guard path.isFolder else {
      note("sites names \(path), which is no folder", at: value)
      return nil
    }
    do throws(ConfigMistakes) {
      return try SiteFolder(path: path)
    } catch {
      note(error)
      return nil
    }
  }
}

extension FilePath {
  fileprivate var isFolder: Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: string, isDirectory: &isFolder) && isFolder
  }
}
