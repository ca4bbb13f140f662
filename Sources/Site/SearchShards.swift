import Compiler
import Content
import Search

/// A locale's search index as plain scripts, which also load from `file://`.
///
/// `index.js` says where each shard begins; the others hold consecutive names, texts and documents.
/// A first answer needs the index, one or two shards of names, and the documents it shows.
struct SearchShards {
  /// A shard is closed once it has this many bytes.
  private static let size = 48_000

  let index: SearchIndex
  /// Where a document's page stands, relative to the locale's folder.
  let address: (SearchDocument) -> String

  /// The scripts, in a folder.
  func pages(in folder: String) -> [Page] {
    let names = Self.shards(of: index.names)
    let texts = Self.shards(of: index.texts)
    let documents = documentShards()
    var script = HTMLWriter()
    script.markup("waymarkSearch.add(\"index\",")
    script.string(index.stopWords.joined(separator: " "))
    for starts in [names.starts, texts.starts, documents.starts] {
      script.markup(",")
      script.string(starts.joined(separator: " "))
    }
    script.markup(");\n")
    var pages = [Page(path: "\(folder)/index.js", bytes: script.bytes)]
    for (letter, shards) in [("n", names), ("t", texts), ("d", documents)] {
      for (number, text) in shards.texts.enumerated() {
        var script = HTMLWriter()
        script.markup("waymarkSearch.add(")
        script.string("\(letter)\(number)")
        script.markup(",")
        script.string(text)
        script.markup(");\n")
        pages.append(Page(path: "\(folder)/\(letter)\(number).js", bytes: script.bytes))
      }
    }
    return pages
  }

  /// Lines of text, cut into shards, and what each shard begins with.
  private struct Shards {
    var starts: [String] = []
    var texts: [String] = []
  }

  /// One line for each word: the word, its rarity, and for each document the distance to the one
  /// before it and its score, in base 36.
  private static func shards(of words: [SearchIndex.Word]) -> Shards {
    var shards = Shards()
    for word in words {
      if shards.texts.last.map({ $0.utf8.count > size }) ?? true {
        shards.starts.append(word.text)
        shards.texts.append("")
      }
      var line = "\(word.text) \(String(word.rarity, radix: 36))"
      var before = 0
      for posting in word.postings {
        line += " \(String(posting.document - before, radix: 36))"
        line += " \(String(posting.score, radix: 36))"
        before = posting.document
      }
      shards.texts[shards.texts.count - 1] += line + "\n"
    }
    return shards
  }

  /// One line for each document: address, title and context, with tabs between them.
  private func documentShards() -> Shards {
    var shards = Shards()
    for (position, document) in index.documents.enumerated() {
      if shards.texts.last.map({ $0.utf8.count > Self.size }) ?? true {
        shards.starts.append(String(position, radix: 36))
        shards.texts.append("")
      }
      let fields = [address(document), document.title, document.context]
      let line = fields.map(\.onOneLine).joined(separator: "\t")
      shards.texts[shards.texts.count - 1] += line + "\n"
    }
    return shards
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
  fileprivate mutating func string(_ text: String) {
    markup("\"")
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 64)
    for byte in text.utf8 {
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
