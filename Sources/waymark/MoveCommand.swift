import ArgumentParser
import Authoring
import Checks
import Compiler
import Content
import Decisions
import Diagnostics
import Exports
import Glibc

struct MoveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mv",
    abstract: "Moves an article in all its locales; links to it and its own links keep working.")

  @Argument(
    help: "The article: its id, or a file of it.", completion: .custom(Completions.articles))
  var article: String

  @Argument(help: "Its new name, such as phones/lost-phone.")
  var name: String

  @Option(help: "The folder with the articles.", completion: .directory)
  var content = FileSystem.defaultContent

  func run() async throws {
    guard let folder = FileSystem.contentFolder(at: content) else {
      throw FileSystem.missingFolder(content)
    }
    let (library, findings) = await Checker.compile(folder, fallbackLocale: nil)
    let orphan = library.orphan(named: article)
    guard library.permalinks.isSound(besides: orphan) else {
      let lock = findings.filter {
        $0.location.path == PermalinkLock.fileName || $0.code == "lost-permalink"
      }
      FindingReport.print(library.configuration.isBroken ? findings : lock, in: content)
      throw ExitCode.contentErrors
    }
    guard let move = try plan(orphan, library) else { return }
    for file in move.written { try Output.write(file.bytes, to: "\(content)/\(file.path)") }
    for path in move.deleted where unsafe unlink("\(content)/\(path)") != 0 {
      Console.error("\(content)/\(path): error: the file cannot be deleted [unwritable-output]")
      Console.error("  hint: delete it by hand; the article stands under its new name already")
      throw ExitCode.couldNotRun
    }
    let isPublished = library.permalinks.recorded?.nodes[Node.ID(move.formerID)] != nil
    if isPublished {
      try await PermalinkFile.change(content) { permalinks throws(PermalinkLock.Refusal) in
        try permalinks.move(Node.ID(move.formerID), to: Node.ID(move.id))
      }
    }
    report(move)
    if isPublished { Console.print("its published addresses and step codes lead to the new ones") }
  }

  /// The move of an article, or of what is left of it when its source went ahead.
  private func plan(_ orphan: Orphan?, _ library: Library) throws -> ArticleMove? {
    let isSource = library.locales.map(\.rawValue).contains(String(name.prefix { $0 != "/" }))
    guard !(library.isLocalized && isSource) else {
      throw ValidationError(
        "Name the article without its locale's folder: '\(name.drop { $0 != "/" }.dropFirst())'.")
    }
    let entry = orphan == nil ? try library.articles(named: article, at: content).first : nil
    do throws(ArticleMove.Refusal) {
      if let orphan { return try ArticleMove(of: orphan, to: name, in: library) }
      guard let entry else { return nil }
      return try ArticleMove(of: entry, to: name, in: library)
    } catch {
      throw ValidationError("\(error.message). Nothing was changed.")
    }
  }

  private func report(_ move: ArticleMove) {
    Console.print("'\(move.formerID)' is now '\(move.id)':")
    let moved = Set(move.deleted.map { $0.prefix { $0 != "/" } })
    for file in move.written {
      let isMoved =
        file.path.lowercased().hasSuffix("\(move.id).md")
        && (moved.contains(file.path.prefix { $0 != "/" }) || !file.path.contains("/"))
      Console.print("  \(isMoved ? "moved to" : "rewrote ") \(content)/\(file.path)")
    }
    Console.print("\(FindingSummary.count(move.linkCount, "link")) rewritten")
  }
}
