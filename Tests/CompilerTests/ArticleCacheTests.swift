import Articles
import Compiler
import Diagnostics
import Storage
import Synchronization
import Testing

struct ArticleCacheTests {
  private static let maker = Fingerprint(of: "a test")
  private let files = [
    "one.md": "# One `code`\n\n[!INCLUDE [note](includes/note.md)]\n\nSee [two](two.md#part).\n",
    "two.md": "# Two\n\n## Part\n\n1. Wait.\n2. Wait.\n",
    "three.md": "---\nredirect_url: two\n---\n",
    "includes/note.md": "Mind the ![gap](gap.png).\n",
  ]

  /// A folder in memory, and the files that are read of it.
  private final class Log: Sendable {
    let read = Mutex<Set<String>>([])
  }

  private func compile(
    _ files: [String: String], _ cache: ArticleCache
  ) async -> (library: Library, findings: [Diagnostic], read: Set<String>) {
    let log = Log()
    let folder = ContentFolder(files: Array(files.keys)) { path in
      log.read.withLock { _ = $0.insert(path) }
      return files[path].map { Array($0.utf8) }
    } fingerprint: { path in
      files[path].map { Fingerprint(of: Array($0.utf8)) }
    }
    let (library, findings) = await LibraryCompiler.compile(
      folder, fallbackLocale: nil, cache: cache, attaching: { Array($0.article.path.utf8) })
    return (library, findings, log.read.withLock { $0 }.filter { $0.hasSuffix(".md") })
  }

  private func kept() async throws -> ArticleCache {
    try #require(await compile(files, ArticleCache(by: Self.maker)).library.cache)
  }

  private func shape(_ library: Library) -> [String] {
    library.articles.map { entry in
      let titles = entry.editions.values.map { "\($0.path) \($0.title)" }.sorted()
      return "\(entry.id) \(entry.kind) \(entry.nodes) \(entry.anchors.keys.sorted()) \(titles)"
    } + library.redirects.map { "\($0)" }
  }

  @Test func `what is kept need not be read again`() async throws {
    let first = await compile(files, ArticleCache(by: Self.maker))
    let cache = ArticleCache(by: Self.maker, kept: try await kept().bytes[...])
    #expect(!cache.isChanged)
    let again = await compile(files, cache)
    #expect(again.read.isEmpty)
    #expect(again.findings == first.findings)
    #expect(shape(again.library) == shape(first.library))
    #expect(again.library.cache?.isChanged == false)
    #expect(again.library.cache?.attachment(of: "one.md").map { Array($0) } == Array("one.md".utf8))
  }

  @Test func `a change of any file that was read for an article is seen`() async throws {
    let cache = try await kept()
    var changed = files
    changed["includes/note.md"] = "Mind the step.\n"
    #expect(await compile(changed, cache).read.isSuperset(of: ["one.md", "includes/note.md"]))
    changed = files
    changed["includes/note.md"] = nil
    let missing = await compile(changed, cache)
    #expect(missing.findings.contains { $0.code == "missing-include" })
    let back = await compile(files, try #require(missing.library.cache))
    #expect(back.read.contains("one.md"))
    #expect(!back.findings.contains { $0.code == "missing-include" })
  }

  @Test func `another maker, language or setting keeps nothing`() async throws {
    let bytes = try await kept().bytes
    let other = ArticleCache(by: Fingerprint(of: "another"), kept: bytes[...])
    #expect(await compile(files, other).read.contains("one.md"))
    var configured = files
    configured["waymark.yml"] = "title: Help\n"
    let cache = ArticleCache(by: Self.maker, kept: bytes[...])
    #expect(await compile(configured, cache).read.contains("one.md"))
  }

  @Test func `no damage to what is kept ends the program`() async throws {
    let bytes = try await kept().bytes
    for index in stride(from: 0, to: bytes.count, by: 7) {
      var damaged = bytes
      damaged[index] ^= 0xFF
      _ = await compile(files, ArticleCache(by: Self.maker, kept: damaged[...]))
      _ = await compile(files, ArticleCache(by: Self.maker, kept: bytes[..<index]))
    }
  }
}
