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
    var stopWords: [UInt8] = []
    stopWords.append(escaping: counts.stopWords.joined(separator: " ").utf8)
    let index = Self.index(in: folder, stopWords: stopWords, shards.map(\.starts))
    write(index)
    return [index.path] + shards.flatMap(\.paths)
  }

  /// The script that says where the others begin, and which words queries ignore.
  static func index(in folder: String, stopWords: [UInt8], _ starts: [[String]]) -> Page {
    let texts = [stopWords] + starts.map { Array($0.joined(separator: " ").utf8) }
    return Page(path: "\(folder)/\(indexName).js", bytes: SearchScript.bytes(indexName, texts))
  }

  static let indexName = "index"

  /// How many lines of a kind are made by one task.
  private static let chunk = 64

  /// One line for each word of names, and for each of texts.
  private func writeWords(
    to write: @escaping @Sendable (Page) -> Void
  ) async -> (names: Shards, texts: Shards) {
    let weights = SearchWeights(counts)
    var names = Shards(.names, folder, to: write)
    var texts = Shards(.texts, folder, to: write)
    await weights.words.cut(every: Self.chunk).concurrentMap { words in
      var (names, texts): ([UInt8], [UInt8]) = ([], [])
      for word in words {
        let (name, text) = weights.weigh(word)
        if let name { names.append(lineOf: name) }
        if let text { texts.append(lineOf: text) }
      }
      return (names: names, texts: texts)
    } inOrder: { parts in
      for part in parts {
        names.append(part.names[...])
        texts.append(part.texts[...])
      }
    }
    names.end()
    texts.end()
    return (names, texts)
  }

  private func writeDocuments(to write: @escaping @Sendable (Page) -> Void) async -> Shards {
    var shards = Shards(.documents, folder, to: write)
    let numbered = Array(documents.indices)
    await numbered.cut(every: Self.chunk).concurrentMap { positions in
      var lines: [UInt8] = []
      for position in positions {
        lines.append(lineOf: documents[position], address: address(documents[position]))
      }
      return lines
    } inOrder: { parts in
      for part in parts { shards.append(part[...]) }
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

/// Lines as they stand in a script.
extension [UInt8] {
  /// Appends the line of a word: the word, its rarity, and for each document the distance to the one
  /// before it and the word's share there, in base 36.
  mutating func append(lineOf word: SearchIndex.Word) {
    // A word has no character that a script could take for another.
    self += word.text.utf8
    append(inBase36: word.rarity)
    var before = 0
    for posting in word.postings {
      append(inBase36: posting.document - before)
      append(inBase36: posting.share)
      before = posting.document
    }
    self += Self.escapedLineEnd
  }

  /// Appends the line of a document: address, title and context, with tabs between them.
  fileprivate mutating func append(lineOf document: SearchDocument, address: String) {
    append(onOneLine: address)
    append(escaping: [0x09])
    append(onOneLine: document.title)
    append(escaping: [0x09])
    append(onOneLine: document.context)
    self += Self.escapedLineEnd
  }

  /// Appends a text with each run of tabs and line ends as one space.
  private mutating func append(onOneLine text: String) {
    let isPlain = text.utf8.allSatisfy {
      $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    if isPlain {
      append(contentsOf: text.utf8)
    } else {
      append(escaping: text.replacing(/[\t\r\n]+/, with: " ").utf8)
    }
  }
}
