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

  /// Adds the folder to the commands that act on another without it.
  fileprivate func namingContent(_ content: String) -> String {
    guard content != FileSystem.defaultContent else { return self }
    let parts = split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    return parts.map { part in
      if part.hasPrefix("waymark permalinks ") { return "\(part) --content \(content)" }
      return part.replacing("waymark xliff export", with: "waymark xliff export \(content)")
    }.joined(separator: "`")
  }
}
