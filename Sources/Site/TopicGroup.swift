import Content

/// An article, or a place in one, as lists show it.
struct Topic: Hashable {
  let id: String
  let title: String
  let page: String
  var fragment = ""
  /// Whether it asks and so leads to an answer, or is to be read.
  let asks: Bool
}

/// Topics under one name: a table of contents' own group, or a folder of a large library.
struct TopicGroup {
  /// What its page is called.
  let name: String
  /// `nil` for topics that stand in no group.
  let title: String?
  /// In the author's order, or by title.
  var topics: [Topic]
  /// Whether all are shown whatever their number, as in a small library.
  var isShownWhole = false

  /// More articles than this are too many for one list.
  static let longestList = 40
  /// A group with more topics than this shows only the first.
  private static let shownInFull = 8
  private static let shownOfMany = 5

  /// Those that the home page shows: all of a few, else some, the ones that ask first.
  var shown: [Topic] {
    guard !isShownWhole, topics.count > Self.shownInFull else { return topics }
    return Array((topics.filter(\.asks) + topics.filter { !$0.asks }).prefix(Self.shownOfMany))
  }

  func page(in locale: LanguageTag) -> String {
    "\(locale)/-/in/\(name.isEmpty ? "-" : name).html"
  }

  /// The folders of a long list of articles, by title, those in none last; none for a short list.
  ///
  /// A folder is what first tells articles apart: what all paths begin with is left out.
  static func folders(of topics: [Topic]) -> [TopicGroup] {
    guard topics.count > longestList else { return [] }
    let paths = topics.map { $0.id.split(separator: "/").map(String.init) }
    var common = paths.first?.dropLast() ?? []
    for path in paths {
      while !path.dropLast().starts(with: common) { common.removeLast() }
    }
    var groups: [String: [Topic]] = [:]
    for (topic, path) in zip(topics, paths) {
      let rest = path.dropFirst(common.count)
      groups[rest.count > 1 ? rest.first ?? "" : "", default: []].append(topic)
    }
    return groups.map { name, topics in
      TopicGroup(name: name, title: title(of: name, topics, common + [name]), topics: topics)
    }.sorted { left, right in
      (left.title == nil ? 1 : 0, left.title ?? "", left.name)
        < (right.title == nil ? 1 : 0, right.title ?? "", right.name)
    }
  }

  private static func title(
    of name: String, _ topics: [Topic], _ path: ArraySlice<String>
  ) -> String? {
    guard let first = name.first else { return nil }
    let index = (path + ["index"]).joined(separator: "/")
    let words = String(first).uppercased() + name.dropFirst()
    return topics.first { $0.id == index }?.title
      ?? words.replacing("-", with: " ").replacing("_", with: " ")
  }
}

extension [TopicGroup] {
  /// Adds a group, or its topics to the group of the same title.
  mutating func merge(_ group: TopicGroup) {
    let same = firstIndex { $0.title?.lowercased() == group.title?.lowercased() }
    if let same, group.title != nil {
      self[same].topics += group.topics
    } else {
      append(group)
    }
  }
}
