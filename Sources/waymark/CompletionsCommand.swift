import ArgumentParser
import Glibc

struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Prints what makes a shell complete commands, articles and languages.",
    discussion: """
      bash: waymark completions bash > ~/.local/share/bash-completion/completions/waymark
      zsh:  waymark completions zsh > ~/.zfunc/_waymark, with ~/.zfunc in $fpath
      fish: waymark completions fish > ~/.config/fish/completions/waymark.fish
      """)

  enum Shell: String, ExpressibleByArgument, CaseIterable { case bash, zsh, fish }

  @Argument(help: "The shell: bash, zsh or fish.")
  var shell: Shell

  func run() {
    let kind: CompletionShell =
      switch shell {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    Console.print(Waymark.completionScript(for: kind))
  }
}
