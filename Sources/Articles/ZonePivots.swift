import Diagnostics
import Yams

/// The choices that zones are for, in groups, from `zone-pivot-groups.yml` (dialect.md, 8).
struct ZonePivots: Sendable {
  static let fileName = "zone-pivot-groups.yml"

  /// A group of choices that exclude each other.
  private struct Group: Sendable {
    var id: String
    /// In the file's order.
    var pivots: [String]
  }

  /// Where the file stands; `nil` without one.
  private var file: String?
  private var groups: [Group] = []
  private var titles: [String: String] = [:]

  /// Reads the nearest file at or above an article's folder.
  init(around path: String, read: FileReader) {
    var folder = path.split(separator: "/").dropLast().map(String.init)
    while true {
      let name = (folder + [Self.fileName]).joined(separator: "/")
      if let bytes = read(name) {
        file = name
        parse(String(decoding: bytes, as: UTF8.self))
        return
      }
      guard folder.popLast() != nil else { return }
    }
  }

  private mutating func parse(_ yaml: String) {
    let root = try? Yams.compose(yaml: yaml)
    for group in root?["groups"]?.sequence ?? [] {
      var found = Group(id: group["id"]?.string ?? "", pivots: [])
      for pivot in group["pivots"]?.sequence ?? [] {
        guard let id = pivot["id"]?.string else { continue }
        found.pivots.append(id)
        if let title = pivot["title"]?.string { titles[id] = title }
      }
      groups.append(found)
    }
  }

  /// The title of a choice, else the words of its id: `visual-studio` → `visual studio`.
  func title(of id: String) -> String {
    titles[id] ?? String(id.map { $0 == "-" ? " " : $0 })
  }
}

extension ZonePivots {
  /// What is wrong with an article's choices; nothing is, in a folder that has no file of them.
  ///
  /// - Parameters:
  ///   - zones: the choices of each zone, and where it stands.
  ///   - frontMatter: names the article's groups.
  ///   - path: the article.
  /// - Returns: the findings, in the article's order.
  func findings(
    zones: [(ids: [String], place: SourceLocation)], in frontMatter: FrontMatter, path: String
  ) -> [Diagnostic] {
    guard let file, !zones.isEmpty else { return [] }
    let key = "zone_pivot_groups"
    let line = frontMatter.line(of: key) ?? 1
    let names = (frontMatter[key] ?? "").split(separator: ",").map { String($0).trimmingBlanks }
    var found: [Diagnostic] = []
    var own: [Group] = []
    for name in names {
      if let group = groups.first(where: { $0.id == name }) {
        own.append(group)
      } else {
        found.append(unknownGroup(name, in: file, at: SourceLocation(path, line: line)))
      }
    }
    // Without a group of its own an article may use the choices of any.
    let known = (names.isEmpty ? groups : own).flatMap(\.pivots)
    guard !known.isEmpty else { return found }
    for zone in zones {
      for id in zone.ids where !known.contains(id) {
        found.append(unknownPivot(id, among: known, at: zone.place))
      }
    }
    let used = Set(zones.flatMap(\.ids))
    for id in own.flatMap(\.pivots) where !used.contains(id) {
      found.append(
        Diagnostic(
          .note, "unused-pivot", "no zone is for the choice '\(id)'",
          at: SourceLocation(path, line: line),
          hint: "write a zone with pivot=\"\(id)\", or take a group without it"))
    }
    return found
  }

  private func unknownGroup(
    _ name: String, in file: String, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, "unknown-pivot-group", "no group in '\(file)' is called '\(name)'", at: place,
      hint: Suggestion.nearest(to: name, in: groups.map(\.id)).map { "did you mean '\($0)'?" }
        ?? "add the group to that file, or name one that it has")
  }

  private func unknownPivot(
    _ id: String, among known: [String], at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, "unknown-pivot", "the article's groups have no choice '\(id)'", at: place,
      hint: Suggestion.nearest(to: id, in: known).map { "did you mean '\($0)'?" }
        ?? "write one of: \(known.joined(separator: ", "))")
  }
}
