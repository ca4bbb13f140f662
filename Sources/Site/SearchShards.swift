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
  let locale: LanguageTag
  /// The folder of the scripts.
  let folder: String
  /// Where a document's page stands, relative to the locale's folder.
  let address: @Sendable (SearchDocument) -> String

  /// The scripts.
  func pages() async -> [Page] {
    // Documents are written as they are, while one thread counts their words.
    async let documents = documentShards()
    let index = await SearchIndex(self.documents, locale: locale)
    // One after the other: each already uses all cores, and takes a good deal of memory.
    let names = await shards("n", of: index.names)
    let texts = await shards("t", of: index.texts)
    let shards = await [names, texts, documents]
    var script = HTMLWriter()
    script.markup("waymarkSearch.add(\"index\",")
    script.string(index.stopWords.joined(separator: " ").utf8.span)
    for part in shards {
      script.markup(",")
      script.string(part.starts.joined(separator: " ").utf8.span)
    }
    script.markup(");\n")
    return [Page(path: "\(folder)/index.js", bytes: script.bytes)] + shards.flatMap(\.pages)
  }

  /// One line for each word: the word, its rarity, and for each document the distance to the one
  /// before it and its score, in base 36.
  private func shards(_ letter: Character, of words: [SearchIndex.Word]) async -> Shards {
    await Shards(letter, folder, starts: words.map(\.text)) { position, line in
      let word = words[position]
      line += word.text.utf8
      line.append(inBase36: word.rarity)
      var before = 0
      for posting in word.postings {
        line.append(inBase36: posting.document - before)
        line.append(inBase36: posting.score)
        before = posting.document
      }
    }
  }

  /// One line for each document: address, title and context, with tabs between them.
  private func documentShards() async -> Shards {
    let documents = documents
    let starts = documents.indices.map { String($0, radix: 36) }
    return await Shards("d", folder, starts: starts) { position, line in
      let document = documents[position]
      let fields = [address(document), document.title, document.context]
      line += fields.map(\.onOneLine).joined(separator: "\t").utf8
    }
  }
}

/// Lines of text, cut into scripts, and what each script begins with.
private struct Shards: Sendable {
  /// A script is closed once its text has this many bytes.
  private static let size = 48_000

  let starts: [String]
  let pages: [Page]

  /// Writes lines, and cuts them into scripts.
  ///
  /// - Parameters:
  ///   - letter: what the scripts' names begin with.
  ///   - folder: where they stand.
  ///   - starts: what stands for a script that a line begins.
  ///   - write: appends the line at a position.
  init(
    _ letter: Character, _ folder: String, starts: [String],
    _ write: @escaping @Sendable (_ position: Int, _ line: inout [UInt8]) -> Void
  ) async {
    var scripts: [Script] = []
    let ranges = stride(from: 0, to: starts.count, by: Self.chunk)
      .map { $0..<min($0 + Self.chunk, starts.count) }
    await ranges.concurrentMap { positions in
      var lines = Lines()
      for position in positions {
        write(position, &lines.bytes)
        lines.end()
      }
      return (first: positions.lowerBound, lines: lines)
    } inOrder: { parts in
      for part in parts { Self.append(part.lines, first: part.first, to: &scripts) }
    }
    self.starts = scripts.map { starts[$0.first] }
    pages = await Array(scripts.enumerated()).concurrentMap { number, script in
      let name = "\(letter)\(number)"
      var writer = HTMLWriter()
      writer.markup("waymarkSearch.add(")
      writer.string(name.utf8.span)
      writer.markup(",")
      writer.string(script.text.span)
      writer.markup(");\n")
      return Page(path: "\(folder)/\(name).js", bytes: writer.bytes)
    }
  }

  /// Appends lines, the first of which is at a position, and begins a script where one is full.
  private static func append(_ lines: Lines, first: Int, to scripts: inout [Script]) {
    var start = 0
    for (offset, end) in lines.ends.enumerated() {
      if scripts.last.map({ $0.text.count > size }) ?? true {
        scripts.append(Script(first: first + offset))
      }
      scripts[scripts.count - 1].text += lines.bytes[start..<end]
      start = end
    }
  }

  /// How many lines are written by one task.
  private static let chunk = 64

  /// Lines in one array of bytes.
  private struct Lines: Sendable {
    var bytes: [UInt8] = []
    /// Where each line ends in `bytes`.
    private(set) var ends: [Int] = []

    /// Ends a line.
    mutating func end() {
      bytes.append(0x0A)
      ends.append(bytes.count)
    }
  }

  /// The position of a script's first line, and its lines.
  private struct Script: Sendable {
    let first: Int
    var text: [UInt8] = []
  }
}

extension [UInt8] {
  /// Appends a space and a number that is not negative.
  fileprivate mutating func append(inBase36 number: Int) {
    append(0x20)
    append(digitsOf: number)
  }

  private mutating func append(digitsOf number: Int) {
    if number >= 36 { append(digitsOf: number / 36) }
    let digit = UInt8(truncatingIfNeeded: number % 36)
    append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
  }
}

extension String {
  /// The text with each run of tabs and line ends as one space.
  fileprivate var onOneLine: String {
    let isPlain = utf8.allSatisfy { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    return isPlain ? self : replacing(/[\t\r\n]+/, with: " ")
  }
}

extension HTMLWriter {
  /// Writes a text as a literal of a script that stands in a file of its own (ECMA-262, 12.9.4).
  fileprivate mutating func string(_ text: Span<UInt8>) {
    markup("\"")
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count + text.count / 8 + 64)
    for index in text.indices {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0A:
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(UInt8(ascii: "n"))
      case 0x09:
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(UInt8(ascii: "t"))
      case 0x00..<0x20: bytes.append(0x20)
      default: bytes.append(byte)
      }
    }
    html(bytes)
    markup("\"")
  }
}
