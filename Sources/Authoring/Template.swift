/// Files that writers begin with; their texts are in `Templates`.
package enum Template: String, Sendable, CaseIterable {
  /// A table of problems, each with what to try: it becomes a question.
  case problems
  /// Steps in order.
  case howto
  /// Questions with short answers.
  case faq

  /// The text of a new article.
  package func article(title: String) -> String {
    Self.fill(bytes, ["title": title, "quoted-title": Self.yaml(title)])
  }

  private var bytes: [UInt8] {
    switch self {
    case .problems: PackageResources.problems_md
    case .howto: PackageResources.howto_md
    case .faq: PackageResources.faq_md
    }
  }

  /// The text of a new help centre's `waymark.yml`.
  ///
  /// - Parameters:
  ///   - title: the name that readers see.
  ///   - locales: the language tags, the source's first.
  ///   - contact: whom to contact when nothing helped, as Markdown, for each locale.
  /// - Returns: YAML.
  package static func configuration(
    title: String, locales: [String], contact: (String) -> String
  ) -> String {
    let contacts = locales.map { "  \($0): \(yaml(contact($0)))" }
    return fill(
      PackageResources.help_centre_yml,
      [
        "title": yaml(title), "locales": locales.joined(separator: ", "),
        "contacts": contacts.joined(separator: "\n"),
      ])
  }

  /// A title out of a file's name: `reset-your-password` → `Reset your password`.
  package static func title(ofFile name: String) -> String {
    let stem = name.split(separator: "/").last.map(String.init) ?? name
    let words = stem.split { $0 == "-" || $0 == "_" || $0 == " " }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// Text as one YAML scalar.
  private static func yaml(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    let escaped = line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped)\""
  }

  private static func fill(_ bytes: [UInt8], _ values: [String: String]) -> String {
    var text = String(decoding: bytes, as: UTF8.self)
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      text = text.replacing("{{\(name)}}", with: value)
    }
    return text
  }
}
