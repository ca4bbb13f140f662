/// Reads the front matter that most articles have: one plain `key: value` on each line.
///
/// It gives up on anything that YAML 1.1 (section 9.1.3, plain style) might read in another way,
/// so that what it returns is what a YAML parser would return.
struct PlainFrontMatter {
  private let bytes: Span<UInt8>
  private var entries: [FrontMatter.Entry] = []

  /// The entries, or `nil` when the text needs a YAML parser.
  static func entries(in yaml: String) -> [FrontMatter.Entry]? {
    var reader = PlainFrontMatter(bytes: yaml.utf8.span)
    return reader.read() ? reader.entries : nil
  }
}
