import Articles
import Compiler
import Diagnostics

extension Diagnostic {
  /// A finding about a missing include, with the fragment of the most similar name as its hint.
  ///
  /// Reading an article knows no other files, so this is added here.
  func proposingFragment(among files: [String]) -> Diagnostic {
    guard code == "missing-include", let address = quotedTexts.first,
      let wanted = ContentPath.resolve(address, from: location.path)
    else { return self }
    func folder(of file: String) -> Substring {
      file[..<(file.lastIndex(of: "/") ?? file.startIndex)]
    }
    let neighbours = files.filter {
      $0.hasSuffix(".md") && folder(of: $0) == folder(of: wanted) && $0 != location.path
    }
    guard let nearest = Suggestion.nearest(to: wanted, in: neighbours, limit: 3) else {
      return self
    }
    let proposal = ContentPath.relative(from: location.path, to: nearest)
    return Diagnostic(severity, code, message, at: location, hint: "did you mean '\(proposal)'?")
  }
}
