import Checks
import Compiler
import Content
import Diagnostics
import Exports
import JSON
import Preview
import Search
import Site
import Storage
import Synchronization

/// The site of a content folder as it is now: compiled on each change, each page made when asked for.
///
/// An actor, since pages are asked for while the folder changes.
actor PreviewedSite {
  private let root: String
  /// The content folder as it was named.
  private let content: String
  private let fallbackLocale: LanguageTag?
  private var snapshot: Snapshot?
  private var version = 0

  /// One state of the folder, and the pages made of it so far.
  private struct Snapshot {
    let site: Site
    let library: Library
    var shared: [String: [UInt8]]?
    var search: [String: [UInt8]]?
    var writers: [String: [UInt8]]?
    /// The pages of the articles that were looked at, by article and then by path.
    var pages: [String: [String: [UInt8]]] = [:]
  }

  /// What was read of the articles, so that only those that change are read again.
  private var known = ArticleCache(by: Fingerprint(of: []))

  /// More articles than this are not kept.
  private static let keptArticles = 64

  init(root: String, content: String, fallbackLocale: LanguageTag?) {
    self.root = root
    self.content = content
    self.fallbackLocale = fallbackLocale
  }

  /// Reads the folder again and prints what is wrong with it.
  ///
  /// - Returns: the state for the pages, as JSON on one line: its version and its findings.
  func refresh() async -> String {
    version += 1
    guard let folder = FileSystem.contentFolder(at: root) else {
      // The last state stays until the folder comes back.
      _ = FileSystem.missingFolder(content)
      return state(of: [])
    }
    let report = await Checker.check(
      folder, fallbackLocale: fallbackLocale, rules: [Site.themeFindings], cache: known,
      attaching: CountedArticle.kept)
    known = report.library.cache ?? known
    // Of a folder whose configuration cannot be read, the last state stays as well.
    if snapshot == nil || !report.library.configuration.isBroken {
      let (site, _) = await Site.make(of: report.library)
      snapshot = Snapshot(site: site, library: report.library)
    }
    let findings = report.findings.map { $0.shown(in: content) }
    var excerpts = ExcerptReader(folder, prefix: content.prefixed(to: ""))
    let summary = FindingSummary(findings, fileCount: report.fileCount)
    Console.print(
      FindingText.render(findings, summary, limit: 3) { excerpts.excerpt(of: $0) })
    return state(of: findings)
  }

  /// What a browser gets for a path of the site.
  func response(to path: String) async -> PreviewResponse? {
    guard let snapshot else { return nil }
    var page = self.page(at: path) ?? self.page(at: path + ".html")
    if page == nil { page = await searchPage(at: path) }
    if page == nil { page = await writersPage(at: path) }
    if let page {
      return PreviewResponse(contentType: MediaType.of(path), body: page)
    }
    if let copy = snapshot.site.files.copies.first(where: { $0.path == path }),
      let bytes = snapshot.library.folder.read(copy.source)
    {
      return PreviewResponse(contentType: MediaType.of(path), body: bytes)
    }
    return self.page(at: "404.html").map {
      PreviewResponse(status: 404, contentType: MediaType.of("404.html"), body: $0)
    }
  }

  private func page(at path: String) -> [UInt8]? {
    guard let now = snapshot else { return nil }
    if let entry = now.library.article(ofPage: path) {
      if now.pages[entry.id] == nil {
        if now.pages.count >= Self.keptArticles { snapshot?.pages = [:] }
        snapshot?.pages[entry.id] = Self.byPath(now.site.files(of: entry).pages)
      }
      if let page = snapshot?.pages[entry.id]?[path] { return page }
    }
    if now.shared == nil { snapshot?.shared = Self.byPath(now.site.sharedPages()) }
    return snapshot?.shared?[path]
  }

  /// A script of the search or a page of step codes; they are made of all articles when the first
  /// one is asked for.
  private func searchPage(at path: String) async -> [UInt8]? {
    let isCodePage = path.hasPrefix("c/") || path.contains("/-/code")
    guard let now = snapshot, isCodePage || path.contains("/-/search/") else { return nil }
    if now.search == nil {
      let contents = await SearchContents(of: now.site)
      let pages = Mutex<[Page]>([])
      _ = await now.site.writeSearch(contents) { page in pages.withLock { $0.append(page) } }
      _ = await now.site.writeCodes(contents) { page in pages.withLock { $0.append(page) } }
      snapshot?.search = Self.byPath(pages.withLock { $0 })
    }
    return snapshot?.search?[path] ?? snapshot?.search?[path + ".html"]
  }

  /// A page for writers or a picture on it; all are made when the first one is asked for.
  private func writersPage(at path: String) async -> [UInt8]? {
    guard let now = snapshot, path.contains("/-/writers") || path.contains("/-/trees/") else {
      return nil
    }
    if now.writers == nil {
      snapshot?.writers = Self.byPath(await now.site.writersPages())
    }
    return snapshot?.writers?[path] ?? snapshot?.writers?[path + ".html"]
  }

  private static func byPath(_ pages: [Page]) -> [String: [UInt8]] {
    Dictionary(pages.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
  }
}

extension PreviewedSite {
  /// As many findings as an overlay can show.
  private static let shownFindings = 100

  /// The state as JSON on one line: `version`, `errors`, `warnings`, how many are `omitted`, and
  /// `findings` with `place`, `severity`, `message`, `code` and `hint`, errors first.
  private func state(of findings: [Diagnostic]) -> String {
    let worstFirst =
      findings.filter { $0.severity == .error } + findings.filter { $0.severity != .error }
    var json = JSONWriter(.compact)
    json.object { json in
      json.member("version", version)
      json.member("errors", findings.count { $0.severity == .error })
      json.member("warnings", findings.count { $0.severity == .warning })
      json.member("omitted", max(0, findings.count - Self.shownFindings))
      json.array("findings", of: Array(worstFirst.prefix(Self.shownFindings))) { json, finding in
        json.object { json in
          json.member("place", finding.location.description)
          json.member("severity", finding.severity.rawValue)
          json.member("message", finding.message)
          json.member("code", finding.code.rawValue)
          json.member("hint", finding.hint)
        }
      }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }
}

/// The media types of a site's files, by the ends of their names.
enum MediaType {
  static func of(_ path: String) -> String {
    let suffix = path.lastIndex(of: ".").map { path[path.index(after: $0)...].lowercased() } ?? ""
    return types[suffix] ?? (path.contains(".") ? "application/octet-stream" : types["html"] ?? "")
  }

  private static let types = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "json": "application/json",
    "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "gif": "image/gif", "webp": "image/webp", "avif": "image/avif", "ico": "image/x-icon",
    "txt": "text/plain; charset=utf-8", "csv": "text/csv; charset=utf-8",
    "xml": "application/xml", "webmanifest": "application/manifest+json",
    "pdf": "application/pdf", "mp4": "video/mp4", "webm": "video/webm",
  ]
}
