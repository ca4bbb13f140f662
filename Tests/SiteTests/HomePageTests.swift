import Compiler
import Content
import CustomDump
import Testing

@testable import Site

@Suite struct HomePageTests {
  private func home(of files: [String: String]) async throws -> (text: String, groups: Int) {
    let folder = ContentFolder(files: Array(files.keys)) { path in
      files[path].map { Array($0.utf8) }
    }
    let library = await LibraryCompiler.compile(folder, fallbackLocale: nil).library
    let site = await Site.make(of: library).site
    let frame = try #require(site.frames[.americanEnglish])
    return (
      String(decoding: site.homePage(frame).bytes, as: UTF8.self), site.groupPages(frame).count
    )
  }

  private func articles(_ count: Int, in folder: String = "") -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: (1...count).map {
        ("\(folder)a\($0).md", "# A \(folder)\($0)\n\nText.\n")
      })
  }

  @Test func `a large library without folders leads to all its articles once`() async throws {
    let (text, groups) = try await home(of: articles(60))
    expectNoDifference(text.ranges(of: "All 60 articles").count, 1)
    #expect(text.contains(#"<a href="-/find.html">All 60 articles</a>"#))
    expectNoDifference(groups, 0)
  }

  @Test func `a large library with folders leads to all of each`() async throws {
    let files = articles(50, in: "mail/").merging(articles(20, in: "phone/")) { $1 }
    let (text, groups) = try await home(of: files)
    expectNoDifference(text.ranges(of: "All 50 articles").count, 1)
    expectNoDifference(text.ranges(of: "All 70 articles").count, 1)
    expectNoDifference(groups, 2)
  }
}
