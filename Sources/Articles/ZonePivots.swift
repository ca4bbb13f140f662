import Yams

/// The titles of the choices that zones are for, from `zone-pivot-groups.yml` (dialect.md, 8).
struct ZonePivots: Sendable {
  static let fileName = "zone-pivot-groups.yml"

  private var titles: [String: String] = [:]

  /// Reads the nearest file at or above an article's folder.
  init(around path: String, read: FileReader) {
    var folder = path.split(separator: "/").dropLast().map(String.init)
    while true {
      if let bytes = read((folder + [Self.fileName]).joined(separator: "/")) {
        parse(String(decoding: bytes, as: UTF8.self))
        return
      }
      guard folder.popLast() != nil else { return }
    }
  }

  private mutating func parse(_ yaml: String) {
    let root = try? Yams.compose(yaml: yaml)
    for group in root?["groups"]?.sequence ?? [] {
      for pivot in group["pivots"]?.sequence ?? [] {
        if let id = pivot["id"]?.string, let title = pivot["title"]?.string { titles[id] = title }
      }
    }
  }

  /// The title of a choice, else the words of its id: `visual-studio` → `visual studio`.
  func title(of id: String) -> String {
    titles[id] ?? String(id.map { $0 == "-" ? " " : $0 })
  }
}
