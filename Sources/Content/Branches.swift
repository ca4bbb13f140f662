/// Tabs, of which a reader takes one (dialect.md, 7).
package struct TabGroup: Hashable, Sendable {
  package struct Tab: Hashable, Sendable {
    /// The names that the tab is chosen by, such as `linux`; at least one.
    ///
    /// Groups of one page that share a name show the same choice.
    package var ids: [String]
    /// The name that must be chosen in an earlier group for this tab to count.
    package var condition: String?
    package var title: Text
    package var blocks: [Block]
    /// The 1-based line of the tab's heading, in the group's file.
    package var line: Int
    package init(ids: [String], condition: String?, title: Text, blocks: [Block], line: Int) {
      self.ids = ids
      self.condition = condition
      self.title = title
      self.blocks = blocks
      self.line = line
    }
  }

  /// In document order; at least one.
  package var tabs: [Tab]
  package init(tabs: [Tab]) { self.tabs = tabs }
}

/// For whom a part of an article is: a zone or a moniker range (dialect.md, 8).
package struct Zone: Hashable, Sendable {
  package enum Condition: Hashable, Sendable {
    /// Where the text is shown: `docs`, `chromeless` or `pdf`.
    case target(String)
    /// The choices of a pivot group that the text is for, such as `["windows", "macos"]`.
    case pivots([String])
    /// A range of product versions as written, such as `>= v2 < v3 || = v5`.
    case monikers(String)
  }

  package var condition: Condition
  /// The choices or versions as a reader may see them, such as `Windows, macOS`.
  package var label: String
  package init(_ condition: Condition, label: String) {
    self.condition = condition
    self.label = label
  }
}

/// One of several columns side by side (dialect.md, 9).
package struct Column: Hashable, Sendable {
  /// How many parts of the row's width it takes; 1 or more.
  package var span: Int
  package var blocks: [Block]
  package init(span: Int, blocks: [Block]) {
    self.span = span
    self.blocks = blocks
  }
}
