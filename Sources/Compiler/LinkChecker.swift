import Articles
import Diagnostics

/// Reports addresses that lead nowhere, or are written otherwise than what they lead to.
enum LinkChecker {
  /// The addresses in one article that the library itself must resolve, each once.
  struct Links: Sendable {
    let path: String
    let references: [Reference]

    init(path: String, references: [Reference]) {
      self.path = path
      self.references = references
    }

    init(of article: Article) {
      path = article.path
      var seen: Set<String> = []
      references = article.references.filter { reference in
        switch LinkForm(reference.destination) {
        case .absolute, .unsafe: false
        case .fragment, .relative, .root, .crossReference:
          seen.insert(reference.destination).inserted
        }
      }
    }
  }

  static func findings(in links: [Links], by resolver: LinkResolver) async -> [Diagnostic] {
    let problems = await links.concurrentMap { links in
      links.references.compactMap { reference in
        resolver.resolve(reference.destination, from: links.path).problem.map { ($0, reference) }
      }
    }
    // A picture that many articles show is missing once.
    var missing: Set<LinkResolver.Problem> = []
    let told = problems.flatMap { $0 }.filter { problem, reference in
      reference.kind == .link || missing.insert(problem).inserted
    }
    let nearest = await NearestTargets(of: told.map { ($0, $1.file) }, by: resolver)
    return await told.concurrentMap { finding($0, $1, nearest, resolver.files) }
  }

  private static func finding(
    _ problem: LinkResolver.Problem, _ reference: Reference, _ nearest: NearestTargets,
    _ files: Set<String>
  ) -> Diagnostic {
    let nearest = nearest.address(for: problem, from: reference.file).map {
      "did you mean '\($0)'?"
    }
    let place = SourceLocation(reference.file, line: reference.line)
    switch problem {
    case .wrongCase(let actual):
      let right = ContentPath.relative(from: reference.file, to: actual)
      return Diagnostic(
        .note, "link-case", "'\(reference.filePart)' has other capital letters than its file",
        at: place, hint: "write '\(right)'")
    case .missingFile where reference.kind == .picture:
      return Diagnostic(
        .warning, "missing-picture", "no picture '\(reference.filePart)'", at: place,
        hint: nearest ?? "add the file, or remove the picture; its text is shown instead")
    case .missingFile(let path) where files.contains(path):
      return Diagnostic(
        .warning, "unresolved-link", "the file '\(reference.filePart)' is not published", at: place,
        hint: "publish it, or remove the link; its words are shown without it")
    case .missingFile:
      return Diagnostic(
        .warning, "unresolved-link", "no file '\(reference.filePart)'", at: place,
        hint: nearest ?? "correct the address, or remove the link; its words are shown without it")
    case .outside:
      return Diagnostic(
        .warning, "link-outside", "'\(reference.destination)' leads outside the content folder",
        at: place, hint: "move the file into the content folder, or link to its web address")
    case .missingAnchor(let anchor, let article):
      return Diagnostic(
        .warning, "unresolved-anchor", "no heading '#\(anchor)' in '\(article)'", at: place,
        hint: nearest ?? "link to the id of a heading; the link leads to the article's top")
    case .unknownReference(let uid):
      return Diagnostic(
        .warning, "unresolved-xref", "no article has the uid '\(uid)'", at: place,
        hint: nearest ?? "give the article's front matter that `uid`, or link to its file")
    case .serverRoot:
      return Diagnostic(
        .note, "server-root-link", "'\(reference.destination)' leads to the root of a server",
        at: place, hint: "set `base_url` in waymark.yml, or write the whole web address")
    }
  }
}

extension Reference {
  /// The address as it is written, without what stands behind `#` or `?`.
  fileprivate var filePart: String { String(destination.prefix { $0 != "#" && $0 != "?" }) }
}
