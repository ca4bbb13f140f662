/// Trees as the tree export holds them (version 1): what `tree --format json` prints and `diff`
/// reads.
package struct TreeDocument: Hashable, Sendable, Decodable {
  /// The format's version.
  static let currentVersion = 1

  package private(set) var version = currentVersion
  /// BCP 47 tags as `lang` attributes show them; `mul` for a mixed folder.
  package var locale: String
  package var sourceLocale: String
  /// Sorted by id.
  package var articles: [Article] = []
  /// Article by article; parents before their children, in document order.
  package var nodes: [Node] = []

  /// Text with its units.
  package struct Text: Hashable, Sendable, Decodable {
    package var text: String
    /// Absent when there is none beside the text.
    package var source: String?
    package var units: [String]
  }

  package struct Article: Hashable, Sendable, Decodable {
    package var id: String
    /// The file, relative to the content folder.
    package var path: String
    package var title: Text
    package var kind: String
    /// A node's id.
    package var root: String
  }

  package struct Node: Hashable, Sendable, Decodable {
    package var id: String
    /// Six or eight digits.
    package var code: String
    package var kind: String
    package var article: String
    /// Absent on an article's root.
    package var parent: String?
    /// The 1-based line in the article's file where its text begins.
    package var line: Int
    package var title: Text
    package var explanation: Text?
    package var body: Text
    /// Absent when it has no numbered steps.
    package var steps: [Text]?
    package var choices: [Choice]
    /// Absent when it holds no links.
    package var jumps: [Jump]?
  }

  package struct Choice: Hashable, Sendable, Decodable {
    package var role: String
    package var label: Text
    /// A child's id.
    package var to: String
  }

  package struct Jump: Hashable, Sendable, Decodable {
    package var text: String
    /// A node's id, when it leads into the library.
    package var to: String?
    /// The 1-based place of a step among the node's steps, when it leads to one.
    package var step: Int?
    /// An address, when it leads out of it.
    package var url: String?
  }

  package init(locale: String, sourceLocale: String) {
    self.locale = locale
    self.sourceLocale = sourceLocale
  }

  private enum CodingKeys: String, CodingKey {
    case version, locale, articles, nodes
    case sourceLocale = "source_locale"
  }
}
