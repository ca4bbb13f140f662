import Compiler
import Diagnostics
import Mustache

/// Reads a content folder's theme over Waymark's.
struct ThemeReader {
  let folder: ContentFolder
  private(set) var templates = MustacheLibrary()
  private(set) var assets: [(name: String, bytes: [UInt8])] = []
  private(set) var words: [String: [String: String]] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private let own: Set<String>

  init(folder: ContentFolder) {
    self.folder = folder
    own = Set(folder.files.filter { $0.hasPrefix(Theme.folder) })
  }

  /// Reads one of the theme's files: the content's own, else Waymark's.
  mutating func read(_ name: String, instead bytes: [UInt8]) {
    let path = Theme.folder + name
    let mine = own.contains(path) ? folder.read(path) : nil
    guard name.hasSuffix(".mustache") else { return assets.append((name, mine ?? bytes)) }
    if let mine, register(mine, name, path: path) { return }
    _ = register(bytes, name, path: path)
  }

  /// Reads what the content's theme has besides: words, and files that its templates and styles
  /// load.
  mutating func readOthers() {
    let known = Set(Theme.files.map { Theme.folder + $0.name })
    for path in own.subtracting(known).sorted() {
      let name = String(path.dropFirst(Theme.folder.count))
      if name.hasPrefix("phrases/"), name.hasSuffix(".yml") {
        readWords(path, language: String(name.dropFirst(8).dropLast(4)))
      } else if name.hasSuffix(".mustache") {
        let nearest = Suggestion.nearest(to: name, in: Theme.files.map(\.name))
        report(
          "no template is called '\(name)'", path, line: nil,
          hint: nearest.map { "did you mean '\($0)'?" } ?? "remove it")
      } else if let bytes = folder.read(path) {
        assets.append((name, bytes))
      }
    }
  }

  /// Takes a template; returns whether it can be used.
  private mutating func register(_ bytes: [UInt8], _ name: String, path: String) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    do {
      let template = try MustacheTemplate(string: text)
      guard hasKnownNames(text, path: path) else { return false }
      templates.register(template, named: String(name.dropLast(".mustache".count)))
      return true
    } catch {
      let place = (error as? MustacheTemplate.ParserError)?.context
      report(
        "the template is not valid Mustache: '\(place?.line ?? "")'", path,
        line: place?.lineNumber, column: place?.columnNumber,
        hint: "close every tag and every section; the pages use Waymark's own template meanwhile")
      return false
    }
  }

  /// Reports each name that no page gives a value, and each section that shows without one.
  private mutating func hasKnownNames(_ text: String, path: String) -> Bool {
    let known = ThemeNames.all
    // Compiled once, not for each line.
    let tags = /\{\{([{#\/>$<^&]?)\s*([^{}\s]+)/
    var isSound = true
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where line.utf8.contains(UInt8(ascii: "{")) {
      for tag in line.matches(of: tags) {
        let (mark, name) = (tag.1, String(tag.2))
        guard mark != ">", mark != "<", mark != "$", !name.hasPrefix("!"), !name.hasPrefix("=")
        else { continue }
        if mark == "^", ThemeNames.slots.contains(name) {
          isSound = false
          report(
            "a section of '\(name)' cannot ask for its absence", path, line: index + 1,
            hint: "write `{{#\(name)}}…{{/\(name)}}`")
        } else if !known.contains(name), mark != "/" || !ThemeNames.blocks.contains(name) {
          isSound = false
          let nearest = Suggestion.nearest(to: name, in: known.sorted())
          report(
            "no value is called '\(name)'", path, line: index + 1,
            hint: nearest.map { "did you mean '\($0)'?" } ?? "remove it")
        }
      }
    }
    return isSound
  }

  private mutating func readWords(_ path: String, language: String) {
    guard let bytes = folder.read(path) else { return }
    do {
      let entries = try PhraseBook.entries(of: bytes)
      let known = Set(Term.allCases.map(\.rawValue))
      for (key, text, line) in entries where !known.contains(key) || text.isEmpty {
        let nearest = Suggestion.nearest(to: key, in: known.sorted())
        report(
          "no phrase is called '\(key)'", path, line: line,
          hint: nearest.map { "did you mean '\($0)'?" } ?? "remove it")
      }
      words[language] = Dictionary(
        entries.filter { known.contains($0.key) && !$0.text.isEmpty }.map { ($0.key, $0.text) },
        uniquingKeysWith: { _, last in last })
    } catch {
      let lines = max(1, bytes.split(separator: 0x0A).count)
      report(
        "it is not valid YAML", path, line: min(error.line, lines),
        hint: "write a line such as `find: Search`")
    }
  }

  private mutating func report(
    _ message: String, _ path: String, line: Int?, column: Int? = nil, hint: String
  ) {
    diagnostics.append(
      Diagnostic(
        .error, "bad-theme", message, at: SourceLocation(path, line: line, column: column),
        hint: hint))
  }
}

/// The names that templates may use.
enum ThemeNames {
  static let slots = Set(Slot.allCases.map(\.name))
  /// The parts of a page that a template fills in.
  static let blocks: Set<String> = ["main", "page"]
  static let all: Set<String> =
    slots.union(Term.allCases.map { "term.\($0.rawValue)" }).union(LocaleFrame.constantNames)
}
