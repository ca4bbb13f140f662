import ArgumentParser
import Compiler
import Content
import Exports
import Storage

struct MergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Puts the parts of a site together that build --shard made.",
    discussion: """
      The site is, byte for byte, the one that a single build makes. Parts that do not belong \
      together, or of which one is missing, are refused, and nothing is published.

      Examples:
        waymark build --shard 1/2 -o part-1        on one machine
        waymark build --shard 2/2 -o part-2        on another
        waymark merge part-1 part-2 -o site

      Exit status: 0 merged, 1 merged, and the content has errors, 2 could not merge, \
      64 wrong arguments.
      """)

  @Argument(help: "The folders with the parts, in any order.", completion: .directory)
  var parts: [String]

  @Option(
    name: .shortAndLong, help: "The folder to write the site into.", completion: .directory)
  var output = "site"

  func run() async throws {
    do {
      let merge = try ShardMerge(of: parts)
      let writer = try SiteWriter(root: output, keeping: parts)
      let interruption = Interruption { writer.abandon() }
      defer { interruption.end() }
      await merge.write(to: writer)
      let summary = try await writer.finish()
      Console.print(
        "\(output): \(summary.files) files, \(summary.written) written, \(summary.deleted) deleted")
      Console.print(merge.first.summary)
      if merge.hasErrors { throw ExitCode.contentErrors }
    } catch let failure as PublishFailure {
      throw report(failure.message, failure.hint)
    } catch let failure as ShardMerge.Failure {
      throw report(failure.message, failure.hint)
    }
  }

  private func report(_ message: String, _ hint: String) -> ExitCode {
    Console.error(message)
    Console.error("  hint: \(hint)")
    return .couldNotRun
  }
}
