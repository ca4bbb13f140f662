import Compiler

extension LocaleFrame {
  /// Writes a table in a frame that scrolls when the table is wider.
  func writeTable(named name: Term, to html: inout HTMLWriter, rows: (inout HTMLWriter) -> Void) {
    html.element(
      "div", .init("class", "table"), .init("role", "group"), .init("tabindex", "0"),
      .init("aria-label", phrases[name])
    ) { html in
      html.element("table") { rows(&$0) }
    }
  }

  /// Writes a cell with a bar and the same in words.
  func writeShare(_ count: Int, of total: Int, to html: inout HTMLWriter) {
    let words = phrases[.countOf].replacing("{n}", with: "\(count)")
      .replacing("{total}", with: "\(total)")
    html.element("td") { html in
      html.element(
        "meter", .init("value", "\(count)"), .init("max", "\(max(1, total))"),
        .init("aria-label", words), text: "")
      html.element("div", text: words)
    }
  }

  /// Writes what a command is for, and the command.
  func writeCommand(_ command: String, after hint: Term, to html: inout HTMLWriter) {
    html.element("p", .init("class", "hint"), text: phrases[hint])
    html.element("pre", .init("dir", "ltr"), .init("tabindex", "0")) {
      $0.element("code", text: command)
    }
  }
}
