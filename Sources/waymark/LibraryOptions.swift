import ArgumentParser
import Checks
import Compiler
import Content
import Diagnostics
import Search

/// The content folder and the language, which most commands take.
struct LibraryOptions: ParsableArguments {
  @Option(help: "The language to show, such as nl-nl.", completion: .custom(Completions.locales))
  var locale: String?

  /// Compiles the folder; prints findings, and stops when there is nothing to work with.
  func compile(_ path: String) async throws -> (
    library: Library, locale: LanguageTag?, hasErrors: Bool
  ) {
    guard let folder = FileSystem.contentFolder(at: path) else {
      throw FileSystem.missingFolder(path)
    }
    let (library, locale, findings) = try await compile(folder, at: path)
    return (library, locale, findings.contains { $0.severity == .error })
  }

  /// Compiles a folder that was listed already; one to publish also has to meet its expectations.
  func compile(
    _ folder: ContentFolder, at path: String, cache: ArticleCache? = nil, expecting: Bool = false
  ) async throws -> (library: Library, locale: LanguageTag?, findings: [Diagnostic]) {
    let tag = try locale.map { text in
      guard let tag = LanguageTag(text) else {
        throw ValidationError("'\(text)' is not a language tag. Write tags such as nl-nl or ja-jp.")
      }
      return tag
    }
    let (library, diagnostics) = await Progress.reading(folder) { folder in
      await Checker.compile(
        folder, fallbackLocale: tag, cache: cache, expecting: expecting,
        attaching: CountedArticle.kept)
    }
    FindingReport.print(diagnostics, in: path)
    if library.configuration.isBroken { throw ExitCode.contentErrors }
    if library.articles.isEmpty { throw ExitCode.couldNotRun }
    let own = try tag.map { tag in
      guard let own = tag.match(in: library.locales) else { throw library.lacks(tag) }
      return own
    }
    return (library, own, diagnostics)
  }
}
