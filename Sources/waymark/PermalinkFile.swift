import ArgumentParser
import Compiler
import Diagnostics

/// The lock of a content folder on disk.
enum PermalinkFile {
  /// Compiles a folder for its permalinks; a broken lock ends the command.
  static func open(_ content: String) async throws -> (Permalinks, ContentFolder) {
    guard let folder = FileSystem.contentFolder(at: content) else {
      throw FileSystem.missingFolder(content)
    }
    return (try await permalinks(of: folder, content), folder)
  }

  private static func permalinks(
    of folder: ContentFolder, _ content: String
  ) async throws -> Permalinks {
    // Whoever works on permalinks wants a lock, also in a folder that has none yet.
    let kept =
      folder.files.contains(PermalinkLock.fileName)
      ? folder : folder.replacing(PermalinkLock.fileName, with: PermalinkLock().json)
    let (library, diagnostics) = await LibraryCompiler.compile(kept, fallbackLocale: nil)
    let broken = diagnostics.filter {
      library.configuration.isBroken || $0.code == "bad-permalinks" || $0.code == "no-articles"
    }
    guard broken.isEmpty else {
      FindingReport.print(broken, in: content)
      throw ExitCode.contentErrors
    }
    return library.permalinks
  }

  /// Changes the lock, and writes it as the articles then make it.
  @discardableResult
  static func change(
    _ content: String, _ body: (inout Permalinks) throws(PermalinkLock.Refusal) -> Void
  ) async throws -> Permalinks {
    var (permalinks, folder) = try await open(content)
    do throws(PermalinkLock.Refusal) {
      try body(&permalinks)
    } catch {
      Console.error("\(PermalinkLock.fileName): error: \(error.message) [refused-permalink]")
      Console.error("  hint: \(error.hint.namingContent(content))")
      throw ExitCode.couldNotRun
    }
    let changed = try await self.permalinks(
      of: folder.replacing(PermalinkLock.fileName, with: permalinks.lock.json), content)
    try Output.write(changed.lock.json, to: "\(content)/\(PermalinkLock.fileName)")
    return changed
  }

  /// Ends a build that would break links, before anything is written.
  static func requireSound(_ library: Library, locked: Bool, content: String) throws {
    let permalinks = library.permalinks
    if !permalinks.isSound {
      Console.error("nothing was published: links that were given out would break")
      throw ExitCode.contentErrors
    }
    guard locked, permalinks.isKept, !permalinks.added.isEmpty else { return }
    let file = content.prefixed(to: PermalinkLock.fileName)
    let names = permalinks.added.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
    let others = permalinks.added.count > 3 ? ", …" : ""
    let lack = "it lacks \(permalinks.added.count) nodes: \(names)\(others)"
    Console.error("\(file): error: \(lack) [unrecorded-permalink]")
    Console.error(
      "  hint: run `waymark permalinks accept`, and commit the file".namingContent(content))
    throw ExitCode.contentErrors
  }

  /// Adds what was published for the first time to the lock.
  static func record(_ library: Library, content: String) throws {
    let permalinks = library.permalinks
    guard !permalinks.isUpToDate else { return }
    try Output.write(permalinks.lock.json, to: "\(content)/\(PermalinkLock.fileName)")
    if !permalinks.added.isEmpty {
      Console.print(
        content.prefixed(to: PermalinkLock.fileName)
          + ": \(permalinks.added.count) new nodes recorded; "
          + "commit it with the articles")
    }
  }
}
