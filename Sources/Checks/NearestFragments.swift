import Articles
import Compiler
import Diagnostics

/// Fragments that missing includes may have meant; reading an article knows no other files.
struct NearestFragments {
  /// By the address of a finding about a missing include.
  private var found: [Place: String] = [:]

  private struct Place: Hashable {
    let file: String
    let wanted: String

    init?(_ finding: Diagnostic) {
      guard finding.code == "missing-include", let address = finding.quotedTexts.first,
        let wanted = ContentPath.resolve(address, from: finding.location.path)
      else { return nil }
      self.file = finding.location.path
      self.wanted = wanted
    }
  }

  /// Looks for the fragments of the most similar names.
  init(for findings: [Diagnostic], among files: [String]) {
    let wanted = Set(findings.compactMap { Place($0) })
    guard !wanted.isEmpty else { return }
    let folders = Dictionary(grouping: files.filter { $0.hasSuffix(".md") }, by: Self.folder)
      .mapValues { NearestNames($0) }
    var counts: [String: Int] = [:]
    for place in wanted.sorted(by: { ($0.file, $0.wanted) < ($1.file, $1.wanted) }) {
      counts[place.file, default: 0] += 1
      guard counts[place.file, default: 0] <= NearestNames.maximumInFile else { continue }
      found[place] = folders[Self.folder(of: place.wanted)]?
        .nearest(to: place.wanted, limit: 3, except: place.file)
    }
  }

  private static func folder(of file: String) -> Substring {
    file[..<(file.lastIndex(of: "/") ?? file.startIndex)]
  }

  /// A finding about a missing include, with the fragment of the most similar name as its hint.
  func proposing(in finding: Diagnostic) -> Diagnostic {
    guard !found.isEmpty, let place = Place(finding), let nearest = found[place] else {
      return finding
    }
    let proposal = ContentPath.relative(from: place.file, to: nearest)
    return Diagnostic(
      finding.severity, finding.code, finding.message, at: finding.location,
      hint: "did you mean '\(proposal)'?")
  }
}
