import Articles
package import Compiler
import Content
import Decisions
import Storage

/// Documents are kept without what the article's entry tells: its id, and the nodes' ids and kinds.
extension CountedArticle {
  /// What can be found of an article as bytes, to be attached to it in a cache.
  @Sendable package static func kept(of inspection: Inspection) -> [UInt8] {
    let counted = CountedArticle(
      of: inspection.tree, inspection.article, id: "", in: inspection.locale)
    var writer = BinaryWriter()
    writer.write(counted.terms.words)
    writer.write(counted.terms.counts)
    writer.write(counted.documents.lazy.map(\.context).first { !$0.isEmpty })
    writer.write(counted.documents.count)
    for document in counted.documents {
      writer.write(inspection.tree.position(of: document.node) ?? 0)
      writer.write(document.title)
      writer.write(!document.context.isEmpty)
    }
    return writer.trimmedBytes
  }

  /// Reads what was kept of an article, and shares its memory; `nil` when it is not the entry's.
  init?(kept: ArraySlice<UInt8>, of entry: Library.Entry) {
    guard let read = try? Self.read(kept, of: entry) else { return nil }
    self = read
  }

  private static func read(
    _ kept: ArraySlice<UInt8>, of entry: Library.Entry
  ) throws(BinaryReader.Damage) -> CountedArticle {
    var reader = BinaryReader(kept)
    let terms = SearchTerms(words: try reader.readBytes(), counts: try reader.readBytes())
    let article = try reader.read(String?.self) ?? ""
    let count = try reader.readSize()
    var documents: [SearchDocument] = []
    documents.reserveCapacity(count)
    for _ in 0..<count {
      let place: Int = try reader.read()
      guard entry.nodes.indices.contains(place) else { throw BinaryReader.Damage() }
      let title: String = try reader.read()
      let context = try reader.read(Bool.self) ? article : ""
      documents.append(
        SearchDocument(
          node: entry.nodes[place].id, article: entry.id, kind: entry.nodes[place].kind,
          title: title, context: context))
    }
    guard reader.isAtEnd else { throw BinaryReader.Damage() }
    return CountedArticle(documents: documents, terms: terms)
  }
}
