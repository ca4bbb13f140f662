import ArgumentParser
import Compiler
import Content
import Diagnostics
import Exports
import JSON
import Site

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Builds the static help site of a folder of articles.")

  @Argument(help: "The folder with the articles.")
  var content = "content"

  @OptionGroup var options: LibraryOptions

  @Option(name: .shortAndLong, help: "The folder to write the site into.")
  var output = "site"

  @Flag(help: "Fail when permalinks.json lacks a node, instead of adding it; for pipelines.")
  var locked = false

  @Option(
    help:
      "Add what-changed.html: what changed since a tree.json or a built site, for those who answer."
  )
  var since: String?

  func run() async throws {
    let (library, _, hasErrors) = try await options.compile(content)
    try PermalinkFile.requireSound(library, locked: locked, content: content)
    let (site, findings) = await Site.make(of: library)
    FindingReport.print(findings, in: content)
    let writer = try open()
    let interruption = Interruption { writer.abandon() }
    defer { interruption.end() }
    let findable = await library.articles.concurrentMap { entry in
      let article = site.pages(of: entry)
      writer.write(article.pages)
      return article.findable
    }
    writer.write(site.sharedPages())
    writer.write(await site.searchPages(findable))
    writer.write(await site.writersPages(tellsChanges: since != nil))
    for locale in library.locales {
      let tree = await TreeJSON.render(
        library, articles: library.articles, locale: locale, layout: .compact)
      writer.write(tree, to: "\(locale)/tree.json")
    }
    if let since {
      writer.write(try await changesPage(of: library, since: since), to: "what-changed.html")
    }
    for copy in site.files.copies {
      if let bytes = library.folder.read(copy.source) { writer.write(bytes, to: copy.path) }
    }
    let summary = try publish(writer)
    try PermalinkFile.record(library, content: content)
    Console.print(
      "\(output): \(summary.files) files, \(summary.written) written, \(summary.deleted) deleted")
    Console.print(TreeText.yield(of: library.articles))
    let isBroken = hasErrors || findings.contains { $0.severity == .error }
    if isBroken { throw ExitCode.contentErrors }
  }

  private func open() throws -> SiteWriter {
    do {
      return try SiteWriter(root: output, content: content)
    } catch {
      throw report(error)
    }
  }

  private func publish(_ writer: SiteWriter) throws -> SiteWriter.Summary {
    do {
      return try writer.finish()
    } catch {
      throw report(error)
    }
  }

  private func report(_ failure: PublishFailure) -> ExitCode {
    Console.error(failure.message)
    Console.error("  hint: \(failure.hint)")
    return .couldNotRun
  }
}
