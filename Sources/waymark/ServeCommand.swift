import ArgumentParser
import Content
import Preview

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Shows the site on this machine while you write, and reloads it on every change.",
    discussion: """
      Only this machine can see the pages. What a check finds is printed here and shown at the \
      foot of every page. Nothing is written; Ctrl-C ends it.
      """)

  @Argument(help: "The folder with the articles.", completion: .directory)
  var content = FileSystem.defaultContent

  @Option(
    help: "The language of articles that do not name theirs, such as nl-nl.",
    completion: .custom(Completions.locales))
  var locale: LanguageTag?

  @Option(help: "The port to listen on; 0 takes any that is free.")
  var port: UInt16 = 8000

  func run() async throws {
    guard let root = FileSystem.realPath(content), FileSystem.isDirectory(root) else {
      throw FileSystem.missingFolder(content)
    }
    let events = PreviewEvents()
    let site = PreviewedSite(root: root, content: content, fallbackLocale: locale)
    let changes = ContentWatcher.changes(in: root) { FileSystem.folders(in: $0) }
    await events.send(site.refresh())
    let server = try PreviewServer(port: port, events: events) { await site.response(to: $0) }
    try await withThrowingTaskGroup { group in
      group.addTask { try await listen(server) }
      group.addTask {
        Console.print("http://127.0.0.1:\(try await server.waitUntilListening())/")
        Console.print("Ctrl-C ends the preview.")
        for await _ in changes { await events.send(site.refresh()) }
      }
      group.addTask {
        while !Task.isCancelled {
          try await Task.sleep(for: .seconds(10))
          await events.beat()
        }
      }
      try await group.next()
      group.cancelAll()
    }
  }

  private func listen(_ server: PreviewServer) async throws {
    do {
      try await server.run()
    } catch {
      Console.error("error: port \(port) cannot be used; another program may listen there")
      Console.error("  hint: end that program, or choose a free port with --port 0")
      throw ExitCode.couldNotRun
    }
  }
}
