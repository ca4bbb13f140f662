import Compiler
import Content
import Exports

extension BuildCommand {
  /// What changed in each locale since a former state, which is read before it is overwritten.
  func changes(in library: Library, since path: String) async throws -> [TreeChanges] {
    let former = try await TreeFiles.documents(at: path)
    var changes: [TreeChanges] = []
    for locale in library.locales {
      guard let before = former.first(where: { $0.locale == locale.display }) else { continue }
      let after = await TreeDocument(library, articles: library.articles, locale: locale)
      changes.append(TreeChanges(from: before, to: after))
    }
    return changes
  }
}
