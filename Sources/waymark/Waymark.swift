import ArgumentParser

@main
struct Waymark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "waymark",
    abstract: "Turns help articles into a decision tree that people can walk.",
    version: "1.0.0",
    subcommands: [
      BuildCommand.self,
      CheckCommand.self,
      CompletionsCommand.self,
      DiffCommand.self,
      ExplainCommand.self,
      FindCommand.self,
      MergeCommand.self,
      MoveCommand.self,
      NewCommand.self,
      PathsCommand.self,
      PermalinksCommand.self,
      ServeCommand.self,
      TranslationsCommand.self,
      TreeCommand.self,
      WalkCommand.self,
      XLIFFCommand.self,
    ])
}
