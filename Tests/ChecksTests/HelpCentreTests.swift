import Checks
import Compiler
import Content
import CustomDump
import Decisions
import Diagnostics
import Foundation
import Testing

/// The help centre in `content/`, as its readers and its writers have it.
@Suite struct HelpCentreTests {
  static func report() async -> CheckReport {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../content").standardizedFileURL
    return await Checker.check(.onDisk(root), fallbackLocale: nil)
  }

  /// One German sentence shows how a translation looks that its source left behind.
  @Test func `nothing in it is wrong, but for one sentence that is behind its source`() async {
    let findings = await Self.report().findings.filter { $0.severity != .note }
    expectNoDifference(
      findings.map { "\($0.location.path): \($0.code.rawValue)" },
      ["de-de/sign-in-faq.md: outdated-translation"])
  }

  @Test func `every article is in every language, but for one that shows its source`() async {
    let library = await Self.report().library
    let missing = library.articles.flatMap { entry in
      library.locales.filter { entry.editions[$0] == nil }.map { "\(entry.id) \($0)" }
    }
    expectNoDifference(missing, ["sign-in-faq ar-sa"])
  }

  @Test func `the contents name every article once, in the same order everywhere`() async {
    let library = await Self.report().library
    let source = topics(of: library.contents(in: library.locales[0]))
    expectNoDifference(source.sorted(), library.articles.map(\.id))
    for locale in library.locales {
      expectNoDifference(topics(of: library.contents(in: locale)), source)
    }
  }

  @Test func `whoever gets no code on a new phone reads what to do after four choices`()
    async throws
  {
    let library = await Self.report().library
    let entry = try #require(library["codes-not-arriving"])
    for locale in library.locales {
      let tree = try #require(library.edition(of: entry, in: locale)).tree
      let row = Node.ID(
        "codes-not-arriving/common-problems-with-codes/i-have-a-new-phone-and-no-code-arrives")
      let remedy = try #require(tree[row])
      #expect(remedy.kind == .remedy)
      var choices = 1
      var parent = remedy.parent
      while let id = parent {
        choices += 1
        parent = try #require(tree[id]).parent
      }
      #expect(choices <= 4)
    }
  }

  private func topics(of entries: [ContentsEntry]) -> [String] {
    entries.flatMap { entry -> [String] in
      var own: [String] = []
      if case .article(let id, _)? = entry.target { own = [id] }
      return own + topics(of: entry.children)
    }
  }
}
