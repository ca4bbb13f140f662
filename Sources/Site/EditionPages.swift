import Articles
import Compiler
import Content
import Decisions

/// Makes the pages of an article in one locale.
struct EditionPages {
  let library: Library
  let files: SiteFiles
  let frame: LocaleFrame
  let entry: Library.Entry
  let edition: Edition
  let pointers: Pointers
  /// Knows what the pages ask for.
  let log: AddressLog
  /// The words around those of the article in its notes.
  let noteWords: Note.Words

  var locale: LanguageTag { frame.locale }
  var phrases: PhraseBook { frame.phrases }
  var tree: DecisionTree { edition.tree }

  /// The article's page, one for each node that has its own in the tree's order, and the page with
  /// all answers.
  func pages() -> [Page] {
    let steps = tree.nodes.dropFirst().filter { $0.hasOwnPage && $0.kind != .resolved }
    return [articlePage()] + steps.map { stepPage($0) } + (hasAnswersPage ? [answersPage()] : [])
  }

  /// Renders content for a page of this edition.
  func renderer(for page: String, leadsToSteps: Bool) -> ContentRenderer {
    ContentRenderer(
      links: PageLinks(
        library: library, files: files, locale: locale, page: page,
        articlePath: edition.article.path, leadsToSteps: leadsToSteps, log: log),
      phrases: phrases)
  }

  func address(of node: Node, from page: String) -> String {
    let target = library.address(of: node, inArticle: entry.id, in: locale)
    return PageLinks.address(from: page, to: target.page, fragment: target.fragment)
  }
}

extension ContentRenderer {
  /// Writes the words on a node as text without links.
  mutating func write(_ caption: Caption, to html: inout HTMLWriter) {
    switch caption {
    case .phrase(let phrase): html.text(phrases[phrase])
    case .text(let text):
      let (shown, marked) = (showsLinks, marksUnits)
      (showsLinks, marksUnits) = (false, false)
      write(text, to: &html)
      (showsLinks, marksUnits) = (shown, marked)
    }
  }
}
