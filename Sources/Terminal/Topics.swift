package import Compiler
package import Content

extension WalkSession {
  /// A line of the list of topics.
  package struct Topic: Sendable {
    /// The name of the group that begins here; `nil` inside a group and without groups.
    package let group: Text?
    package let title: Text
    package let article: Library.Entry
  }

  /// The topics in the order and groups of the table of contents; else all articles by title.
  ///
  /// An article that the table leaves out stands at the end, under a name of its own where the table
  /// has groups.
  package var topics: [Topic] {
    let known = library.articles.filter { library.isLocalized || $0.editions[locale] != nil }
    var listed: [(group: Text?, title: Text, article: Library.Entry)] = []
    var seen: Set<String> = []
    func add(_ entries: [ContentsEntry], under group: Text?) {
      for entry in entries {
        let own = group ?? (entry.children.isEmpty ? nil : entry.title)
        if case .article(let id, _)? = entry.target, let article = library[id],
          seen.insert(id).inserted
        {
          listed.append((own, entry.title, article))
        }
        add(entry.children, under: entry.title)
      }
    }
    add(library.contents(in: locale), under: nil)
    for entry in known where !seen.contains(entry.id) {
      listed.append((nil, library.title(of: entry, in: locale), entry))
    }
    return grouped(listed)
  }

  /// Names each group where it begins; what has none after a group stands under "More topics".
  private func grouped(
    _ listed: [(group: Text?, title: Text, article: Library.Entry)]
  ) -> [Topic] {
    var current: Text?
    return listed.map { line in
      let group = line.group ?? current.map { _ in Text([.text(phrases[.moreTopics])]) }
      defer { current = group }
      return Topic(
        group: group == current ? nil : group, title: line.title, article: line.article)
    }
  }
}
