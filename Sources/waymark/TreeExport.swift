import Compiler
import Content
import Exports
import Site

/// Writes the `tree.json` of each locale while articles are read, so that no tree is kept for it.
struct TreeExport {
  private struct Document {
    let file: SiteWriter.OpenFile
    let closing: [UInt8]
    var isEmpty = true
  }

  private let writer: SiteWriter
  private var documents: [LanguageTag: Document] = [:]

  /// Begins the documents of a library.
  init(of library: Library, to writer: SiteWriter) {
    self.writer = writer
    for locale in library.locales {
      guard let file = writer.open("\(locale)/tree.json") else { continue }
      let frame = TreeJSON.frame(of: library, in: locale)
      writer.append(frame.opening, to: file)
      documents[locale] = Document(file: file, closing: frame.closing)
    }
  }

  /// Writes the nodes of the next article.
  mutating func append(_ article: Site.ArticleFiles) {
    for (locale, fragment) in article.trees where !fragment.bytes.isEmpty {
      guard let document = documents[locale] else { continue }
      if !document.isEmpty { writer.append([UInt8(ascii: ",")], to: document.file) }
      writer.append(fragment.bytes, to: document.file)
      documents[locale]?.isEmpty = false
    }
  }

  /// Ends the documents.
  func finish() {
    for document in documents.values {
      writer.append(document.closing, to: document.file)
      writer.close(document.file)
    }
  }
}
