import Compiler
import Content
import Search

/// A locale's search index as plain scripts, which also load from `file://`.
///
/// `index.js` says where each shard begins; the others hold consecutive names, texts and documents.
/// A first answer needs the index, one or two shards of names, and the documents it shows.
struct SearchShards: Sendable {
  let index: SearchIndex
  /// The folder of the scripts.
  let folder: String
  /// Where a document's page stands, relative to the locale's folder.
  let address: @Sendable (SearchDocument) -> String

  /// The scripts.
  func pages() async -> [Page] {
    async let names = shards("n", of: index.names)
    async let texts = shards("t", of: index.texts)
    async let documents = documentShards()
    let shards = await [names, texts, documents]
    var script = HTMLWriter()
    script.markup("waymarkSearch.add(\"index\",")
    script.string(index.stopWords.joined(separator: " ").utf8)
    for part in shards {
      script.markup(",")
      script.string(part.starts.joined(separator: " ").utf8)
    }
    script.markup(");\n")
    return [Page(path: "\(folder)/index.js", bytes: script.bytes)] + shards.flatMap(\.pages)
  }

  /// One line for each word: the word, its rarity, and for each document the distance to the one
  /// before it and its score, in base 36.
  private func shards(_ letter: Character, of words: [SearchIndex.Word]) -> Shards {
    var shards = Shards(letter, folder)
    var line: [UInt8] = []
    for word in words {
      line.removeAll(keepingCapacity: true)
      line += word.text.utf8
      line.append(inBase36: word.rarity)
      var before = 0
      for posting in word.postings {
        line.append(inBase36: posting.document - before)
        line.append(inBase36: posting.score)
        before = posting.document
      }
      shards.add(line, startingWith: word.text)
    }
    shards.close()
    return shards
  }

  /// One line for each document: address, title and context, with tabs between them.
  private func documentShards() -> Shards {
    var shards = Shards("d", folder)
    for (position, document) in index.documents.enumerated() {
      let fields = [address(document), document.title, document.context]
      let line = fields.map(\.onOneLine).joined(separator: "\t")
      shards.add(Array(line.utf8), startingWith: String(position, radix: 36))
    }
    shards.close()
    return shards
  }
}

/// Lines of text, cut into scripts, and what each script begins with.
private struct Shards: Sendable {
  /// A script is closed once its text has this many bytes.
  private static let size = 48_000

  private(set) var starts: [String] = []
  private(set) var pages: [Page] = []
  private let letter: Character
  private let folder: String
  private var text: [UInt8] = []

  init(_ letter: Character, _ folder: String) { (self.letter, self.folder) = (letter, folder) }

  mutating func add(_ line: [UInt8], startingWith start: @autoclosure () -> String) {
    if text.count > Self.size { close() }
    if text.isEmpty { starts.append(start()) }
    text += line
    text.append(0x0A)
  }

  mutating func close() {
    guard !text.isEmpty else { return }
    let name = "\(letter)\(pages.count)"
    var script = HTMLWriter()
    script.markup("waymarkSearch.add(")
    script.string(name.utf8)
    script.markup(",")
    script.string(text)
    script.markup(");\n")
    pages.append(Page(path: "\(folder)/\(name).js", bytes: script.bytes))
    text.removeAll(keepingCapacity: true)
  }
}

extension [UInt8] {
  /// Appends a space and a number that is not negative.
  fileprivate mutating func append(inBase36 number: Int) {
    append(0x20)
    let start = count
    var rest = number
    repeat {
      let digit = UInt8(truncatingIfNeeded: rest % 36)
      append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      rest /= 36
    } while rest > 0
    self[start...].reverse()
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
  fileprivate mutating func string(_ text: some Collection<UInt8>) {
    markup("\"")
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count + 64)
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x0A: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case 0x09: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
      case 0x00..<0x20: bytes.append(0x20)
      default: bytes.append(byte)
      }
    }
    html(bytes)
    markup("\"")
  }
}
