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
    guard library.permalinks.isSound else {
      let lock = findings.filter {
        $0.location.path == PermalinkLock.fileName || $0.code == "lost-permalink"
      }
      FindingReport.print(library.configuration.isBroken ? findings : lock, in: content)
      throw ExitCode.contentErrors
    }
    guard let entry = try library.articles(named: article, at: content).first else { return }
    let move = try plan(entry, library)
    for file in move.written { try Output.write(file.bytes, to: "\(content)/\(file.path)") }
    for path in move.deleted where unsafe unlink("\(content)/\(path)") != 0 {
      Console.error("\(content)/\(path): error: the file cannot be deleted [unwritable-output]")
      Console.error("  hint: delete it by hand; the article stands under its new name already")
      throw ExitCode.couldNotRun
    }
    let isPublished = library.permalinks.recorded?.nodes[Node.ID(entry.id)] != nil
    if isPublished {
      try await PermalinkFile.change(content) { permalinks throws(PermalinkLock.Refusal) in
        try permalinks.move(Node.ID(entry.id), to: Node.ID(move.id))
      }
    }
    report(move, from: entry.id)
    if isPublished { Console.print("its published addresses and step codes lead to the new ones") }
  }

  private func plan(_ entry: Library.Entry, _ library: Library) throws -> ArticleMove {
    let isSource = library.locales.map(\.rawValue).contains(String(name.prefix { $0 != "/" }))
    guard !(library.isLocalized && isSource) else {
      throw ValidationError(
        "Name the article without its locale's folder: '\(name.drop { $0 != "/" }.dropFirst())'.")
    }
    do throws(ArticleMove.Refusal) {
      return try ArticleMove(of: entry, to: name, in: library)
    } catch {
      throw ValidationError("\(error.message). Nothing was changed.")
    }
  }

  private func report(_ move: ArticleMove, from id: String) {
    Console.print("'\(id)' is now '\(move.id)':")
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
