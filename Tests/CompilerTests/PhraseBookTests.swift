import Compiler
import CustomDump
import Decisions
import Foundation
import Testing

@Suite struct PhraseBookTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources/Compiler/Phrases").standardizedFileURL

  static func languages() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path())
      .filter { $0.hasSuffix(".yml") }.map { String($0.dropLast(4)) }.sorted()
  }

  /// The words of a language's file by their keys.
  static func words(of language: String) throws -> [String: String] {
    let text = try String(contentsOf: folder.appending(path: "\(language).yml"), encoding: .utf8)
    var words: [String: String] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let colon = try #require(line.firstRange(of: ": "))
      let key = line[..<colon.lowerBound].trimmingCharacters(in: ["\""])
      words[key] = line[colon.upperBound...].trimmingCharacters(in: ["\""])
    }
    return words
  }

  @Test func `every file is a language that can be chosen`() throws {
    expectNoDifference(PhraseBook.languages, try Self.languages())
  }

  @Test(arguments: try languages())
  func `a language has a word for every term, and no other`(language: String) throws {
    let terms = Phrase.allCases.map(\.rawValue) + Term.allCases.map(\.rawValue)
    let words = try Self.words(of: language)
    expectNoDifference(words.keys.sorted(), terms.sorted())
    #expect(words.filter { $0.value.isEmpty }.isEmpty)
  }

  @Test(arguments: try languages())
  func `a sentence names the same things in every language`(language: String) throws {
    func placeholders(_ words: [String: String]) -> [String: [String]] {
      words.mapValues { $0.matches(of: /\{\w+\}/).map { String($0.output) }.sorted() }
    }
    expectNoDifference(
      placeholders(try Self.words(of: language)), placeholders(try Self.words(of: "en")))
  }
}
