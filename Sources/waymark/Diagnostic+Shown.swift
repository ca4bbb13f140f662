import Content
import Diagnostics

extension Diagnostic {
  /// The finding as it is shown to somebody who named the content folder: its path can be opened
  /// from where they stand, and the commands of its hint can be run as they are.
  func shown(in content: String) -> Diagnostic {
    let path = location.path == "." ? content : content.prefixed(to: location.path)
    let place = SourceLocation(path, line: location.line, column: location.column)
    return Diagnostic(severity, code, message, at: place, hint: hint?.namingContent(content))
  }
}

extension String {
  /// A path inside the folder that this names.
  func prefixed(to path: String) -> String {
    var folder = self
    while folder.hasPrefix("./") { folder.removeFirst(2) }
    while folder.hasSuffix("/"), folder != "/" { folder.removeLast() }
    return folder.isEmpty || folder == "." ? path : folder == "/" ? "/\(path)" : "\(folder)/\(path)"
  }

  /// The folder behind a command that takes it first: ` FOLDER`; nothing for the usual one.
  var asFolderArgument: String { self == FileSystem.defaultContent ? "" : " \(quotedForShell)" }

  /// The folder behind a command that takes it as an option; nothing for the usual one.
  var asContentOption: String {
    self == FileSystem.defaultContent ? "" : " --content \(quotedForShell)"
  }

  /// Adds the folder to the commands that act on another without it.
  func namingContent(_ content: String) -> String {
    let parts = split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    return parts.map { part in
      if Self.withOption.contains(where: { part == $0 || part.hasPrefix("\($0) ") }) {
        return part + content.asContentOption
      }
      // Behind the file that it takes first.
      if part.hasPrefix("waymark xliff import ") { return part + content.asFolderArgument }
      let command = Self.withArgument.first { part == $0 || part.hasPrefix("\($0) ") }
      guard let command else { return part }
      return command + content.asFolderArgument + part.dropFirst(command.count)
    }.joined(separator: "`")
  }

  private static let withOption = ["waymark permalinks", "waymark explain", "waymark mv"]
  private static let withArgument = [
    "waymark check", "waymark tree", "waymark walk", "waymark xliff export",
  ]
}
