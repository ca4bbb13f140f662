import Compiler
import Content

extension ContentRenderer {
  mutating func write(_ heading: Heading, to html: inout HTMLWriter) {
    guard !heading.text.isBlank else {
      for id in [heading.id] + heading.aliases {
        if let id = claim(id) { html.element("span", .init("id", id), text: "") }
      }
      return write(heading.text, to: &html)
    }
    level = min(max(heading.level, 2), level + 1)
    let name = Self.headingNames[level - 1]
    let id = side == .target ? claim(heading.id) : nil
    html.open(name, id.map { [.init("id", $0)] } ?? [])
    writeAliases(heading, to: &html)
    write(heading.text, to: &html)
    if let id, showsLinks {
      html.element(
        "a", .init("class", "mark"), .init("href", "#" + WebAddress.encodedFragment(id)),
        .init("aria-label", phrases[.linkToSection]), text: "#")
    }
    html.markup("</")
    html.markup(name)
    html.markup(">\n")
    if let id { afterHeading?(id, &html) }
  }

  private static let headingNames: [StaticString] = ["h1", "h2", "h3", "h4", "h5", "h6"]

  /// Writes the other places that links to a heading may name.
  mutating func writeAliases(_ heading: Heading, to html: inout HTMLWriter) {
    guard side == .target else { return }
    for alias in heading.aliases {
      if let id = claim(alias) { html.element("span", .init("id", id), text: "") }
    }
  }

  mutating func write(paragraph text: Text, to html: inout HTMLWriter) {
    guard !text.pieces.isEmpty else { return }
    html.markup("<p>")
    write(text, to: &html)
    html.markup("</p>\n")
  }

  mutating func wrap(_ name: StaticString, _ inner: [Block], to html: inout HTMLWriter) {
    html.element(name) { write(inner, to: &$0) }
  }

  mutating func write(_ list: List, to html: inout HTMLWriter) {
    let name: StaticString = list.start == nil ? "ul" : "ol"
    let start = list.start.flatMap { $0 == 1 ? nil : String($0) }
    html.open(name, start.map { [.init("start", $0)] } ?? [])
    for index in list.items.indices {
      html.markup("<li>")
      write(contents: list.items[index], isTight: list.isTight, to: &html)
      html.markup("</li>")
    }
    html.markup("</")
    html.markup(name)
    html.markup(">\n")
  }

  /// Writes what stands in a list item or cell; a tight paragraph is not marked as one.
  mutating func write(contents blocks: [Block], isTight: Bool, to html: inout HTMLWriter) {
    for index in blocks.indices {
      if isTight, case .paragraph(let text) = blocks[index].kind {
        write(text, to: &html)
      } else {
        write(blocks[index], to: &html)
      }
    }
  }

  mutating func write(_ code: CodeBlock, to html: inout HTMLWriter) {
    if !code.caption.isEmpty {
      html.markup("<figure class=\"code\">")
      html.element("figcaption", text: code.caption)
    }
    html.markup("<pre tabindex=\"0\"><code")
    if !code.language.isEmpty {
      html.markup(" class=\"language-")
      html.text(code.language.filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "+" })
      html.markup("\"")
    }
    html.markup(">")
    write(code.text, to: &html)
    html.markup("</code></pre>\n")
    if !code.caption.isEmpty { html.markup("</figure>\n") }
  }

  mutating func write(_ kind: AlertKind, _ inner: [Block], to html: inout HTMLWriter) {
    html.element("div", .init("class", "alert alert-\(kind.rawValue)")) { html in
      html.element("p", .init("class", "alert-title"), text: phrases[kind.term])
      write(inner, to: &html)
    }
    html.markup("\n")
  }

  mutating func write(_ name: String, _ inner: [Block], to html: inout HTMLWriter) {
    let names = name.lowercased().split(separator: " ").compactMap { Self.divisions[String($0)] }
    html.open("div", names.isEmpty ? [] : [.init("class", names.joined(separator: " "))])
    write(inner, to: &html)
    html.markup("</div>\n")
  }

  /// The classes of `[!div]` that look like something (dialect.md, 4).
  private static let divisions = [
    "checklist": "checklist", "nextstepaction": "next-step", "op_single_selector": "selector",
    "op_multi_selector": "selector", "button": "next-step",
  ]

  mutating func write(_ zone: Zone, _ inner: [Block], to html: inout HTMLWriter) {
    html.element("div", .init("class", "zone")) { html in
      if !zone.label.isEmpty {
        html.element("p", .init("class", "zone-label"), text: zone.label)
      }
      write(inner, to: &html)
    }
    html.markup("\n")
  }

  mutating func write(_ columns: [Column], to html: inout HTMLWriter) {
    html.element("div", .init("class", "columns")) { html in
      for column in columns {
        html.element("div", .init("class", "column span-\(min(max(column.span, 1), 4))")) {
          write(column.blocks, to: &$0)
        }
      }
    }
    html.markup("\n")
  }

  /// Tabs as radio buttons, each with its panel behind it, so that they need no script.
  mutating func write(_ group: TabGroup, to html: inout HTMLWriter) {
    groups += 1
    let name = side == .target ? "tabs-\(groups)" : "source-tabs-\(groups)"
    html.element("fieldset", .init("class", "tabs")) { html in
      html.element("legend", text: phrases[.choose])
      for (index, tab) in group.tabs.enumerated() {
        let id = "\(name)-\(index + 1)"
        var attributes: [HTMLWriter.Attribute] = [
          .init("type", "radio"), .init("name", name), .init("id", id),
          .init("data-tab", tab.ids.joined(separator: " ")),
        ]
        if index == 0 { attributes.append(.init("checked", "")) }
        html.open("input", attributes)
        html.element("label", .init("for", id)) { html in
          let shown = showsLinks
          showsLinks = false
          write(tab.title, to: &html)
          showsLinks = shown
        }
        html.element("div", .init("class", "panel")) { write(tab.blocks, to: &$0) }
      }
    }
    html.markup("\n")
  }
}

extension AlertKind {
  fileprivate var term: Term {
    switch self {
    case .note: .alertNote
    case .tip: .alertTip
    case .important: .alertImportant
    case .warning: .alertWarning
    case .caution: .alertCaution
    }
  }
}
