import Compiler
import Content
import Exports
import Glibc
import Site

/// Writes the `tree.json` of each locale while articles are read, so that no tree is kept for it.
///
/// What it says of an article that stays the same is taken from the former site's.
struct TreeExport {
  private struct Document {
    let file: SiteWriter.OpenFile
    let closing: [UInt8]
    /// The path of the former one.
    let former: String
    /// How many bytes were written.
    var count: Int
    var isEmpty = true
  }

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
  mutating func append(_ article: Site.ArticleFiles) -> [LanguageTag: SiteMemory.Extent] {
    article.trees.mapValues(\.bytes).reduce(into: [:]) { places, part in
      places[part.key] = append(part.value, part.key)
    }
  }

  /// Writes the nodes of the next article as they stand in the former documents.
  mutating func append(
    _ former: [LanguageTag: SiteMemory.Extent]
  ) -> [LanguageTag: SiteMemory.Extent] {
    var places: [LanguageTag: SiteMemory.Extent] = [:]
    for (locale, place) in former {
      guard let document = documents[locale] else { continue }
      guard let bytes = FileSystem.read(document.former, from: place.start, count: place.count)
      else {
        writer.fail(document.former)
        continue
      }
      places[locale] = append(bytes, locale)
    }
    return places
  }

  private mutating func append(_ bytes: [UInt8], _ locale: LanguageTag) -> SiteMemory.Extent? {
    guard var document = documents[locale], !bytes.isEmpty else { return nil }
    if !document.isEmpty {
      writer.append([UInt8(ascii: ",")], to: document.file)
      document.count += 1
    }
    writer.append(bytes, to: document.file)
    let place = SiteMemory.Extent(start: document.count, count: bytes.count)
    document.count += bytes.count
    document.isEmpty = false
    documents[locale] = document
    return place
  }

  /// Ends the documents.
  func finish() {
    for document in documents.values {
      writer.append(document.closing, to: document.file)
      writer.close(document.file)
    }
  }
}
