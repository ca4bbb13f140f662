import Compiler
import Content
import Decisions
import Search

extension Site {
  /// Writes the pages that lead from a step code to its step, one for each pair of first digits, and
  /// those on which a code is entered.
  ///
  /// - Parameters:
  ///   - contents: what can be found, which names the steps.
  ///   - write: takes each page as soon as it is made.
  /// - Returns: the pages' paths.
  package func writeCodes(
    _ contents: SearchContents, to write: @escaping @Sendable (Page) -> Void
  ) async -> [String] {
    guard let first = library.locales.first, let frame = frames[first] else { return [] }
    async let named = StepTitles(contents, of: library)
    let steps = stepsByCode()
    let titles = await named
    let prefixes = steps.map(\.digits)
    let entries =
      library.locales.compactMap { frames[$0] }.map { codeEntryPage($0, prefixes) }
      + [codeRootPage(frame, prefixes)]
    for page in entries { write(page) }
    return await entries.map(\.path)
      + steps.concurrentMap { digits, found in
        let page = codePage(digits, found, titles, frame)
        write(page)
        return page.path
      }
  }

  /// The page of the codes that begin with two digits.
  private func codePage(
    _ digits: String, _ steps: [CodedStep], _ titles: StepTitles, _ frame: LocaleFrame
  ) -> Page {
    let path = "c/\(digits).html"
    return frame.page(path, .bare, title: "\(frame.phrases[.stepCode]) \(digits)…") { values in
      values.set(.kind) { $0.markup("codes") }
      values.set(.heading, text: "\(frame.phrases[.stepCode]) \(digits)…")
      values.set(.body) { html in
        writeCodeForm(frame, from: path, to: &html)
        html.element("ul", .init("class", "codes-list")) { html in
          for step in steps.sorted(by: { $0.code < $1.code }) {
            write(step, titles, on: path, to: &html)
          }
          for step in pointers.retiredCodes where step.code.digits.hasPrefix(digits) {
            writeRetired(step.code, step.title, step.address, on: path, to: &html)
          }
        }
      }
    }
  }

  /// A node, and the code by which it is found.
  private struct CodedStep: Sendable {
    let code: StepCode
    /// The places of its article in the library, and of the node in the article.
    let entry, node: Int
  }

  /// All nodes, by the first two digits of their codes, in the order of those.
  private func stepsByCode() -> [(digits: String, steps: [CodedStep])] {
    var steps: [Substring: [CodedStep]] = [:]
    for (entry, article) in library.articles.enumerated() {
      for (place, node) in article.nodes.enumerated() {
        guard let code = library.codes[node.id] else { continue }
        steps[code.digits.prefix(2), default: []].append(
          CodedStep(code: code, entry: entry, node: place))
      }
    }
    for (code, place) in pointers.codes {
      steps[code.digits.prefix(2), default: []].append(
        CodedStep(code: code, entry: place.entry, node: place.node))
    }
    return steps.sorted { $0.key < $1.key }.map { digits, found in (String(digits), found) }
  }

  private func write(
    _ step: CodedStep, _ titles: StepTitles, on page: String, to html: inout HTMLWriter
  ) {
    let entry = library.articles[step.entry]
    let node = entry.nodes[step.node]
    html.markup("<li id=\"")
    html.text(step.code.digits)
    html.markup("\"><span class=\"code\">")
    html.text(step.code.description)
    html.markup("</span><ul>")
    for locale in library.locales(of: entry) {
      guard let frame = frames[locale] else { continue }
      let target = library.address(of: node, inArticle: entry.id, in: locale)
      html.markup("<li><a href=\"")
      html.text(PageLinks.address(from: page, to: target.page, fragment: target.fragment))
      html.markup("\" hreflang=\"")
      html.text(frame.tag)
      html.markup("\" lang=\"")
      html.text(frame.tag)
      html.markup("\">")
      let article = titles.articles[locale]?[step.entry] ?? ""
      let title = titles.title(of: node, in: locale, frame.phrases) ?? article
      html.text(title)
      writePlace(title == article ? "" : article, frame, to: &html)
      html.markup("</a></li>")
    }
    html.markup("</ul></li>")
  }

  /// Writes which article and language a step is of, where its title does not say it.
  private func writePlace(_ article: String, _ frame: LocaleFrame, to html: inout HTMLWriter) {
    let language = library.locales.count > 1 ? frame.language : ""
    guard !article.isEmpty || !language.isEmpty else { return }
    html.markup("<span class=\"where\">")
    html.text(article)
    if !article.isEmpty, !language.isEmpty { html.markup(" · ") }
    html.text(language)
    html.markup("</span>")
  }

  private func writeRetired(
    _ code: StepCode, _ title: String, _ address: String, on page: String,
    to html: inout HTMLWriter
  ) {
    html.element("li", .init("id", code.digits)) { html in
      html.element("span", .init("class", "code"), text: code.description)
      html.element("ul") { html in
        for locale in library.locales {
          let parts = address.split(separator: "#", maxSplits: 1).map(String.init)
          let target = PageLinks.address(
            from: page, to: "\(locale)/\(parts.first ?? "")",
            fragment: parts.count > 1 ? parts[1] : "")
          html.element("li") { html in
            html.element(
              "a", .init("href", target), .init("hreflang", locale.display),
              text: "\(title) (\(LanguageName.name(of: locale)))")
          }
        }
      }
    }
  }

  /// The page of a locale on which a code is entered.
  private func codeEntryPage(_ frame: LocaleFrame, _ prefixes: [String]) -> Page {
    let path = "\(frame.locale)/-/code.html"
    return frame.page(path, .plain, title: frame.phrases[.codes]) { values in
      values.set(.kind) { $0.markup("code-entry") }
      values.set(.heading, text: frame.phrases[.codes])
      values.set(.languages) { writeLanguages(of: "-/code.html", current: frame.locale, to: &$0) }
      values.set(.body) { writeCodeEntry(frame, prefixes, from: path, to: &$0) }
    }
  }

  /// The page at `c/`, for readers of any language.
  private func codeRootPage(_ frame: LocaleFrame, _ prefixes: [String]) -> Page {
    frame.page("c/index.html", .bare, title: frame.phrases[.codes]) { values in
      values.set(.kind) { $0.markup("code-entry") }
      values.set(.heading, text: frame.phrases[.codes])
      values.set(.body) { writeCodeEntry(frame, prefixes, from: "c/index.html", to: &$0) }
    }
  }

  private func writeCodeEntry(
    _ frame: LocaleFrame, _ prefixes: [String], from page: String, to html: inout HTMLWriter
  ) {
    writeCodeForm(frame, from: page, to: &html)
    html.element("h2", text: frame.phrases[.codeStart])
    html.element("ul", .init("class", "letters")) { html in
      for digits in prefixes {
        html.element("li") { html in
          let address = PageLinks.address(from: page, to: "c/\(digits).html")
          html.element("a", .init("href", address), text: digits)
        }
      }
    }
  }

  /// The field for a code; without a script, the list of first digits leads to it.
  private func writeCodeForm(
    _ frame: LocaleFrame, from page: String, to html: inout HTMLWriter
  ) {
    let folder = PageLinks.address(from: page, to: "c/index.html").dropLast("index.html".count)
    html.element(
      "form", .init("class", "search"), .init("data-code", String(folder)),
      .init("data-unknown", frame.phrases[.codeUnknown]),
      .init("data-mistyped", frame.phrases[.codeMistyped]),
      .init("data-length", frame.phrases[.codeLength]),
      .init("data-locale", page.hasPrefix("c/") ? "" : frame.locale.display), .init("hidden", "")
    ) { html in
      html.element("label", .init("for", "code"), text: frame.phrases[.codeEntry])
      html.void(
        "input", .init("id", "code"), .init("inputmode", "numeric"), .init("autocomplete", "off"),
        .init("dir", "ltr"))
      html.element("button", text: frame.phrases[.open])
    }
    html.element(
      "p", .init("class", "hint"), .init("role", "status"), .init("id", "code-status"), text: "")
  }
}

/// What the steps of a library are called, from what can be found of it.
private struct StepTitles: Sendable {
  private var titles: [LanguageTag: [Substring: String]] = [:]
  /// The titles of the library's articles, in their order.
  private(set) var articles: [LanguageTag: [String]] = [:]

  init(_ contents: SearchContents, of library: Library) {
    titles = contents.documents.mapValues { documents in
      Dictionary(
        documents.lazy.map { ($0.node.rawValue[...], $0.title) }, uniquingKeysWith: { $1 })
    }
    for locale in library.locales {
      articles[locale] = library.articles.map { library.title(of: $0, in: locale).targetWords }
    }
  }

  /// The words of a step: its own title, or that of the step it belongs to, with what it is.
  ///
  /// Later remedies and bare ends have no title of their own; they stand below the one they belong
  /// to.
  func title(
    of node: Library.Outline, in locale: LanguageTag, _ phrases: PhraseBook
  ) -> String? {
    guard let titles = titles[locale] else { return nil }
    var id = node.id.rawValue[...]
    var numbers: [Substring] = []
    var found = titles[id]
    while found == nil {
      guard let slash = id.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
      let last = id[id.utf8.index(after: slash)...]
      if last.allSatisfy(\.isNumber) { numbers.append(last) }
      id = id[..<slash]
      found = titles[id]
    }
    guard let title = found else { return nil }
    switch node.kind {
    case _ where id.utf8.count == node.id.rawValue.utf8.count: return title
    case .resolved: return "\(phrases[.solved]): \(title)"
    case .escalation: return "\(phrases[.getHelp]): \(title)"
    default: return numbers.last.map { "\(title) (\($0))" } ?? title
    }
  }
}
