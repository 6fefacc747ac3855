/// Which province each of those until 30 June 2025 became part of.
enum PlaceReform {
  /// The code of the province since 1 July 2025 that one until then lies in; `nil` for none.
  static func newCode(of old: String) -> String? { map[old] }

  private static let map: [String: String] = {
    var map: [String: String] = [:]
    for fields in rows(ofLexicon: LexiconFiles.provinces2025) where fields.count == 2 {
      map[fields[0]] = fields[1]
    }
    return map
  }()
}
