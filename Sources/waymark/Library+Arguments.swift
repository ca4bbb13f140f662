import ArgumentParser
import Compiler
import Content

extension Library {
  /// Compiles a folder whose findings another command prints.
  ///
  /// - Throws: an exit code, having said why, when its configuration cannot be read.
  static func compiled(
    _ folder: ContentFolder, at path: String, fallbackLocale: LanguageTag?
  ) async throws -> Library {
    let (library, findings) = await LibraryCompiler.compile(folder, fallbackLocale: fallbackLocale)
    guard !library.configuration.isBroken else {
      FindingReport.print(findings, in: path)
      throw ExitCode.contentErrors
    }
    return library
  }

  /// Says that there is nothing in a language that was asked for, and why.
  func lacks(_ tag: LanguageTag) -> ValidationError {
    if let unlisted = unlistedLocales.first(where: { $0.tag == tag }) {
      let articles =
        unlisted.articleCount == 1 ? "an article" : "\(unlisted.articleCount) articles"
      return ValidationError(
        "The folder '\(unlisted.folder)' holds \(articles), but `locales` in "
          + "\(Configuration.fileName) does not name it. Add \(tag) there.")
    }
    let known = locales.map(\.rawValue).joined(separator: ", ")
    return ValidationError("No article is in '\(tag)'. The folder has: \(known).")
  }

  /// The article that an argument names, or all without one.
  ///
  /// - Parameters:
  ///   - name: an article's id or file.
  ///   - content: the content folder as it was named.
  /// - Returns: one article, or all.
  /// - Throws: a validation error for a name that none has, or several have.
  func articles(named name: String?, at content: String) throws -> [Entry] {
    guard let name else { return articles }
    switch article(named: name) {
    case .found(let entry): return [entry]
    case .ambiguous(let ids):
      throw ValidationError(
        "'\(name)' may mean \(ids.joined(separator: " or ")). Name one of them.")
    case .missing(let suggestion):
      let hint = suggestion.map { "Did you mean '\($0)'?" }
      let list = "`waymark tree` prints what there is.".namingContent(content)
      throw ValidationError("No article is called '\(name)'. \(hint ?? list)")
    }
  }
}
