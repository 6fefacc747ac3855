/// The articles of a partition whose counterpart has not come yet.
struct WaitingArticles {
  struct Side {
    private(set) var groups: [String: [ArticleGroup]] = [:]

    mutating func add(_ group: ArticleGroup) { groups[group.id, default: []].append(group) }

    mutating func take(_ id: String) -> ArticleGroup? {
      guard var waiting = groups[id], !waiting.isEmpty else { return nil }
      let first = waiting.removeFirst()
      groups[id] = waiting.isEmpty ? nil : waiting
      return first
    }
  }

  var old = Side()
  var new = Side()

  /// The two of an id, where both are there.
  mutating func take(_ id: String) -> (old: ArticleGroup, new: ArticleGroup)? {
    guard old.groups[id] != nil, new.groups[id] != nil else { return nil }
    guard let first = old.take(id), let second = new.take(id) else { return nil }
    return (first, second)
  }

  /// All that is left, paired by archive record where two have the same, in the order of the ids.
  func takeRest() -> [(old: ArticleGroup?, new: ArticleGroup?)] {
    var news = new.groups.values.flatMap { $0 }.sorted { $0.id < $1.id }
    var rest: [(old: ArticleGroup?, new: ArticleGroup?)] = []
    var places: [String: Int] = [:]
    for (index, group) in news.enumerated() { group.record.map { places[$0] = index } }
    var taken = Set<Int>()
    for group in old.groups.values.flatMap({ $0 }).sorted(by: { $0.id < $1.id }) {
      let index = group.record.flatMap { places[$0] }.flatMap {
        taken.insert($0).inserted ? $0 : nil
      }
      rest.append((group, index.map { news[$0] }))
    }
    for index in taken.sorted(by: >) { news.remove(at: index) }
    return rest + news.map { (nil, $0) }
  }
}
