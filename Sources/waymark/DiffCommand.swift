import ArgumentParser
import Compiler
import Content
import Exports

struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Tells what changed for the people who answer, between two states of the trees.",
    discussion: """
      Each state is a file that 'waymark tree --format json' wrote, a built site, or a folder of \
      articles: 'waymark diff site content' tells what publishing would change.
      """)

  @Argument(
    help: "The state before: a tree.json, a built site, or a folder of articles.",
    completion: .file())
  var old: String

  @Argument(help: "The state after.", completion: .file())
  var new: String

  @Option(help: "Only this language, such as nl-nl.", completion: .custom(Completions.locales))
  var locale: LanguageTag?

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "Print an HTML page.")
  var html = false

  @Option(
    name: .shortAndLong, help: "The file to write instead of standard output.", completion: .file())
  var output: String?

  func run() async throws {
    let before = wanted(try await TreeFiles.documents(at: old))
    let after = wanted(try await TreeFiles.documents(at: new))
    let pairs = after.compactMap { document in
      before.first { $0.locale == document.locale }.map { ($0, document) }
    }
    guard !pairs.isEmpty else {
      throw ValidationError(
        "No language is in both. \(old) has \(Self.list(before)); \(new) has \(Self.list(after)).")
    }
    let changes = pairs.map { TreeChanges(from: $0, to: $1) }
    guard !html else { return try Output.write(TreeChangesPage.render(changes), to: output) }
    guard !json else { return try Output.write(TreeChangesJSON.render(changes), to: output) }
    var text = changes.map { TreeChangesText.render($0) }.joined(separator: "\n")
    let shared = Set(pairs.map(\.1.locale))
    text += Self.oneSided(before, shared).map { "\($0): only in \(old)\n" }.joined()
    text += Self.oneSided(after, shared).map { "\($0): only in \(new)\n" }.joined()
    try Output.write(Array(text.utf8), to: output)
  }

  private func wanted(_ documents: [TreeDocument]) -> [TreeDocument] {
    guard let locale else { return documents }
    return documents.filter { $0.locale == locale.display }
  }

  private static func list(_ documents: [TreeDocument]) -> String {
    documents.isEmpty ? "none" : documents.map(\.locale).joined(separator: ", ")
  }

  private static func oneSided(_ documents: [TreeDocument], _ shared: Set<String>) -> [String] {
    documents.map(\.locale).filter { !shared.contains($0) }
  }
}
