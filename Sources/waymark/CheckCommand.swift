import ArgumentParser
import Checks
import Compiler
import Content
import Diagnostics
import Exports
import Glibc
import Site

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tells writers everything that is wrong with a folder, each with its remedy.",
    discussion: """
      Ends with 1 when there are errors, with --strict also when there are warnings. \
      'waymark explain CODE' says what a code means. Levels are set under 'rules:' in waymark.yml, \
      and '<!-- waymark: allow CODE: reason -->' excuses the block below it.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, short, json, sarif, github }

  @Argument(help: "The folder with the articles.", completion: .directory)
  var content = FileSystem.defaultContent

  @Option(
    help: "The language of articles that do not name theirs, such as nl-nl.",
    completion: .custom(Completions.locales))
  var locale: LanguageTag?

  @Option(help: "How to print: text, short, json, sarif or github.")
  var format: Format = .text

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Flag(help: "Print every finding of a kind, not only the first ten.")
  var all = false

  @OptionGroup var caching: CacheOptions

  func run() async throws {
    guard let listing = ContentListing(at: content) else { throw FileSystem.missingFolder(content) }
    let kept = await KeptArticles(of: listing, by: .checking, in: caching)
    let report = await Progress.reading(listing.folder) { folder in
      await Checker.check(
        folder, fallbackLocale: locale, rules: [Site.themeFindings], cache: kept.cache)
    }
    await kept.keep(report.library)
    Console.write(render(report, listing.folder), to: STDOUT_FILENO)
    let fails = report.findings.contains {
      $0.severity == .error || strict && $0.severity == .warning
    }
    if fails { throw ExitCode.contentErrors }
  }

  private func render(_ report: CheckReport, _ folder: ContentFolder) -> [UInt8] {
    let summary = FindingSummary(report.findings, fileCount: report.fileCount)
    switch format {
    case .text:
      var excerpts = ExcerptReader(folder, prefix: content.prefixed(to: ""))
      let text = FindingText.render(
        report.findings.map { $0.shown(in: content) }, summary, limit: all ? nil : FindingText.limit
      ) { excerpts.excerpt(of: $0) }
      return Array(text.utf8)
    case .short:
      return Array(
        report.findings.map { FindingText.short($0.shown(in: content)) }.joined().utf8)
    case .json: return FindingJSON.render(report.findings, summary)
    case .github: return Array(GitHubAnnotations.render(report.findings, in: prefix).utf8)
    case .sarif:
      var excerpts = ExcerptReader(folder, prefix: "")
      return SARIF.render(report.findings, in: prefix, kinds: FindingKinds.all) {
        excerpts.codePointColumn(of: $0)
      }
    }
  }

  /// The content folder as paths in the repository begin: nothing for one outside.
  private var prefix: String {
    let folder = content.prefixed(to: "")
    return folder.hasPrefix("/") || folder.hasPrefix("..") ? "" : String(folder.dropLast())
  }
}

extension LanguageTag: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}
