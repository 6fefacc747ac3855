/// Which province each of those until 30 June 2025 became part of.
enum PlaceReform {
  /// The code of the province since 1 July 2025 that one until then lies in; `nil` for none.
  static func newCode(of old: String) -> String? { map[old] }

  private static let map: [String: String] = {
    var map: [String: String] = [:]
    for line in LexiconFiles.provinces2025.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t")
      if fields.count == 2 { map[String(fields[0])] = String(fields[1]) }
    }
    return map
  }()
}
