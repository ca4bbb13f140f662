import Articles
import Compiler
import Content

/// The pictures and other files of the content folder that a site carries along.
///
/// On the site, each stands at `files/` and its path in the content folder.
package struct SiteFiles: Sendable {
  /// The size of each picture that tells it; `nil` for one that does not, or for another file.
  private let sizes: [String: PictureSize?]
  private let sourceLocale: LanguageTag?

  /// A file to copy.
  package struct Copy: Sendable, Hashable {
    /// Relative to the content folder.
    package let source: String
    /// Relative to the site's folder.
    package let path: String
  }

  private static let pictures: Set<String> = ["svg", "png", "jpg", "jpeg", "gif", "webp", "avif"]
  private static let documents: Set<String> = [
    "pdf", "zip", "csv", "txt", "docx", "xlsx", "pptx", "mp4", "webm",
  ]

  init(of library: Library) async {
    let found = library.folder.files.filter { path in
      let suffix = Self.suffix(of: path)
      return !path.hasPrefix("theme/")
        && (Self.pictures.contains(suffix) || Self.documents.contains(suffix))
    }
    let read = library.folder.read
    let measured = await found.concurrentMap { path -> PictureSize? in
      guard Self.pictures.contains(Self.suffix(of: path)), let bytes = read(path) else {
        return nil
      }
      return PictureSize(of: bytes)
    }
    sizes = Dictionary(zip(found, measured), uniquingKeysWith: { first, _ in first })
    sourceLocale = library.isLocalized ? library.locales.first : nil
  }

  /// The files, sorted by path.
  package var copies: [Copy] {
    sizes.keys.sorted().map { Copy(source: $0, path: Self.page(of: $0)) }
  }

  private static func page(of path: String) -> String { "files/\(path)" }

  /// The address of a file that a link names; `nil` when there is none.
  func address(of destination: String, from file: String, page: String) -> String? {
    path(of: destination, from: file).map { PageLinks.address(from: page, to: Self.page(of: $0)) }
  }

  func picture(
    at source: String, from file: String, entry: Library.Entry, page: String
  ) -> PageLinks.Picture {
    guard let path = path(of: source, from: file), Self.pictures.contains(Self.suffix(of: path))
    else { return .missing }
    let address = PageLinks.address(from: page, to: Self.page(of: path))
    return .file(address, size: sizes[path] ?? nil)
  }

  /// The file that an address names; in a translation, also the source's file at the same place.
  private func path(of destination: String, from file: String) -> String? {
    let address = String(destination.prefix { $0 != "#" && $0 != "?" })
    guard let path = ContentPath.resolve(ArticleLink.decoding(address), from: file) else {
      return nil
    }
    if sizes[path] != nil { return path }
    guard let sourceLocale, let slash = path.firstIndex(of: "/") else { return nil }
    let original = sourceLocale.rawValue + path[slash...]
    return sizes[original] != nil ? original : nil
  }

  private static func suffix(of path: String) -> String {
    guard let dot = path.lastIndex(of: ".") else { return "" }
    return path[path.index(after: dot)...].lowercased()
  }
}
