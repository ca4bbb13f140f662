import ArgumentParser
import Compiler
import Decisions
import Diagnostics

struct PermalinksCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "permalinks",
    abstract: "Keeps published links working: shows and records what became of them.",
    discussion: """
      permalinks.json lists every node that was ever published, with its step code. A build adds \
      new nodes, and stops when one is gone: say then where it moved, or that it is retired.
      """,
    subcommands: [Status.self, Move.self, Retire.self, Accept.self], defaultSubcommand: Status.self)

  struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows what is published, new, renamed and lost.")

    @Option(help: "The folder with the articles.", completion: .directory)
    var content = FileSystem.defaultContent

    func run() async throws {
      let (permalinks, _) = try await PermalinkFile.open(content)
      Console.print(PermalinkReport.status(permalinks, content: content))
      if !permalinks.lost.isEmpty { throw ExitCode.contentErrors }
    }
  }

  struct Move: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Records that a node, and all below it, is now another.")

    @Argument(
      help: "The id that was published.", completion: .custom(Completions.published))
    var old: String

    @Argument(help: "The id of the node that takes its place, or a new name for it.")
    var new: String

    @Option(help: "The folder with the articles.", completion: .directory)
    var content = FileSystem.defaultContent

    func run() async throws {
      try await PermalinkFile.change(content) { permalinks throws(PermalinkLock.Refusal) in
        try permalinks.move(Node.ID(old), to: Node.ID(new))
      }
      Console.print("recorded: '\(old)' leads to '\(new)' now")
    }
  }

  struct Retire: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Records that a node, and all below it, is gone for good.")

    @Argument(
      help: "The id that was published.", completion: .custom(Completions.published))
    var id: String

    @Option(help: "Why it is gone, in words for whoever follows an old link.")
    var reason: String

    @Option(help: "The id of a node that helps instead.")
    var replacement: String?

    @Option(help: "The folder with the articles.", completion: .directory)
    var content = FileSystem.defaultContent

    func run() async throws {
      try await PermalinkFile.change(content) { permalinks throws(PermalinkLock.Refusal) in
        try permalinks.retire(
          Node.ID(id), reason: reason, replacement: replacement.map { Node.ID($0) })
      }
      Console.print("recorded: '\(id)' is retired")
    }
  }

  struct Accept: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Records new nodes, and every move that the texts prove.")

    @Option(help: "The folder with the articles.", completion: .directory)
    var content = FileSystem.defaultContent

    func run() async throws {
      let left = try await PermalinkFile.change(content) {
        permalinks throws(PermalinkLock.Refusal) in
        for move in try permalinks.acceptProven() {
          Console.print("recorded: '\(move.from)' leads to '\(move.to)' now")
        }
      }
      Console.print(PermalinkReport.status(left, content: content))
      if !left.lost.isEmpty { throw ExitCode.contentErrors }
    }
  }
}
