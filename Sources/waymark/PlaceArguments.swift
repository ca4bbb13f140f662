import ArgumentParser
import Compiler

/// What the words behind `walk` and `find` mean: a folder, and something in it.
struct PlaceArguments {
  let content: String
  /// What follows the folder, joined by spaces; empty for nothing.
  let rest: String

  /// The first word is the folder if there is one of that name; else it is `content`, or the
  /// working folder where that holds `waymark.yml`.
  ///
  /// - Throws: `couldNotRun`, having said why, when there is no folder to work with.
  init(_ words: [String]) throws {
    if let first = words.first, FileSystem.isFolder(first) {
      content = first
      rest = words.dropFirst().joined(separator: " ")
      return
    }
    let isPath = words.first.map { $0.hasPrefix("/") || $0.hasPrefix("./") || $0.hasPrefix("../") }
    let hasDefault = FileSystem.isFolder("content") || FileSystem.isFile(Configuration.fileName)
    guard hasDefault, isPath != true else {
      let name = isPath == true ? words.first ?? "" : "content"
      Console.error("\(name): error: no such folder [missing-folder]")
      Console.error("  hint: name the folder that holds your articles first")
      throw ExitCode.couldNotRun
    }
    content = Self.defaultFolder
    rest = words.joined(separator: " ")
  }

  static var defaultFolder: String { FileSystem.isFolder("content") ? "content" : "." }
}
