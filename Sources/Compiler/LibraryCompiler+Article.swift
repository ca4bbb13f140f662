import Articles
package import Content
import Diagnostics

extension LibraryCompiler {
  /// Reads one article of the folder and no other, so that a walk through it begins at once.
  ///
  /// In a folder that keeps a lock, the ids of one article's nodes depend on all articles: a node
  /// may have moved from one to another. So that only works without a lock.
  ///
  /// - Parameters:
  ///   - folder: the files.
  ///   - name: the article's id, a node's id, the path of its file, or the end of the article's id.
  ///   - fallbackLocale: the locale of articles that do not name theirs.
  /// - Returns: a library that is not whole; `nil` when the name is none of exactly one article, or
  ///   the folder keeps a lock.
  package static func compile(
    _ folder: ContentFolder, article name: String, fallbackLocale: LanguageTag?
  ) -> Library? {
    var diagnostics: [Diagnostic] = []
    let configuration = readConfiguration(folder, &diagnostics)
    let files = articleFiles(folder, configuration)
    guard !configuration.isBroken, !keepsLock(folder, configuration),
      let id = article(named: name.lowercased(), among: files)
    else { return nil }
    let room = TextRoom(besides: files.count)
    let readings = files.filter { $0.id == id }.map { file in
      Reading(
        file, folder: folder, fallbackLocale: fallbackLocale, configuration,
        tracesNodes: false, room: room, { _ in [] })
    }
    let read = readings.compactMap(\.edition)
    let entries = join(id, read, configuration, folder, &diagnostics).map(\.entry)
    guard let own = entries.first else { return nil }
    var resolver = LinkResolver(
      files: folder.files, localeFolders: configuration.localeFolders(in: folder.files),
      origin: configuration.origin)
    resolver.add(stubs(for: files, besides: pages(of: entries, read, Permalinks())))
    return Library(
      configuration: configuration, locales: own.editions.keys.sorted(),
      isLocalized: false, articles: entries, folder: folder,
      permalinks: Permalinks(), resolver: resolver, redirects: [], contents: [:], codes: [:],
      isWhole: false, texts: room)
  }

  /// The ids of the folder's articles by their paths alone, sorted.
  package static func articleIDs(in folder: ContentFolder) -> [String] {
    var diagnostics: [Diagnostic] = []
    let configuration = readConfiguration(folder, &diagnostics)
    return Set(articleFiles(folder, configuration).map(\.id)).sorted()
  }

  /// The locales that the folder's configuration names, the source first.
  package static func locales(in folder: ContentFolder) -> [LanguageTag] {
    var diagnostics: [Diagnostic] = []
    return readConfiguration(folder, &diagnostics).locales
  }

  /// The article that a name means, by the files' paths alone.
  private static func article(named name: String, among files: [File]) -> String? {
    let ids = Set(files.map(\.id))
    var part = Substring(name)
    while !part.isEmpty {
      if ids.contains(String(part)) { return String(part) }
      guard let cut = part.lastIndex(of: "/") else { break }
      part = part[..<cut]
    }
    let paths = files.filter {
      $0.path.lowercased() == name || name.hasSuffix("/\($0.path.lowercased())")
    }
    if let file = paths.first { return file.id }
    let stem = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    let ending = ids.filter { $0.hasSuffix("/\(stem)") }
    return ending.count == 1 ? ending.first : nil
  }

  /// The pages that links may lead to: those that were read, and of the others only the paths.
  private static func stubs(
    for files: [File], besides read: [LinkResolver.Page]
  ) -> [LinkResolver.Page] {
    var paths: [String: [String]] = [:]
    for file in files { paths[file.id, default: []].append(file.path) }
    let known = Dictionary(read.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return paths.sorted { $0.key < $1.key }.map { id, paths in
      known[id] ?? LinkResolver.Page(id: id, paths: paths, bookmarks: [], uid: nil)
    }
  }
}
