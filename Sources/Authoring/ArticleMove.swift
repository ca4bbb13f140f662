import Articles
package import Compiler
import Content

/// What moving an article changes in a content folder: files with their new bytes, and files that
/// go.
///
/// The article moves in every locale; links to it, and its own relative links, lead where they led
/// before. All other bytes stay as they are.
package struct ArticleMove: Sendable {
  /// Why an article cannot move.
  package enum Refusal: Error, Hashable {
    /// The new name leads out of the content folder, or names no file.
    case outside(String)
    /// A file has the new name already.
    case taken(String)
    case sameName(String)
    /// The source, which was moved before its translations, does not have the new name.
    case noSource(String)

    package var message: String {
      switch self {
      case .outside(let name): "'\(name)' names no article inside the content folder"
      case .taken(let path): "'\(path)' exists already"
      case .sameName(let name): "the article is called '\(name)' already"
      case .noSource(let path): "the article's source is gone, and no file is called '\(path)'"
      }
    }
  }

  package let formerID: String
  /// The article's new id.
  package let id: String
  /// Files to write, sorted by path: the moved editions, those with links to them, and the expected
  /// walks that name them.
  package let written: [(path: String, bytes: [UInt8])]
  /// The former paths of the editions, sorted.
  package let deleted: [String]
  /// How many addresses were rewritten.
  package let linkCount: Int

  /// Works out a move.
  ///
  /// - Parameters:
  ///   - entry: the article.
  ///   - name: its new name, such as `phones/lost` or `phones/lost.md`, without the locale's folder.
  ///   - library: what it is in.
  /// - Throws: why the article cannot move; nothing is changed in any case.
  package init(
    of entry: Library.Entry, to name: String, in library: Library
  ) throws(Refusal) {
    let editions = Array(entry.editions.values) + Array(entry.misfits.values)
    try self.init(of: entry.id, at: editions.map(\.path).sorted(), to: name, in: library)
  }

  /// Works out the rest of a move whose source has its new name already.
  package init(of orphan: Orphan, to name: String, in library: Library) throws(Refusal) {
    let folder = library.locales.first?.rawValue ?? ""
    let names = Set(orphan.paths.map { "\(folder)/\($0.drop { $0 != "/" }.dropFirst())" })
    let source = "\(folder)/\(Self.stem(name) ?? name).md"
    guard library.folder.files.contains(where: { $0.lowercased() == source.lowercased() }) else {
      throw .noSource(source)
    }
    try self.init(
      of: orphan.id, at: (orphan.paths + names).sorted(), to: name, in: library)
  }

  /// Works out a move from where the editions are; one that is there no longer has moved already.
  private init(
    of formerID: String, at paths: [String], to name: String, in library: Library
  ) throws(Refusal) {
    self.formerID = formerID
    var moves: [String: String] = [:]
    for path in paths {
      let folder = library.isLocalized ? String(path.prefix { $0 != "/" }) + "/" : ""
      guard let stem = Self.stem(name) else { throw .outside(name) }
      moves[path] = "\(folder)\(stem).md"
    }
    id = (Self.stem(name) ?? name).lowercased()
    guard id != formerID || moves.contains(where: { $0.key != $0.value }) else {
      throw .sameName(id)
    }
    let files = Dictionary(
      library.folder.files.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    let present = moves.filter { files[$0.key.lowercased()] != nil }
    for (old, new) in present.sorted(by: { $0.key < $1.key }) {
      if let taken = files[new.lowercased()], taken != old { throw .taken(taken) }
    }
    let rewriter = LinkRewriter(
      moves: moves, isLocalized: library.isLocalized, id: formerID, newID: id)
    var written: [(path: String, bytes: [UInt8])] = []
    var count = 0
    for path in library.folder.files where LinkRewriter.holdsLinks(path) {
      guard let bytes = library.folder.read(path) else { continue }
      let result = rewriter.rewrite(bytes, of: path)
      count += result.count
      if result.count > 0 || moves[path] != nil {
        written.append((moves[path] ?? path, result.bytes))
      }
    }
    if let bytes = library.folder.read(ExpectationRewriter.path) {
      let rewriter = ExpectationRewriter(
        moves: moves, id: formerID, newID: id, others: library.articles.map(\.id))
      let result = rewriter.rewrite(bytes)
      if result.count > 0 { written.append((ExpectationRewriter.path, result.bytes)) }
    }
    self.written = written.sorted { $0.path < $1.path }
    deleted = present.filter { $0.key != $0.value }.keys.sorted()
    linkCount = count
  }

  /// A name without `./` and `.md`; `nil` when it is no path inside a folder.
  package static func stem(_ name: String) -> String? {
    guard !name.hasPrefix("/"), !name.hasPrefix("~"), !name.contains("\\"),
      let path = ContentPath.resolve(name, from: "")
    else { return nil }
    let stem = path.lowercased().hasSuffix(".md") ? String(path.dropLast(3)) : path
    let parts = stem.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty && !part.hasPrefix(".")
        && part.allSatisfy { !$0.isNewline && $0 != ":" && $0 != "#" && $0 != "?" }
    }
    return isPlain ? stem : nil
  }
}
