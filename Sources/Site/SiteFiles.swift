package import Compiler
import Storage

/// The pictures and other files of the content folder that a site carries along.
///
/// On the site, each stands at `files/` and its path in the content folder.
package struct SiteFiles: Sendable {
  /// The size of each picture that tells it; `nil` for one that does not, or for another file.
  private let sizes: [String: PictureSize?]

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

  /// No files at all.
  static let none = SiteFiles(sizes: [:])

  private init(sizes: [String: PictureSize?]) { self.sizes = sizes }

  /// Measures the pictures of a content folder.
  package init(of folder: ContentFolder) async {
    let found = folder.files.filter { path in
      let suffix = Self.suffix(of: path)
      return !path.hasPrefix("theme/")
        && (Self.pictures.contains(suffix) || Self.documents.contains(suffix))
    }
    let read = folder.read
    let measured = await found.concurrentMap { path -> PictureSize? in
      guard Self.pictures.contains(Self.suffix(of: path)), let bytes = read(path) else {
        return nil
      }
      return PictureSize(of: bytes)
    }
    sizes = Dictionary(zip(found, measured), uniquingKeysWith: { first, _ in first })
  }

  /// The files, sorted by path.
  package var copies: [Copy] {
    sizes.keys.sorted().map { Copy(source: $0, path: Self.page(of: $0)) }
  }

  private static func page(of path: String) -> String { "files/\(path)" }

  /// The address of a file that a link leads to; `nil` for one that the site does not carry.
  func address(of path: String, from page: String) -> String? {
    sizes[path] == nil ? nil : PageLinks.address(from: page, to: Self.page(of: path))
  }

  func picture(_ path: String, from page: String) -> PageLinks.Picture {
    guard Self.pictures.contains(Self.suffix(of: path)), let size = sizes[path] else {
      return .missing
    }
    return .file(PageLinks.address(from: page, to: Self.page(of: path)), size: size)
  }

  /// What pages show of all files.
  var facts: Fingerprint {
    var mixer = FingerprintMixer()
    for path in sizes.keys.sorted() {
      mixer.add(path)
      mix(path, into: &mixer)
    }
    return mixer.fingerprint
  }

  /// What pages show of a file.
  func mix(_ path: String, into mixer: inout FingerprintMixer) {
    guard let size = sizes[path] else { return mixer.add("none") }
    mixer.add(size.map { "\($0.width)x\($0.height)" } ?? "any")
  }

  private static func suffix(of path: String) -> String {
    guard let dot = path.lastIndex(of: ".") else { return "" }
    return path[path.index(after: dot)...].lowercased()
  }
}
