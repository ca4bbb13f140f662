/// Cuts lines into scripts, and writes each as soon as it is full.
struct Shards: Sendable {
  /// What the lines are about; the scripts' names begin with the letter.
  enum Kind: String { case names = "n", texts = "t", documents = "d" }

  /// A script is closed once its text has more than this many bytes.
  private static let size = 48_000

  /// What the scripts begin with: the first word, or the position of the first document.
  private(set) var starts: [String] = []
  private(set) var paths: [String] = []
  /// The paths of those that were taken over.
  private(set) var kept: [String] = []
  private let kind: Kind
  private let folder: String
  private let write: @Sendable (Page) -> Void
  /// The lines of the script that is not closed yet.
  private var text: [UInt8] = []
  /// How many lines came before.
  private var count = 0

  /// Begins without a script.
  ///
  /// - Parameters:
  ///   - kind: what the lines are about.
  ///   - folder: where the scripts stand.
  ///   - write: takes them.
  init(_ kind: Kind, _ folder: String, to write: @escaping @Sendable (Page) -> Void) {
    (self.kind, self.folder, self.write) = (kind, folder, write)
  }

  /// Whether the next line begins the script with a number.
  func isAtStart(ofScript number: Int) -> Bool { text.isEmpty && paths.count == number }

  /// Where the script with a number stands.
  static func path(_ kind: Kind, _ number: Int, in folder: String) -> String {
    "\(folder)/\(kind.rawValue)\(number).js"
  }

  /// Appends whole lines, as they stand in a script.
  mutating func append(_ lines: ArraySlice<UInt8>) {
    var rest = lines
    while !rest.isEmpty {
      let room = Self.size - text.count
      // Lines that all fit need not be looked at one by one.
      let fitting = kind == .documents || rest.count > room ? rest.prefixOfLine : rest.count
      let line = rest.prefix(fitting)
      if text.isEmpty { starts.append(start(of: line)) }
      text += line
      count += 1
      rest = rest.dropFirst(fitting)
      if text.count > Self.size { end() }
    }
  }

  private func start(of line: ArraySlice<UInt8>) -> String {
    kind == .documents
      ? String(count, radix: 36) : String(decoding: line.prefix { $0 != 0x20 }, as: UTF8.self)
  }

  /// Takes the next script over as it is.
  mutating func keep(from start: String) {
    starts.append(start)
    kept.append(Self.path(kind, paths.count, in: folder))
    paths.append(Self.path(kind, paths.count, in: folder))
  }

  /// Closes the script at hand.
  mutating func end() {
    guard !text.isEmpty else { return }
    let name = "\(kind.rawValue)\(paths.count)"
    let page = Page(
      path: Self.path(kind, paths.count, in: folder), bytes: SearchScript.bytes(name, [text]))
    text.removeAll(keepingCapacity: true)
    paths.append(page.path)
    write(page)
  }
}

extension ArraySlice<UInt8> {
  /// How many bytes the first line of a script's text takes, with its end.
  var prefixOfLine: Int {
    let bytes = span
    var index = 0
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "\\") {
        if bytes[index + 1] == UInt8(ascii: "n") { return index + 2 }
        index += 1
      }
      index += 1
    }
    return bytes.count
  }
}
