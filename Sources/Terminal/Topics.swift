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
  /// An article that the table leaves out stands at the end.
  package var topics: [Topic] {
    let known = library.articles.filter { library.isLocalized || $0.editions[locale] != nil }
    var listed: [Topic] = []
    var seen: Set<String> = []
    func add(_ entries: [ContentsEntry], under group: Text?) {
      var group = group
      for entry in entries {
        if case .article(let id, _)? = entry.target, let article = library[id],
          seen.insert(id).inserted
        {
          listed.append(Topic(group: group, title: entry.title, article: article))
          group = nil
        }
        add(entry.children, under: entry.title)
      }
    }
    add(library.contents(in: locale), under: nil)
    let rest = known.filter { !seen.contains($0.id) }.map { entry in
      Topic(group: nil, title: library.title(of: entry, in: locale), article: entry)
    }
    return listed + rest
  }
}
