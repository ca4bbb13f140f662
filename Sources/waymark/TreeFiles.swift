import ArgumentParser
import Compiler
import Exports

/// Trees to compare: of a file, a built site, or the articles themselves.
enum TreeFiles {
  /// The file that a site holds for each locale.
  private static let name = "tree.json"

  /// The trees at a path, one document for each locale, in the order of their locales.
  static func documents(at path: String) async throws -> [TreeDocument] {
    guard let folder = FileSystem.contentFolder(at: path) else {
      guard let bytes = FileSystem.read(path) else {
        throw failure(path, "error: no such file or folder [missing-file]", "check the path")
      }
      return [try document(bytes, path)]
    }
    let exports = folder.files.filter { file in
      let parts = file.split(separator: "/")
      return parts.last.map { $0 == name } ?? false && parts.count <= 2
    }
    guard exports.isEmpty else {
      return try exports.map { try document(folder.read($0) ?? [], "\(path)/\($0)") }
    }
    let library = try await Library.compiled(folder, at: path, fallbackLocale: nil)
    guard !library.articles.isEmpty else {
      throw failure(
        path, "error: it holds neither trees nor articles [no-articles]",
        "name a tree.json, a built site, or a folder of articles")
    }
    guard library.isLocalized else {
      return [await TreeDocument(library, articles: library.articles, locale: nil)]
    }
    var documents: [TreeDocument] = []
    for locale in library.locales {
      documents.append(await TreeDocument(library, articles: library.articles, locale: locale))
    }
    return documents
  }

  private static func document(_ bytes: [UInt8], _ path: String) throws -> TreeDocument {
    do {
      return try TreeDocument(parsing: bytes)
    } catch .newerVersion(let version) {
      throw failure(
        path,
        "error: its trees have version \(version), which this Waymark does not know [unknown-version]",
        "install a newer Waymark")
    } catch .notATree(let place) {
      let detail = place.isEmpty ? "" : " (at \(place))"
      throw failure(
        path, "error: it holds no trees\(detail) [not-a-tree]",
        "name a file that `waymark tree --format json` wrote, a built site, or a content folder")
    }
  }

  private static func failure(
    _ path: String, _ message: String, _ hint: String
  ) -> ExitCode {
    Console.error("\(path): \(message)")
    Console.error("  hint: \(hint)")
    return .couldNotRun
  }
}
