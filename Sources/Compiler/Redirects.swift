import Articles
import Diagnostics
import Yams

/// Reads what articles that moved say about where they are now (dialect.md, 1).
enum Redirects {
  /// The list of moved files at the top of a content folder, as publishing tools read it.
  static let fileName = ".openpublishing.redirection.json"

  /// One moved article.
  struct Move: Sendable, Hashable {
    /// The id that it had.
    let from: String
    /// As written.
    let to: String
    let file: String
    let line: Int
  }

  /// The moves that articles state, and those of the list; a stub comes before the list.
  static func read(
    _ folder: ContentFolder, stubs: [Move], _ diagnostics: inout [Diagnostic]
  ) -> [Move] {
    var found = stubs
    if let bytes = folder.read(fileName) {
      found += list(String(decoding: bytes, as: UTF8.self), &diagnostics)
    }
    var seen: Set<String> = []
    return found.filter { seen.insert($0.from).inserted }.sorted { $0.from < $1.from }
  }

  /// Reads `{"redirections": [{"source_path": "a.md", "redirect_url": "/x/b"}]}`; JSON is YAML.
  private static func list(_ json: String, _ diagnostics: inout [Diagnostic]) -> [Move] {
    do {
      let entries = try Yams.compose(yaml: json)?["redirections"]?.sequence
      return (entries ?? []).compactMap { entry in
        guard
          let source = (entry["source_path"] ?? entry["source_path_from_root"])?.string,
          let url = entry["redirect_url"]?.string, source.lowercased().hasSuffix(".md"),
          !url.isEmpty
        else { return nil }
        let path = ContentPath.resolve(source, from: "")?.lowercased() ?? ""
        return Move(
          from: String(path.dropLast(3)), to: url, file: fileName, line: entry.mark?.line ?? 1)
      }
    } catch {
      let flaw = YAMLFlaw(error, in: json)
      diagnostics.append(
        Diagnostic(
          .error, "bad-redirections", "the list of moved files is not valid JSON: \(flaw.reason)",
          at: SourceLocation(fileName, line: flaw.line, column: flaw.column),
          hint: "correct it; until then no moved article is found"))
      return []
    }
  }

  static func resolved(_ moves: [Move], by resolver: LinkResolver) -> [Redirect] {
    moves.compactMap { move in
      guard resolver.hasNoPage(move.from) else { return nil }
      return Redirect(
        from: move.from, to: resolver.resolve(move.to, from: move.file).target, file: move.file,
        line: move.line)
    }
  }
}
