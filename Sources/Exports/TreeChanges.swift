/// What changed between two exports of a library's trees, for the people who answer.
package struct TreeChanges: Hashable, Sendable {
  /// The locale of both, as `lang` attributes show it.
  package let locale: String
  /// The articles with a change, sorted by id.
  package let articles: [Article]
  /// The same change of a text in three places or more, such as whom to contact.
  ///
  /// In the order of its first place; it is not repeated in `articles`.
  package let repeated: [Repeated]

  package struct Article: Hashable, Sendable {
    package enum Fate: String, Sendable { case added, removed, changed }
    package let id: String
    package let title: String
    package let fate: Fate
    /// In the new tree's document order, then what is gone in the old one's; empty for an article
    /// that is new or gone as a whole.
    package let changes: [Change]
  }

  package struct Change: Hashable, Sendable {
    package let step: Step
    package let what: What
  }

  package struct Repeated: Hashable, Sendable {
    package let what: What
    package let steps: [Step]
  }

  /// Where a change is: a node of the new tree, or of the old one when it is gone.
  package struct Step: Hashable, Sendable {
    package let id: String
    /// Six or eight digits.
    package let code: String
    package let kind: String
    package let title: String
    /// The answers that lead there from the article's root.
    package let trail: [String]
  }

  package enum What: Hashable, Sendable {
    /// It is new, with so many further steps behind it that are new too.
    case added(further: Int)
    /// It is gone, with so many steps behind it.
    case removed(further: Int)
    /// It has another address, and so do the steps behind it; the old id and code.
    case moved(from: String, code: String, further: Int)
    /// Only its step code is another.
    case code(from: String, to: String)
    /// It is another kind of step, such as an end that was a remedy.
    case kind(from: String, to: String)
    case text(Part, from: String, to: String)
    /// Its answers, or topics, stand in another order; their words in the new one.
    case reordered([String])
  }

  package enum Part: String, Sendable {
    /// The words of the answer that leads there.
    case answer
    case title
    case explanation
    /// What it shows, a line for each paragraph.
    case text
    /// The steps, a line for each.
    case steps
  }

  /// Whether nothing changed.
  package var isEmpty: Bool { articles.isEmpty && repeated.isEmpty }
}

extension TreeChanges {
  /// A change in this many places is told once.
  private static let repetition = 3

  /// Compares two exports of the same locale.
  package init(from old: TreeDocument, to new: TreeDocument) {
    let comparison = TreeComparison(old: old, new: new)
    var articles = comparison.articles()
    var places: [What: [Step]] = [:]
    var order: [What] = []
    for change in articles.flatMap(\.changes) {
      guard case .text = change.what else { continue }
      if places[change.what] == nil { order.append(change.what) }
      places[change.what, default: []].append(change.step)
    }
    let repeated = order.filter { places[$0, default: []].count >= Self.repetition }
    let told = Set(repeated)
    articles = articles.compactMap { article in
      let changes = article.changes.filter { !told.contains($0.what) }
      guard article.fate != .changed || !changes.isEmpty else { return nil }
      return Article(id: article.id, title: article.title, fate: article.fate, changes: changes)
    }
    self.init(
      locale: new.locale, articles: articles,
      repeated: repeated.map { Repeated(what: $0, steps: places[$0, default: []]) })
  }
}
