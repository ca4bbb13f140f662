import Articles
package import Compiler
import Content
import Decisions
import Storage

/// Documents are kept with the words of their article once, and without what the article's entry
/// tells: its id, and the nodes' ids and kinds.
extension SearchDocument {
  /// The documents of an article as bytes, to be attached to it in a cache.
  @Sendable package static func kept(of inspection: Inspection) -> [UInt8] {
    let documents = documents(
      of: inspection.tree, title: inspection.article.title, article: "", in: inspection.locale)
    var words = WordList()
    var writer = BinaryWriter()
    writer.write(documents.first { !$0.context.isEmpty }?.context)
    writer.write(documents.count)
    for document in documents {
      writer.write(inspection.tree.position(of: document.node) ?? 0)
      writer.write(document.title)
      writer.write(!document.context.isEmpty)
      for field in [document.names, document.symptoms, document.contexts, document.texts] {
        writer.write(field.map { words.place(of: $0) })
      }
    }
    var whole = BinaryWriter()
    whole.write(words.words)
    whole.append(writer.bytes)
    return whole.bytes
  }

  /// The documents that were kept of an article; `nil` when they are not the entry's.
  static func documents(kept: ArraySlice<UInt8>, of entry: Library.Entry) -> [SearchDocument]? {
    try? read(kept, of: entry)
  }

  private static func read(
    _ kept: ArraySlice<UInt8>, of entry: Library.Entry
  ) throws(BinaryReader.Damage) -> [SearchDocument] {
    var reader = BinaryReader(kept)
    let words = try reader.read([String].self)
    let article = try reader.read(String?.self) ?? ""
    let count = try reader.read(Int.self)
    var documents: [SearchDocument] = []
    for _ in 0..<max(0, count) {
      let place: Int = try reader.read()
      guard entry.nodes.indices.contains(place) else { throw BinaryReader.Damage() }
      let title: String = try reader.read()
      let context = try reader.read(Bool.self) ? article : ""
      var fields: [[String]] = []
      for _ in 0..<4 { fields.append(try tokens(from: &reader, of: words)) }
      documents.append(
        SearchDocument(
          node: entry.nodes[place].id, article: entry.id, kind: entry.nodes[place].kind,
          title: title, context: context, names: fields[0], symptoms: fields[1],
          contexts: fields[2], texts: fields[3]))
    }
    guard reader.isAtEnd else { throw BinaryReader.Damage() }
    return documents
  }

  private static func tokens(
    from reader: inout BinaryReader, of words: [String]
  ) throws(BinaryReader.Damage) -> [String] {
    var tokens: [String] = []
    for place in try reader.read([Int].self) {
      guard words.indices.contains(place) else { throw BinaryReader.Damage() }
      tokens.append(words[place])
    }
    return tokens
  }

  /// The different words of an article, in order of their first use.
  private struct WordList {
    private(set) var words: [String] = []
    private var places: [String: Int] = [:]

    mutating func place(of word: String) -> Int {
      if let place = places[word] { return place }
      places[word] = words.count
      words.append(word)
      return words.count - 1
    }
  }
}
