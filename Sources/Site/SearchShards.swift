import Compiler
import Content
import Search

/// A locale's search index as plain scripts, which also load from `file://`.
///
/// `index.js` says where each shard begins; the others hold consecutive names, texts and documents.
/// A first answer needs the index, one or two shards of names, and the documents it shows.
struct SearchShards: Sendable {
  /// What can be found, in the library's order.
  let documents: [SearchDocument]
  /// How often each word stands in those documents.
  let counts: SearchCounts
  /// The folder of the scripts.
  let folder: String
  /// Where a document's page stands, relative to the locale's folder.
  let address: @Sendable (SearchDocument) -> String

  /// Writes the scripts one by one, as soon as each is full, and returns their paths.
  func write(to write: @escaping @Sendable (Page) -> Void) async -> [String] {
    // Documents are written as they are, while one thread sorts the counts of their words.
    async let writing = writeDocuments(to: write)
    let (names, texts) = await writeWords(to: write)
    let shards = await [names, texts, writing]
    var script = HTMLWriter()
    script.markup("waymarkSearch.add(\"index\",")
    script.string(counts.stopWords.joined(separator: " ").utf8.span)
    for part in shards {
      script.markup(",")
      script.string(part.starts.joined(separator: " ").utf8.span)
    }
    script.markup(");\n")
    let index = Page(path: "\(folder)/index.js", bytes: script.bytes)
    write(index)
    return [index.path] + shards.flatMap(\.paths)
  }

  /// How many lines of a kind are made by one task.
  private static let chunk = 64

  /// One line for each word of names, and for each of texts.
  private func writeWords(
    to write: @escaping @Sendable (Page) -> Void
  ) async -> (names: Shards, texts: Shards) {
    let weights = SearchWeights(counts)
    var names = Shards("n", folder, to: write)
    var texts = Shards("t", folder, to: write)
    await weights.words.cut(every: Self.chunk).concurrentMap { words in
      var lines = (names: Lines(), texts: Lines())
      for word in words {
        let (name, text) = weights.weigh(word)
        if let name { lines.names.append(name) }
        if let text { lines.texts.append(text) }
      }
      return lines
    } inOrder: { parts in
      for part in parts {
        names.append(part.names)
        texts.append(part.texts)
      }
    }
    names.end()
    texts.end()
    return (names, texts)
  }

  private func writeDocuments(to write: @escaping @Sendable (Page) -> Void) async -> Shards {
    var shards = Shards("d", folder, to: write)
    let numbered = Array(documents.indices)
    await numbered.cut(every: Self.chunk).concurrentMap { positions in
      var lines = Lines()
      for position in positions {
        let document = documents[position]
        lines.append(document, at: position, address: address(document))
      }
      return lines
    } inOrder: { parts in
      for part in parts { shards.append(part) }
    }
    shards.end()
    return shards
  }
}

extension Array {
  /// The elements in slices of some count, the last of as many as are left.
  fileprivate func cut(every count: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: self.count, by: count).map { self[$0..<Swift.min($0 + count, self.count)] }
  }
}

/// Lines in one array of bytes.
private struct Lines: Sendable {
  private(set) var bytes: [UInt8] = []
  /// What stands for each line where a script begins with it, and where the line ends in `bytes`.
  private(set) var ends: [(start: String, end: Int)] = []

  /// Appends the line of a word: the word, its rarity, and for each document the distance to the one
  /// before it and its score, in base 36.
  mutating func append(_ word: SearchIndex.Word) {
    bytes += word.text.utf8
    bytes.append(inBase36: word.rarity)
    var before = 0
    for posting in word.postings {
      bytes.append(inBase36: posting.document - before)
      bytes.append(inBase36: posting.score)
      before = posting.document
    }
    end(word.text)
  }

  /// Appends the line of a document: address, title and context, with tabs between them.
  mutating func append(_ document: SearchDocument, at position: Int, address: String) {
    bytes.append(onOneLine: address)
    bytes.append(0x09)
    bytes.append(onOneLine: document.title)
    bytes.append(0x09)
    bytes.append(onOneLine: document.context)
    end(String(position, radix: 36))
  }

  private mutating func end(_ start: String) {
    bytes.append(0x0A)
    ends.append((start, bytes.count))
  }
}

/// Cuts lines into scripts, and writes each as soon as it is full.
private struct Shards: Sendable {
  /// A script is closed once its text has more than this many bytes.
  private static let size = 48_000

  /// What the scripts begin with.
  private(set) var starts: [String] = []
  private(set) var paths: [String] = []
  private let letter: Character
  private let folder: String
  private let write: @Sendable (Page) -> Void
  /// The lines of the script that is not closed yet.
  private var text: [UInt8] = []

  /// Begins without a script.
  ///
  /// - Parameters:
  ///   - letter: what the scripts' names begin with.
  ///   - folder: where they stand.
  ///   - write: takes them.
  init(_ letter: Character, _ folder: String, to write: @escaping @Sendable (Page) -> Void) {
    (self.letter, self.folder, self.write) = (letter, folder, write)
  }

  mutating func append(_ lines: Lines) {
    var first = 0
    for (start, end) in lines.ends {
      if text.isEmpty { starts.append(start) }
      text += lines.bytes[first..<end]
      if text.count > Self.size { self.end() }
      first = end
    }
  }

  /// Closes the script at hand.
  mutating func end() {
    guard !text.isEmpty else { return }
    let name = "\(letter)\(paths.count)"
    var writer = HTMLWriter()
    writer.markup("waymarkSearch.add(")
    writer.string(name.utf8.span)
    writer.markup(",")
    writer.string(text.span)
    writer.markup(");\n")
    text.removeAll(keepingCapacity: true)
    let page = Page(path: "\(folder)/\(name).js", bytes: writer.bytes)
    paths.append(page.path)
    write(page)
  }
}

extension [UInt8] {
  /// Appends a space and a number that is not negative.
  fileprivate mutating func append(inBase36 number: Int) {
    append(0x20)
    append(digitsOf: number)
  }

  /// Appends a text with each run of tabs and line ends as one space.
  fileprivate mutating func append(onOneLine text: String) {
    let isPlain = text.utf8.allSatisfy { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    append(contentsOf: (isPlain ? text : text.replacing(/[\t\r\n]+/, with: " ")).utf8)
  }

  private mutating func append(digitsOf number: Int) {
    if number >= 36 { append(digitsOf: number / 36) }
    let digit = UInt8(truncatingIfNeeded: number % 36)
    append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
  }
}

extension HTMLWriter {
  /// Writes a text as a literal of a script that stands in a file of its own (ECMA-262, 12.9.4).
  fileprivate mutating func string(_ text: Span<UInt8>) {
    markup("\"")
    html(escaped(text))
    markup("\"")
  }

  private func escaped(_ text: Span<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count + text.count / 8 + 64)
    var start = 0
    for index in text.indices where text[index].isEscapedInScripts {
      bytes.append(text.extracting(start..<index))
      switch text[index] {
      case 0x0A: bytes += "\\n".utf8
      case 0x09: bytes += "\\t".utf8
      case 0x00..<0x20: bytes.append(0x20)
      case let mark: bytes += [UInt8(ascii: "\\"), mark]
      }
      start = index + 1
    }
    bytes.append(text.extracting(start..<text.count))
    return bytes
  }
}

extension UInt8 {
  fileprivate var isEscapedInScripts: Bool {
    self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\")
  }
}
