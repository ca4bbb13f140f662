import Articles
package import Compiler
import Content
import Decisions
import Storage

/// Documents are kept without what the article's entry tells: its id, and the nodes' ids and kinds.
extension SearchDocument {
  /// The documents of an article as bytes, to be attached to it in a cache.
  @Sendable package static func kept(of inspection: Inspection) -> [UInt8] {
    let documents = documents(
      of: inspection.tree, title: inspection.article.title, article: "", in: inspection.locale)
    var writer = BinaryWriter()
    writer.write(documents.lazy.map(\.document.context).first { !$0.isEmpty })
    writer.write(documents.count)
    for counted in documents {
      let document = counted.document
      writer.write(inspection.tree.position(of: document.node) ?? 0)
      writer.write(document.title)
      writer.write(!document.context.isEmpty)
      writer.write(counted.terms.bytes)
    }
    return writer.trimmedBytes
  }

  /// The documents that were kept of an article; `nil` when they are not the entry's.
  static func documents(kept: ArraySlice<UInt8>, of entry: Library.Entry) -> [CountedDocument]? {
    try? read(kept, of: entry)
  }

  private static func read(
    _ kept: ArraySlice<UInt8>, of entry: Library.Entry
  ) throws(BinaryReader.Damage) -> [CountedDocument] {
    var reader = BinaryReader(kept)
    let article = try reader.read(String?.self) ?? ""
    let count = try reader.read(Int.self)
    var documents: [CountedDocument] = []
    for _ in 0..<max(0, count) {
      let place: Int = try reader.read()
      guard entry.nodes.indices.contains(place) else { throw BinaryReader.Damage() }
      let title: String = try reader.read()
      let context = try reader.read(Bool.self) ? article : ""
      guard let terms = SearchTerms(kept: try reader.readBytes()) else {
        throw BinaryReader.Damage()
      }
      documents.append(
        CountedDocument(
          document: SearchDocument(
            node: entry.nodes[place].id, article: entry.id, kind: entry.nodes[place].kind,
            title: title, context: context),
          terms: terms))
    }
    guard reader.isAtEnd else { throw BinaryReader.Damage() }
    return documents
  }
}
