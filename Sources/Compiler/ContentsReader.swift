import Articles
import Content
import Diagnostics
import Yams

/// Reads tables of contents, `TOC.md` and `toc.yml`, into groups of topics.
struct ContentsReader {
  /// Tables of contents that include each other deeper than this are cut off.
  static let maximumDepth = 8

  let folder: ContentFolder
  let resolver: LinkResolver
  private var diagnostics: [Diagnostic] = []
  /// The files that lines lead to and that are not there.
  private var missing: [(file: String, place: SourceLocation)] = []
  /// The files that another one takes in.
  private var nested: Set<String> = []

  /// The entries of every locale that has a table of contents.
  ///
  /// A locale's tables stand in its folder; in a folder without locales they are the first one's.
  static func contents(
    of folder: ContentFolder, _ locales: [LanguageTag], _ configuration: Configuration,
    _ resolver: LinkResolver
  ) async -> (entries: [LanguageTag: [ContentsEntry]], diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let tables = folder.files.filter { isTable($0) }
    var found: [LanguageTag: [ContentsEntry]] = [:]
    for locale in configuration.locales.isEmpty ? Array(locales.prefix(1)) : locales {
      let own = tables.filter { path in
        configuration.locales.isEmpty || LanguageTag(String(path.prefix { $0 != "/" })) == locale
      }
      var reader = ContentsReader(folder: folder, resolver: resolver)
      let entries = reader.entries(of: own)
      if !entries.isEmpty { found[locale] = entries }
      diagnostics += reader.diagnostics
      diagnostics += await reader.findings()
    }
    return (found, diagnostics)
  }

  /// What is wrong with lines that lead to files that are not there.
  private func findings() async -> [Diagnostic] {
    let nearest = await NearestTargets(
      of: missing.map { (.missingFile($0.file), $0.place.path) }, by: resolver)
    return missing.map { file, place in
      if resolver.files.contains(file) {
        return Diagnostic(
          .note, "unpublished-topic",
          "the file '\(file)' is not published, so the line is left out",
          at: place, hint: "publish it, or remove the line")
      }
      let proposal = nearest.address(for: .missingFile(file), from: place.path)
      return Diagnostic(
        .warning, "unresolved-link", "no file '\(file)'", at: place,
        hint: proposal.map { "did you mean '\($0)'?" } ?? "correct the address, or remove the line")
    }
  }

  private init(folder: ContentFolder, resolver: LinkResolver) {
    self.folder = folder
    self.resolver = resolver
  }

  /// Whether a file is a table of contents.
  ///
  /// DocFX keeps the way from a site's home to its parts in a table of its own, in a folder named
  /// for it; it leads to no topics.
  private static func isTable(_ path: String) -> Bool {
    let name = path.lastPathComponent
    guard name.utf8.count <= 7, ["toc.md", "toc.yml"].contains(name.lowercased()) else {
      return false
    }
    let parts = path.lowercased().split(separator: "/").suffix(2)
    return parts.count < 2 || (parts.first != "breadcrumb" && parts.first != "breadcrumbs")
  }

  /// The entries of all tables that no other takes in; each of several is a group.
  private mutating func entries(of tables: [String]) -> [ContentsEntry] {
    var read: [(path: String, entries: [ContentsEntry])] = []
    func depth(_ path: String) -> Int { path.utf8.count { $0 == UInt8(ascii: "/") } }
    for path in tables.sorted(by: { (depth($0), $0) < (depth($1), $1) })
    where !nested.contains(path) {
      read.append((path, entries(ofTable: path, chain: [path])))
    }
    read.removeAll { nested.contains($0.path) || $0.entries.isEmpty }
    if read.count == 1 { return read[0].entries }
    return read.map { table in
      ContentsEntry(title: title(ofFolderOf: table.path), target: nil, children: table.entries)
    }
  }

  /// The words of a folder's name: `managed-desktop` → `Managed desktop`.
  private func title(ofFolderOf path: String) -> Text {
    let name = path.split(separator: "/").dropLast().last ?? ""
    let words = name.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
    return Text([.text(words.prefix(1).uppercased() + words.dropFirst())])
  }

  private mutating func entries(ofTable path: String, chain: [String]) -> [ContentsEntry] {
    guard let bytes = folder.read(path) else { return [] }
    if path.lowercased().hasSuffix(".yml") {
      return entries(ofYAML: String(decoding: bytes, as: UTF8.self), path: path, chain: chain)
    }
    let article = ArticleReader.read(bytes, path: path, including: folder.read).article
    return pruned(entries(of: article.blocks, path: path, chain: chain))
  }

  /// An entry that leads nowhere and holds nothing is no topic.
  private func pruned(_ entries: [ContentsEntry]) -> [ContentsEntry] {
    entries.filter { entry in
      if !entry.children.isEmpty { return true }
      switch entry.target {
      case .nowhere?, .home?, nil: return false
      case .article?, .file?, .external?: return true
      }
    }
  }

  /// An entry for an address, with what another table that it names holds.
  private mutating func entry(
    _ title: Text, address: String?, children: [ContentsEntry], path: String, line: Int,
    chain: [String]
  ) -> ContentsEntry {
    guard let address, !address.isEmpty else {
      return ContentsEntry(title: title, target: nil, children: pruned(children))
    }
    if let table = table(at: address, from: path) {
      guard !chain.contains(table), chain.count < Self.maximumDepth else {
        return ContentsEntry(title: title, target: nil, children: pruned(children))
      }
      nested.insert(table)
      let inner = entries(ofTable: table, chain: chain + [table])
      return ContentsEntry(title: title, target: nil, children: pruned(children) + inner)
    }
    let resolution = resolver.resolve(address, from: path)
    if case .missingFile(let file)? = resolution.problem {
      missing.append((file, SourceLocation(path, line: line)))
    }
    return ContentsEntry(title: title, target: resolution.target, children: pruned(children))
  }

  /// The table of contents that an address names, also by its folder alone.
  private func table(at address: String, from path: String) -> String? {
    guard LinkForm(address) == .relative else { return nil }
    let plain = String(Substring(address.utf8.prefix { !"?#".utf8.contains($0) }))
    let names = plain.hasSuffix("/") ? ["toc.yml", "TOC.yml", "toc.md", "TOC.md"] : [""]
    return names.lazy.compactMap { ContentPath.resolve(plain + $0, from: path) }
      .first { Self.isTable($0) && folder.read($0) != nil }
  }
}

extension ContentsReader {
  /// Headings nest by their levels, lists by their depth.
  private mutating func entries(of blocks: [Block], path: String, chain: [String])
    -> [ContentsEntry]
  {
    var rest = blocks[...]
    return entries(below: 0, of: &rest, path: path, chain: chain)
  }

  private mutating func entries(
    below level: Int, of rest: inout ArraySlice<Block>, path: String, chain: [String]
  ) -> [ContentsEntry] {
    var found: [ContentsEntry] = []
    while let block = rest.first {
      switch block.kind {
      case .heading(let heading):
        guard heading.level > level else { return found }
        rest.removeFirst()
        let children = entries(below: heading.level, of: &rest, path: path, chain: chain)
        found.append(entry(heading.text, children, path: path, line: block.line, chain: chain))
      case .list(let list):
        rest.removeFirst()
        for item in list.items { found += entries(ofItem: item, path: path, chain: chain) }
      default: rest.removeFirst()
      }
    }
    return found
  }

  private mutating func entries(ofItem item: [Block], path: String, chain: [String])
    -> [ContentsEntry]
  {
    guard case .paragraph(let text)? = item.first?.kind else {
      return entries(of: item, path: path, chain: chain)
    }
    let children = entries(of: Array(item.dropFirst()), path: path, chain: chain)
    return [entry(text, children, path: path, line: item[0].line, chain: chain)]
  }

  private mutating func entry(
    _ text: Text, _ children: [ContentsEntry], path: String, line: Int, chain: [String]
  ) -> ContentsEntry {
    let address = text.source.links.first?.link.destination
    let title = Text(source: text.source.unlinked, target: text.target.unlinked)
    return entry(title, address: address, children: children, path: path, line: line, chain: chain)
  }
}

extension ContentsReader {
  /// Reads `- name: …`, `href: …`, `items: …`, at the top or under `items`.
  private mutating func entries(ofYAML text: String, path: String, chain: [String])
    -> [ContentsEntry]
  {
    do {
      guard let root = try Yams.compose(yaml: text, .basic) else { return [] }
      return entries(of: root.value(of: "items") ?? root, path: path, chain: chain, depth: 0)
    } catch {
      let flaw = YAMLFlaw(error, in: text)
      diagnostics.append(
        Diagnostic(
          .warning, "toc-syntax", "the table of contents is not valid YAML: \(flaw.reason)",
          at: SourceLocation(path, line: flaw.line, column: flaw.column),
          hint: flaw.hint))
      return []
    }
  }

  private mutating func entries(of node: Yams.Node, path: String, chain: [String], depth: Int)
    -> [ContentsEntry]
  {
    guard let items = node.sequence, depth < 64 else { return [] }
    var found: [ContentsEntry] = []
    for item in items {
      let children =
        item.value(of: "items").map {
          entries(of: $0, path: path, chain: chain, depth: depth + 1)
        } ?? []
      let address = item.value(of: "href", "topicHref", "tocHref")?.string
      let name = item.value(of: "name", "displayName")?.string ?? ""
      let entry = entry(
        Text([.text(name)]), address: address, children: children, path: path,
        line: item.mark?.line ?? 1, chain: chain)
      found.append(entry)
    }
    return pruned(found)
  }
}

extension Yams.Node {
  /// The value of the first of some keys that an object has.
  ///
  /// Yams's own look-up tries the patterns of all YAML types on every key that it passes.
  fileprivate func value(of keys: String...) -> Yams.Node? {
    guard let mapping else { return nil }
    for key in keys {
      if let found = mapping.first(where: { $0.key.scalar?.string == key }) { return found.value }
    }
    return nil
  }
}

extension [Inline] {
  /// The words of links without their addresses.
  fileprivate var unlinked: [Inline] {
    flatMap { inline -> [Inline] in
      if case .link(_, let inner) = inline { return inner.unlinked }
      return [inline.replacingChildren(inline.children.unlinked)]
    }
  }
}
