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

  /// The parts of a cache as they are kept.
  private func parts(of cache: ArticleCache) -> [Int: [UInt8]] {
    Dictionary(
      uniqueKeysWithValues: ArticleCache.parts.compactMap { part in
        cache.bytes(ofPart: part).map { (part, $0) }
      })
  }

  private func cache(of parts: [Int: [UInt8]], by maker: Fingerprint = maker) async -> ArticleCache
  {
    await ArticleCache(by: maker) { parts[$0].map { $0[...] } }
  }

  private func shape(_ library: Library) -> [String] {
    library.articles.map { entry in
      let titles = entry.editions.values.map { "\($0.path) \($0.title)" }.sorted()
      return "\(entry.id) \(entry.kind) \(entry.nodes) \(entry.anchors.keys.sorted()) \(titles)"
    } + library.redirects.map { "\($0)" }
  }

  @Test func `what is kept need not be read again`() async throws {
    let first = await compile(files, ArticleCache(by: Self.maker))
    let cache = await cache(of: parts(of: try await kept()))
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
    let parts = parts(of: try await kept())
    let other = await cache(of: parts, by: Fingerprint(of: "another"))
    #expect(await compile(files, other).read.contains("one.md"))
    var configured = files
    configured["waymark.yml"] = "title: Help\n"
    let cache = await cache(of: parts)
    #expect(await compile(configured, cache).read.contains("one.md"))
  }

  @Test func `no damage to what is kept ends the program`() async throws {
    let parts = parts(of: try await kept())
    for (part, bytes) in parts {
      for index in stride(from: 0, to: bytes.count, by: 7) {
        var damaged = parts
        damaged[part]?[index] ^= 0xFF
        _ = await compile(files, await cache(of: damaged))
        damaged[part] = Array(bytes[..<index])
        _ = await compile(files, await cache(of: damaged))
      }
    }
  }

  @Test func `a part that is gone or damaged is made anew, and no other`() async throws {
    let parts = parts(of: try await kept())
    let first = await compile(files, ArticleCache(by: Self.maker))
    for part in parts.keys {
      var others = parts
      others[part] = [1, 2, 3]
      let again = await compile(files, await cache(of: others))
      #expect(again.findings == first.findings)
      #expect(shape(again.library) == shape(first.library))
      let cache = try #require(again.library.cache)
      #expect(cache.changedParts == [part])
      #expect(cache.bytes(ofPart: part) == parts[part])
    }
  }

  @Test func `an article that changed changes its part alone`() async throws {
    var changed = files
    changed["two.md"] = "# Two\n\n## Part\n\n1. Wait.\n2. Wait longer.\n"
    let cache = await cache(of: parts(of: try await kept()))
    let again = try #require(await compile(changed, cache).library.cache)
    #expect(again.changedParts.count == 1)
  }

  @Test func `findings about links and codes follow what they were made of`() async throws {
    var cache = try await kept()
    let states = [
      ["two.md": "# Two\n\n## Other part\n\n1. Wait.\n2. Wait.\n"],
      ["toc.yml": "- name: Here\n  href: one.md\n- name: Gone\n  href: gone.md\n"],
      ["toc.yml": "- name: There\n  href: two.md\n"],
      ["two.md": nil],
      ["includes/note.md": "Mind the ![step](step.png).\n", "step.png": "x"],
    ]
    var files = files
    for state in states {
      for (path, text) in state { files[path] = text }
      let fresh = await compile(files, ArticleCache(by: Self.maker))
      let warm = await compile(files, cache)
      #expect(warm.findings == fresh.findings)
      #expect(warm.library.codes == fresh.library.codes)
      #expect(shape(warm.library) == shape(fresh.library))
      #expect(warm.library.sharedFacts == fresh.library.sharedFacts)
      cache = try #require(warm.library.cache)
    }
  }
}
