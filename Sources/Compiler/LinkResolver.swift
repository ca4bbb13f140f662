import Articles
import Content
import Diagnostics

/// Finds what addresses lead to, by an index of a library's files and articles.
struct LinkResolver: Sendable {
  /// What is wrong with an address that was looked up.
  enum Problem: Hashable, Sendable {
    /// The file is there in other letters: its path.
    case wrongCase(String)
    case missingFile(String)
    case outside
    case missingAnchor(String, article: String)
    case unknownReference(String)
    /// A path from a server's root that no article has.
    case serverRoot
  }

  struct Resolution: Hashable, Sendable {
    var target: LinkTarget
    var problem: Problem?
  }

  /// What is known of an article.
  struct Page: Sendable {
    let id: String
    /// The paths of its editions, the source's first.
    let paths: [String]
    /// Sorted.
    let bookmarks: [String]
    let uid: String?
    /// The first bookmark of those that are the same in lower case, where that is another.
    private let cased: [String: String]

    init(id: String, paths: [String], bookmarks: [String], uid: String?) {
      (self.id, self.paths, self.bookmarks, self.uid) = (id, paths, bookmarks, uid)
      let capitals = bookmarks.filter { !$0.isLowerCase }
      cased = Dictionary(
        capitals.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Finds a bookmark by its letters, else in any case.
    func bookmark(_ name: String) -> String? {
      if contains(name) { return name }
      let folded = name.lowercased()
      let found = [contains(folded) ? folded : nil, cased[folded]]
      return found.compactMap { $0 }.min()
    }

    private func contains(_ name: String) -> Bool {
      let place = bookmarks.partitioningIndex { $0 >= name }
      return place < bookmarks.count && bookmarks[place] == name
    }
  }

  /// A chain of moved articles longer than this leads nowhere.
  static let maximumHops = 8

  /// The folders that hold a locale each, the source's first; empty when there are none.
  let localeFolders: [String]
  /// The same in lower case.
  private let foldedLocaleFolders: [String]
  /// The scheme and host that paths from a server's root belong to.
  let origin: String?
  private(set) var pages: [Page] = []
  private(set) var pageByID: [String: Int] = [:]
  private(set) var pagesByName: [Substring: [Int]] = [:]
  private(set) var pageByUID: [String: Int] = [:]
  private(set) var files: Set<String> = []
  private var fileByFoldedPath: [String: String] = [:]
  private(set) var moves: [String: Redirects.Move] = [:]
  private(set) var pagesByFolder: [Substring: [Int]] = [:]
  /// The files that are no articles.
  private(set) var filesByFolder: [Substring: [String]] = [:]

  init(files: [String], localeFolders: [String], origin: String?) {
    self.localeFolders = localeFolders
    foldedLocaleFolders = localeFolders.map { $0.lowercased() }
    self.origin = origin
    self.files = Set(files)
    for file in files.reversed() { fileByFoldedPath[file.lowercased()] = file }
    for file in files where !file.hasSuffix(".md") {
      filesByFolder[file.folder, default: []].append(file)
    }
  }

  /// Adds the articles, sorted by id.
  mutating func add(_ pages: [Page]) {
    self.pages = pages
    for (index, page) in pages.enumerated() {
      pageByID[page.id] = index
      let name = page.id.lastPathComponent
      pagesByName[name, default: []].append(index)
      pagesByFolder[page.id.dropLast(name.count), default: []].append(index)
      if let uid = page.uid, pageByUID[uid] == nil { pageByUID[uid] = index }
    }
  }

  /// Adds the addresses that moved articles redirect to, by the articles' former ids.
  mutating func add(redirects: [Redirects.Move]) {
    for move in redirects where moves[move.from] == nil { moves[move.from] = move }
  }

  func hasNoPage(_ id: String) -> Bool { pageByID[id] == nil }
}

extension LinkResolver {
  /// Looks up an address that stands in the file at `path`.
  func resolve(_ destination: String, from path: String) -> Resolution {
    resolve(destination, from: path, hops: 0)
  }

  private func resolve(_ destination: String, from path: String, hops: Int) -> Resolution {
    switch LinkForm(destination) {
    case .unsafe: return Resolution(target: .nowhere)
    case .absolute: return Resolution(target: .external(destination))
    case .crossReference: return reference(destination)
    case .fragment:
      guard let page = pageByID[id(of: path)].map({ pages[$0] }) else {
        return Resolution(target: .nowhere)
      }
      return place(String(destination.dropFirst()), on: page)
    case .root: return root(destination, hops: hops)
    case .relative: return relative(destination, from: path, hops: hops)
    }
  }

  private func reference(_ destination: String) -> Resolution {
    let uid = ArticleLink.decoding(
      String(destination.dropFirst(5).prefix { $0 != "?" && $0 != "#" }))
    guard let page = pageByUID[uid] else {
      return Resolution(target: .nowhere, problem: .unknownReference(uid))
    }
    return Resolution(target: .article(id: pages[page].id, anchor: ""))
  }

  /// Finds an anchor by its letters, else in any case.
  private func place(_ anchor: String, on page: Page) -> Resolution {
    guard !anchor.isEmpty, anchor.lowercased() != "top" else {
      return Resolution(target: .article(id: page.id, anchor: ""))
    }
    let name = ArticleLink.decoding(anchor)
    guard let actual = page.bookmark(name) else {
      return Resolution(
        target: .article(id: page.id, anchor: ""),
        problem: .missingAnchor(name, article: page.id))
    }
    return Resolution(
      target: .article(id: page.id, anchor: actual),
      problem: actual == name ? nil : .wrongCase("#\(actual)"))
  }

  private func relative(_ destination: String, from path: String, hops: Int) -> Resolution {
    let (address, anchor) = destination.splittingAnchor
    let file = ArticleLink.decoding(address)
    if file.isEmpty { return resolve("#\(anchor)", from: path, hops: hops) }
    guard var resolved = ContentPath.resolve(file, from: path) else {
      return Resolution(target: .nowhere, problem: .outside)
    }
    // `~` is the root of one locale's set of articles, where each has its folder.
    if file.hasPrefix("~/"), let own = localeFolder(of: path), localeFolder(of: resolved) == nil {
      resolved = "\(own)/\(resolved)"
    }
    return lookUp(resolved, anchor: anchor, hops: hops)
      ?? Resolution(target: .nowhere, problem: .missingFile(resolved))
  }

  /// A published set stands under a base path such as `/azure`, and in a folder of its own: what is
  /// behind the base must be the end of exactly one article's path.
  private func root(_ destination: String, hops: Int) -> Resolution {
    let (address, anchor) = destination.splittingAnchor
    let path = ArticleLink.decoding(address).withoutEmptyParts
    if let found = lookUp(path, anchor: anchor, hops: hops) { return found }
    let tail = path.lowercased().behindFirstPart
    let matches = (pagesByName[tail.lastPathComponent] ?? []).filter {
      pages[$0].id == tail || pages[$0].id.hasSuffix("/\(tail)")
    }
    if tail.contains("/"), matches.count == 1 { return place(anchor, on: pages[matches[0]]) }
    guard let origin else { return Resolution(target: .nowhere, problem: .serverRoot) }
    return Resolution(target: .external(origin + destination))
  }

  /// Looks up an article by the path of its file, relative to the content folder.
  func target(ofFile path: String, anchor: String) -> LinkTarget {
    lookUp(path, anchor: anchor, hops: 0)?.target ?? .nowhere
  }

  /// Finds an article or a file by its path in the content folder.
  private func lookUp(_ path: String, anchor: String, hops: Int) -> Resolution? {
    let lower = path.inLowerCase
    let name = lower.lastPathComponent
    let stem = id(of: path)
    if Self.contentsFiles.contains(where: { $0 == name }), files.contains(path) {
      return Resolution(target: .home)
    }
    func article(_ id: String) -> Resolution? {
      if let index = pageByID[id] {
        var found = place(anchor, on: pages[index])
        if found.problem == nil, lower.hasSuffix(".md"), let actual = otherCase(of: path, index) {
          found.problem = .wrongCase(actual)
        }
        return found
      }
      guard let move = moves[id], hops < Self.maximumHops else { return nil }
      return resolve(move.to, from: move.file, hops: hops + 1)
    }
    return article(stem) ?? article("\(stem)/index") ?? file(path)
  }

  /// The names of tables of contents.
  private static let contentsFiles = ["toc.md", "toc.yml", "toc.json", "index.yml"]

  /// The path of the article's file, if only its letters' case is not that of `path`.
  private func otherCase(of path: String, _ index: Int) -> String? {
    let paths = pages[index].paths
    guard !paths.contains(path) else { return nil }
    let wanted = withoutLocale(path)
    guard !paths.contains(where: { withoutLocale($0) == wanted }) else { return nil }
    return paths.first
  }

  /// A picture or another file, also from the source's folder when a translation has none.
  private func file(_ path: String) -> Resolution? {
    guard !path.inLowerCase.hasSuffix(".md") else { return nil }
    var candidates = [path]
    if localeFolder(of: path) != nil, let source = localeFolders.first {
      candidates.append("\(source)/\(withoutLocale(path))")
    }
    for candidate in candidates where files.contains(candidate) {
      return Resolution(target: .file(candidate))
    }
    for candidate in candidates {
      if let actual = fileByFoldedPath[candidate.inLowerCase] {
        return Resolution(target: .file(actual), problem: .wrongCase(actual))
      }
    }
    return nil
  }
}

extension LinkResolver {
  private static let endings = [".md", ".html", ".htm"]

  /// An article's id: its path in lower case, without its locale's folder and its extension.
  func id(of path: String) -> String {
    var id = withoutLocale(path).inLowerCase
    for ending in Self.endings where id.hasSuffix(ending) {
      id = String(id.utf8.dropLast(ending.utf8.count)) ?? id
    }
    return id
  }

  private func localeFolder(of path: String) -> String? {
    guard !localeFolders.isEmpty else { return nil }
    let first = String(path.firstPart)
    return foldedLocaleFolders.contains(first.lowercased()) ? first : nil
  }

  private func withoutLocale(_ path: String) -> String {
    guard let folder = localeFolder(of: path), path.utf8.count > folder.utf8.count else {
      return path
    }
    return path.behindFirstPart
  }
}

extension String {
  /// What stands behind the last `/`.
  var lastPathComponent: Substring {
    let bytes = utf8Span.span
    var start = bytes.count
    while start > 0, bytes[start - 1] != UInt8(ascii: "/") { start -= 1 }
    return self[utf8.index(startIndex, offsetBy: start)...]
  }

  /// What stands before it, with the `/`.
  var folder: Substring { self[..<lastPathComponent.startIndex] }

  /// What stands before the first `/`.
  fileprivate var firstPart: Substring {
    utf8.firstIndex(of: UInt8(ascii: "/")).map { self[..<$0] } ?? self[...]
  }

  /// What stands behind the first `/`; empty without one.
  fileprivate var behindFirstPart: String { String(utf8.dropFirst(firstPart.utf8.count + 1)) ?? "" }

  /// The path without a `/` at its ends, and with one where several follow each other.
  fileprivate var withoutEmptyParts: String {
    utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }.joined(separator: "/")
  }

  /// The address without its query, and the fragment without its `#`.
  fileprivate var splittingAnchor: (address: String, anchor: String) {
    let bytes = utf8Span.span
    guard bytes.holds(UInt8(ascii: "#")) || bytes.holds(UInt8(ascii: "?")) else {
      return (self, "")
    }
    let hash = utf8.firstIndex(of: UInt8(ascii: "#"))
    let address = utf8[..<(hash ?? utf8.endIndex)].prefix { $0 != UInt8(ascii: "?") }
    let anchor = hash.map { self[utf8.index(after: $0)...] } ?? ""
    return (String(Substring(address)), String(anchor))
  }
}

extension String {
  /// Whether no letter has a lower case of its own.
  fileprivate var isLowerCase: Bool { isPlainLowerCase || lowercased() == self }

  /// The text in lower case, as most paths are.
  fileprivate var inLowerCase: String { isPlainLowerCase ? self : lowercased() }

  private var isPlainLowerCase: Bool {
    let bytes = utf8Span.span
    return !bytes.holds(0x41...0x5A) && !bytes.holds(0x80...0xFF)
  }
}
