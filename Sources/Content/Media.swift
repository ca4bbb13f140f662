/// A picture, with the text that stands in for it.
package struct Image: Hashable, Sendable {
  package var source: String
  /// The alternative text; empty for a picture that only decorates.
  package var alt: String
  package var title: String
  /// The unit that the alternative text came from.
  package var unit: TextUnit.ID?
  /// How `:::image` asks for it to be shown (dialect.md, 9).
  package var style: Style?

  package struct Style: Hashable, Sendable {
    /// Whether the picture stands in a line of text like a letter and says nothing of its own.
    package var isIcon: Bool
    package var hasBorder: Bool
    /// The larger picture that it opens.
    package var lightbox: String?
    package init(isIcon: Bool = false, hasBorder: Bool = true, lightbox: String? = nil) {
      self.isIcon = isIcon
      self.hasBorder = hasBorder
      self.lightbox = lightbox
    }
  }

  package init(
    source: String, alt: String, title: String = "", unit: TextUnit.ID? = nil, style: Style? = nil
  ) {
    self.source = source
    self.alt = alt
    self.title = title
    self.unit = unit
    self.style = style
  }
}

/// A video, which readers see as a link.
package struct Video: Hashable, Sendable {
  package var source: String
  /// What the video is called; blank when nobody said.
  package var title: Text
  package init(source: String, title: Text = .empty) {
    self.source = source
    self.title = title
  }
}
