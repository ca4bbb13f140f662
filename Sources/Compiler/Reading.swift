package import Articles
package import Content
package import Decisions
import Diagnostics
import Storage

/// An article with its tree, for rules that look at its text.
package struct Inspection: Sendable {
  /// The file, in UTF-8.
  package let bytes: [UInt8]
  package let article: Article
  package let tree: DecisionTree
  package let locale: LanguageTag
}

/// One file, read: what the library keeps of it.
struct Reading: Sendable {
  struct Edition: Sendable {
    let id: String
    let path: String
    let locale: LanguageTag
    let title: Text
    let tree: TreeOutline
    let links: LinkChecker.Links
    /// Sorted.
    let bookmarks: [String]
    /// The name that `xref:` links use.
    let uid: String?
    /// What the article says in the source language; `nil` where editions are not compared, or it
    /// does not say that.
    let sourcePrint: Fingerprint?
    /// The source article's file, when it was made anew from that (`RenewedArticle`).
    var renewedFrom: String?
  }
  var edition: Edition?
  /// What the file says instead of being an article.
  var redirect: Redirects.Move?
  /// Whether its writer does not want it to be published yet.
  var isDraft = false
  var diagnostics: [Diagnostic] = []

  init(
    _ file: LibraryCompiler.File, folder: ContentFolder, fallbackLocale: LanguageTag?,
    _ configuration: Configuration, tracesNodes: Bool, room: TextRoom,
    _ inspect: (Inspection) -> [Diagnostic]
  ) {
    guard let bytes = folder.read(file.path) else {
      diagnostics = [
        Diagnostic(
          .error, "unreadable-file", "the file cannot be read", at: SourceLocation(file.path),
          hint: "check its permissions")
      ]
      return
    }
    let parsed = ParsedArticle(
      bytes, path: file.path, id: file.id, in: folder, source: configuration.source
    ) {
      file.locale ?? $0.declaredLocale ?? fallbackLocale ?? .americanEnglish
    }
    diagnostics = parsed.diagnostics
    let (article, tree) = (parsed.article, parsed.tree)
    if let url = article.frontMatter["redirect_url"] {
      redirect = Redirects.Move(
        from: file.id, to: url, file: file.path,
        line: article.frontMatter.line(of: "redirect_url") ?? 1)
      return
    }
    if article.frontMatter.isDraft {
      isDraft = true
      diagnostics = [
        Diagnostic(
          .note, "draft-article", "the article is a draft, so it is left out everywhere",
          at: SourceLocation(file.path, line: article.frontMatter.line(of: "draft")),
          hint: "delete the line to publish it")
      ]
      return
    }
    room.keep(parsed)
    diagnostics += TreeVerifier.defects(in: tree).map { defect in
      Diagnostic(
        .error, defect.code, "\(defect.message): '\(defect.culprit)'",
        at: SourceLocation(file.path, line: tree[defect.culprit]?.line), hint: defect.hint)
    }
    diagnostics += DirectiveCheck.findings(in: article)
    diagnostics += inspect(
      Inspection(
        bytes: SourceText.utf8(bytes), article: article, tree: tree, locale: parsed.locale))
    let isCompared =
      !configuration.locales.isEmpty
      && (article.isSideBySide || parsed.locale == configuration.source)
    edition = Edition(
      id: file.id, path: file.path, locale: parsed.locale,
      title: article.title, tree: TreeOutline(tree, tracesNodes: tracesNodes),
      links: LinkChecker.Links(of: article),
      bookmarks: Set(article.bookmarks).sorted(), uid: article.frontMatter["uid"],
      sourcePrint: isCompared ? article.sourcePrint : nil)
  }
}

/// A tree without text.
struct TreeOutline: Sendable {
  let kind: ArticleKind
  let nodes: [Library.Outline]
  let anchors: [String: Node.ID]
  /// What must agree between the editions of an article: kinds, roles and parents, in order.
  let shape: [Int]
  /// What a lock can recognise the nodes by, parallel to them; none without a lock.
  let traces: [NodeTrace]

  init(_ tree: DecisionTree, tracesNodes: Bool) {
    kind = tree.kind
    nodes = tree.nodes.map { Library.Outline($0) }
    anchors = tree.anchors
    traces = tracesNodes ? tree.nodes.map { NodeTrace($0, in: tree) } : []
    let kinds = Node.Kind.allCases
    shape = tree.nodes.flatMap { node -> [Int] in
      let parent = node.parent.flatMap { tree.position(of: $0) } ?? -1
      return [kinds.firstIndex(of: node.kind) ?? 0, parent, node.choices.count]
    }
  }
}

extension FrontMatter {
  /// Whether the writer says that the article is not to be published yet.
  fileprivate var isDraft: Bool {
    ["true", "yes"].contains(self["draft"]?.lowercased() ?? "")
  }
}
