import Compiler
import Content
import Exports
import Glibc
import Site

/// Writes the `tree.json` of each locale while articles are read, so that no tree is kept for it.
///
/// What it says of an article that stays the same is taken from the former site's.
struct TreeExport {
  /// Where an article's nodes stand in the document of each locale.
  typealias Places = [LanguageTag: SiteMemory.Extent]

  private struct Document {
    let file: SiteWriter.OpenFile
    let closing: [UInt8]
    /// The path of the former one.
    let former: String
    /// How many bytes were written, or are about to be.
    var count: Int
    var isEmpty = true
    /// What is about to be taken from the former document: articles that follow each other there
    /// are taken at once, with the commas between them.
    var pending: Range<Int>?
  }

  /// How much of a former document is taken into memory at once, in bytes.
  private static let pieceSize = 1 << 16

  private let writer: SiteWriter
  private var documents: [LanguageTag: Document] = [:]

  /// Where a locale's document stands in a site.
  static func path(in locale: LanguageTag) -> String { "\(locale)/tree.json" }

  /// Begins the documents of a library.
  init(of library: Library, to writer: SiteWriter) {
    self.writer = writer
    for locale in library.locales {
      let path = Self.path(in: locale)
      guard let file = writer.open(path) else { continue }
      let frame = TreeJSON.frame(of: library, in: locale)
      writer.append(frame.opening, to: file)
      documents[locale] = Document(
        file: file, closing: frame.closing, former: "\(writer.site)/\(path)",
        count: frame.opening.count)
    }
  }

  /// Writes the nodes of the next article, and returns where they stand.
  mutating func append(_ article: Site.ArticleFiles) -> Places {
    article.trees.mapValues(\.bytes).reduce(into: [:]) { places, part in
      places[part.key] = append(part.value, part.key)
    }
  }

  /// Writes the nodes of the next article as they stand in the former documents.
  mutating func append(_ former: Places) -> Places {
    var places: Places = [:]
    for (locale, place) in former where place.count > 0 {
      if let pending = documents[locale]?.pending, pending.upperBound + 1 == place.start {
        documents[locale]?.count += 1
        documents[locale]?.pending = pending.lowerBound..<place.start + place.count
      } else {
        separate(locale)
        documents[locale]?.pending = place.start..<place.start + place.count
      }
      places[locale] = passed(place.count, locale)
    }
    return places
  }

  private mutating func append(_ bytes: [UInt8], _ locale: LanguageTag) -> SiteMemory.Extent? {
    guard !bytes.isEmpty else { return nil }
    separate(locale)
    if let file = documents[locale]?.file { writer.append(bytes, to: file) }
    return passed(bytes.count, locale)
  }

  /// Counts what has become the next article, and returns where it stands.
  private mutating func passed(_ count: Int, _ locale: LanguageTag) -> SiteMemory.Extent? {
    guard let start = documents[locale]?.count else { return nil }
    documents[locale]?.count += count
    documents[locale]?.isEmpty = false
    return SiteMemory.Extent(start: start, count: count)
  }

  /// Writes all that stands before the next article.
  private mutating func separate(_ locale: LanguageTag) {
    takePending(locale)
    guard let document = documents[locale], !document.isEmpty else { return }
    writer.append([UInt8(ascii: ",")], to: document.file)
    documents[locale]?.count += 1
  }

  private mutating func takePending(_ locale: LanguageTag) {
    guard let document = documents[locale], var rest = document.pending else { return }
    documents[locale]?.pending = nil
    while !rest.isEmpty {
      let part = rest.prefix(Self.pieceSize)
      guard
        let bytes = FileSystem.read(document.former, from: part.lowerBound, count: part.count)
      else { return writer.fail(document.former) }
      writer.append(bytes, to: document.file)
      rest = part.upperBound..<rest.upperBound
    }
  }

  /// Ends the documents.
  func finish() {
    var last = self
    for locale in documents.keys { last.takePending(locale) }
    for document in documents.values {
      writer.append(document.closing, to: document.file)
      writer.close(document.file)
    }
  }
}
