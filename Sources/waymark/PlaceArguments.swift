import ArgumentParser
import Compiler

/// What the words behind `walk` and `find` mean: a folder, and something in it.
struct PlaceArguments {
  let content: String
  /// What follows the folder, joined by spaces; empty for nothing.
  let rest: String

  /// The first word is the folder if there is one of that name; else it is the one that commands
  /// take when none is named.
  ///
  /// - Throws: `couldNotRun`, having said why, when there is no folder to work with.
  init(_ words: [String]) throws {
    if let first = words.first, FileSystem.isFolder(first) {
      content = first
      rest = words.dropFirst().joined(separator: " ")
      return
    }
    let isPath = words.first.map { $0.hasPrefix("/") || $0.hasPrefix("./") || $0.hasPrefix("../") }
    let folder = isPath == true ? words.first ?? "" : FileSystem.defaultContent
    guard FileSystem.isFolder(folder) else { throw FileSystem.missingFolder(folder) }
    content = folder
    rest = words.joined(separator: " ")
  }
}
