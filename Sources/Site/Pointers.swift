import Compiler
import Content
import Decisions
import Storage

/// What stands at addresses that were given out once and are no page's own any more.
struct Pointers: Sendable {
  /// One former address, and what a reader who comes there is told.
  struct Pointer: Sendable {
    /// The id behind `#`; empty for the whole page.
    let fragment: String
    /// What took the place, or helps instead.
    let target: Place?
    let retirement: PermalinkLock.Retirement?
  }

  /// A node of the library, and the article that it is in.
  struct Place: Sendable {
    /// The places of its article in the library, and of the node in the article.
    let entry, node: Int
  }

  /// By page, relative to a locale's folder.
  let byPage: [String: [Pointer]]
  /// The former codes that lead to a node, and the codes of what is retired.
  let codes: [(code: StepCode, place: Place)]
  let retiredCodes: [(code: StepCode, address: String, title: String)]

  init(of library: Library) {
    let permalinks = library.permalinks
    let (former, retired) = (permalinks.formerAddresses, permalinks.retirements)
    guard !former.isEmpty || !retired.isEmpty || !permalinks.formerCodes.isEmpty else {
      (byPage, codes, retiredCodes) = ([:], [], [])
      return
    }
    var places: [Node.ID: Place] = [:]
    for (entry, article) in library.articles.enumerated() {
      for (place, node) in article.nodes.enumerated() {
        places[node.id] = Place(entry: entry, node: place)
      }
    }
    var found: [String: [Pointer]] = [:]
    func add(_ address: String, _ target: Place?, _ retirement: PermalinkLock.Retirement?) {
      let parts = address.split(separator: "#", maxSplits: 1)
      guard let page = parts.first else { return }
      found[String(page), default: []].append(
        Pointer(
          fragment: parts.count > 1 ? String(parts[1]) : "", target: target,
          retirement: retirement))
    }
    for address in former { add(address.address, places[address.target], nil) }
    for retirement in retired {
      add(retirement.address, retirement.replacement.flatMap { places[$0] }, retirement)
    }
    byPage = found
    codes = permalinks.formerCodes.compactMap { code, target in
      places[target].map { (code, $0) }
    }
    retiredCodes = retired.map { ($0.code, $0.address, $0.title ?? $0.address) }
  }
}

extension Pointers {
  /// Everything that pages show of former addresses; `nil` when there are none.
  func facts(in library: Library) -> Fingerprint? {
    guard !byPage.isEmpty else { return nil }
    var writer = BinaryWriter()
    writer.write(library.permalinks.pointerFacts)
    for (page, pointers) in byPage.sorted(by: { $0.key < $1.key }) {
      writer.write(page)
      for target in pointers.compactMap(\.target) {
        let entry = library.articles[target.entry]
        writer.write(entry.id)
        writer.write(entry.nodes[target.node])
        for locale in library.locales(of: entry) {
          writer.write(locale)
          writer.write(library.title(of: entry, in: locale))
        }
      }
    }
    return Fingerprint(of: writer.bytes)
  }
}

extension Pointers.Pointer {
  /// Writes what a reader is told: where the step is now, or why it is gone.
  func write(
    _ frame: LocaleFrame, library: Library, from page: String, to html: inout HTMLWriter
  ) {
    let phrases = frame.phrases
    var attributes: [HTMLWriter.Attribute] = [.init("class", "pointer")]
    if !fragment.isEmpty { attributes.append(.init("id", PageID(fragment).text)) }
    html.open("div", attributes)
    if let retirement {
      let title = retirement.title ?? ""
      html.element("p") { html in
        if !title.isEmpty { html.element("strong", text: title) }
        html.markup(" ")
        html.text(retirement.reason)
      }
    }
    if let target {
      let entry = library.articles[target.entry]
      let shown = library.shownLocale(of: entry, near: frame.locale)
      let address = library.address(
        of: entry.nodes[target.node], inArticle: entry.id, in: shown)
      let title = library.title(of: entry, in: shown).target.plainText
      html.element("p") { html in
        html.text(phrases[retirement == nil ? .moved : .helpsInstead] + ": ")
        html.element(
          "a",
          .init(
            "href",
            PageLinks.address(from: page, to: address.page, fragment: address.fragment)),
          text: title)
      }
    }
    html.markup("</div>\n")
  }
}

extension Site {
  /// The pages at former addresses where no page stands any more, in every locale.
  func pointerPages() -> [Page] {
    let living = Set(
      library.articles.flatMap { entry in
        [String(library.page(ofArticle: entry.id, in: entry.source).relativeToLocale)]
          + entry.nodes.filter { $0.hasOwnPage && $0.kind != .resolved }.map { node in
            String(
              library.address(of: node, inArticle: entry.id, in: entry.source).page
                .relativeToLocale)
          }
      })
    let former = pointers.byPage.filter { !living.contains($0.key) }.sorted { $0.key < $1.key }
    return library.locales.compactMap { frames[$0] }.flatMap { frame in
      former.map { pointerPage($0.key, $0.value, frame) }
    }
  }

  private func pointerPage(
    _ address: String, _ pointers: [Pointers.Pointer], _ frame: LocaleFrame
  ) -> Page {
    let path = "\(frame.locale)/\(address)"
    let isGone = pointers.allSatisfy { $0.retirement != nil }
    let title = frame.phrases[isGone ? .retired : .moved]
    return frame.page(path, .plain, title: title) { values in
      values.set(.kind) { $0.markup("moved") }
      values.set(.heading, text: title)
      values.set(.head) { html in
        html.void("meta", .init("name", "robots"), .init("content", "noindex"))
        guard pointers.count == 1, let only = pointers.first, only.fragment.isEmpty,
          only.retirement == nil, let place = only.target
        else { return }
        let entry = library.articles[place.entry]
        let shown = library.shownLocale(of: entry, near: frame.locale)
        let target = library.address(of: entry.nodes[place.node], inArticle: entry.id, in: shown)
        let address = PageLinks.address(from: path, to: target.page, fragment: target.fragment)
        html.void("meta", .init("http-equiv", "refresh"), .init("content", "0; url=\(address)"))
      }
      values.set(.body) { html in
        html.markup("<div class=\"pointers\">")
        for pointer in pointers { pointer.write(frame, library: library, from: path, to: &html) }
        html.markup("</div>")
      }
    }
  }
}

extension String {
  /// A page's path without its locale's folder.
  var relativeToLocale: Substring {
    firstIndex(of: "/").map { self[index(after: $0)...] } ?? self[...]
  }
}
