import Articles
import Compiler
import Content
import CustomDump
import Diagnostics
import Foundation
import Markdown
import TestSupport
import Testing

@testable import Exports

@Suite struct XLIFFTests {
  private let source = """
    ---
    title: "Reset: how to"
    ms.topic: help
    ---
    # Reset your password

    1. Open **Settings**, then `passwd`. Choose *Reset*.
       > [!NOTE]
       > It takes
       > a minute.

    |Problem|Solution|
    |---|---|
    |No code \\| no text|Wait.<br><br>If not, [call](desk.md) us.|

    ![A phone](media/a.png)

    [!INCLUDE [help](includes/help.md)]

    """

  private func library(_ translation: String? = nil) async -> Library {
    var files = ["waymark.yml": "locales: [en-us, nl-nl]", "en-us/reset.md": source]
    files["nl-nl/reset.md"] = translation
    return await LibraryCompiler.compile(ContentFolder(files), fallbackLocale: nil).library
  }

  private func files(_ translation: String? = nil) async throws -> [TranslationFile] {
    let dutch = try #require(LanguageTag("nl-nl"))
    return await library(translation).translationFiles(in: dutch).files
  }

  private func export(_ files: [TranslationFile]) throws -> [UInt8] {
    let dutch = try #require(LanguageTag("nl-nl"))
    return XLIFFWriter.render(XLIFF(files, from: .americanEnglish, to: dutch))
  }

  /// The export with each missing target made of its source, in brackets.
  private func translated(_ files: [TranslationFile]) throws -> [UInt8] {
    var xliff = XLIFF(files, from: .americanEnglish, to: try #require(LanguageTag("nl-nl")))
    for file in xliff.files.indices {
      for unit in xliff.files[file].units.indices where xliff.files[file].units[unit].target == nil
      {
        let source = xliff.files[file].units[unit].source
        xliff.files[file].units[unit].target =
          [.text(Array("«".utf8))] + source
          + [.text(Array("»".utf8))]
      }
    }
    return XLIFFWriter.render(xliff)
  }

  private func apply(
    _ xliff: [UInt8], to files: [TranslationFile], partial: Bool = false
  ) throws -> XLIFFImport.Result {
    try XLIFFImport.apply(XLIFFTexts(parsing: xliff), to: files, allowsPartial: partial)
  }

  @Test func `a new translation has a unit for each sentence, and all else as it was`() async throws
  {
    let files = try await files()
    let result = try apply(translated(files), to: files)
    expectNoDifference(result.diagnostics, [])
    let file = try #require(result.files.first)
    expectNoDifference(file.path, "nl-nl/reset.md")
    let text = String(decoding: file.bytes, as: UTF8.self)
    let short = text.replacing(/<span data-ttu-id="[0-9a-f]{5}-([0-9]+)">/) { "⟦\($0.1):" }
      .replacing(/<\/span><span class="sxs-lookup"><span data-stu-id="[^"]*">/, with: "=")
      .replacing("</span></span>", with: "⟧")
    expectNoDifference(
      short.split(separator: "\n", omittingEmptySubsequences: false).map(String.init),
      """
      ---
      title: "«Reset: how to»"
      ms.topic: help
      ms.translationtype: HT
      ms.contentlocale: nl-NL
      ---
      # ⟦103:«Reset your password»=Reset your password⟧

      1. ⟦104:«Open **Settings**, then `passwd`.»=Open **Settings**, then `passwd`.⟧ ⟦105:«Choose *Reset*.»=Choose *Reset*.⟧
         > [!NOTE]
         > ⟦106:«It takes a minute.»=It takes a minute.⟧

      |⟦107:«Problem»=Problem⟧|⟦108:«Solution»=Solution⟧|
      |---|---|
      |⟦109:«No code \\| no text»=No code \\| no text⟧|⟦110:«Wait.»=Wait.⟧<br><br>⟦111:«If not, [call](desk.md) us.»=If not, [call](desk.md) us.⟧|

      ![⟦112:«A phone»=A phone⟧](media/a.png)

      [!INCLUDE [help](includes/help.md)]

      """.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
  }

  private func translation() async throws -> String {
    let files = try await files()
    return String(decoding: try apply(translated(files), to: files).files[0].bytes, as: UTF8.self)
  }

  @Test func `what is exported and imported again changes nothing`() async throws {
    let files = try await files(translation())
    expectNoDifference(try apply(export(files), to: files).files, [])
    let whole = try await translation()
    expectNoDifference(String(decoding: files[0].text.bytes, as: UTF8.self), whole)
  }

  @Test func `only the changed words are touched`() async throws {
    let before = try await translation()
    let files = try await files(before)
    let xliff = String(decoding: try export(files), as: UTF8.self)
    let changed = xliff.replacing("«Wait.»", with: "Wacht | even.\nEcht.")
    let result = try apply(Array(changed.utf8), to: files)
    expectNoDifference(
      result.files.map { String(decoding: $0.bytes, as: UTF8.self) },
      [before.replacing("«Wait.»", with: "Wacht \\| even. Echt.")])
  }

  @Test func `a sentence that changed in the source comes without translation, the rest with it`()
    async throws
  {
    let old = try await translation().replacing("It takes a minute.", with: "It takes an hour.")
    let files = try await files(old)
    let open = XLIFF(files, from: .americanEnglish, to: .americanEnglish).files[0].units
      .filter { $0.target == nil }
    expectNoDifference(open.map(\.id).count, 1)
    expectNoDifference(open.map { $0.source.flatMap(\.bytes) }, [Array("It takes a minute.".utf8)])
    let untouched = try apply(export(files), to: files)
    expectNoDifference(untouched.files, [])
    expectNoDifference(untouched.diagnostics.map(\.code.rawValue), ["incomplete-translation"])
    let partial = try apply(export(files), to: files, partial: true)
    expectNoDifference(partial.files.map(\.untranslated), [1])
    let whole = try apply(translated(files), to: files)
    let written = String(decoding: try #require(whole.files.first).bytes, as: UTF8.self)
    #expect(written.contains("«It takes a minute.»"))
    #expect(written.contains("«Open **Settings**, then `passwd`.»"))
    #expect(!written.contains("an hour"))
  }

  @Test func `a translation cannot break out of its unit, and a stale one is left out`()
    async throws
  {
    let before = try await translation()
    let files = try await files(before)
    let xliff = String(decoding: try export(files), as: UTF8.self)
    let hostile = xliff.replacing(
      "«Wait.»",
      with: "x&lt;/span>&lt;span class=\"sxs-lookup\">&lt;span data-stu-id=\"a-1\">y")
    let broken = try apply(Array(hostile.utf8), to: files)
    expectNoDifference(broken.files, [])
    expectNoDifference(broken.diagnostics.map(\.code.rawValue), ["unit-markup"])
    let stale = try apply(
      Array(xliff.replacing("<source>Wait.", with: "<source>Wait!").utf8), to: files)
    expectNoDifference(stale.diagnostics.map(\.code.rawValue), ["changed-source"])
    let foreign = xliff.replacing("original=\"en-us/reset.md\"", with: "original=\"../etc/x.md\"")
    let unknown = try apply(Array(foreign.utf8), to: files)
    expectNoDifference(unknown.files, [])
    expectNoDifference(unknown.diagnostics.map(\.code.rawValue), ["unknown-original"])
  }

  @Test(arguments: [
    ("", XLIFFTexts.Failure.notXML(line: 1, message: "document is empty")),
    ("<a>\n<b></a>", .notXML(line: 2, message: "premature end of data in tag a line 1")),
    ("<xliff version='1.2'/>", .notXLIFF2(found: "xliff 1.2")),
    (
      "<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.1' srcLang='en'/>",
      .noTargetLanguage
    ),
    (
      "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>",
      .notXML(line: 1, message: "it has a document type, which may hide anything")
    ),
  ])
  func `what is not XLIFF 2 is said with its place`(text: String, failure: XLIFFTexts.Failure) {
    do {
      _ = try XLIFFTexts(parsing: Array(text.utf8))
      Issue.record("it was read")
    } catch {
      expectNoDifference(error, failure)
    }
  }

  @Test func `segments that a tool has split are joined again`() throws {
    let text = """
      <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="nl">
      <file id="f" original="a.md"><group id="g"><unit id="u"><originalData><data id="d">**</data>
      </originalData><segment><source>A <pc id="1" dataRefStart="d" dataRefEnd="d">b</pc>.</source>
      <target>X <sc id="1" dataRef="d"/><mrk id="m">y</mrk><ec startRef="1" dataRef="d"/>.</target>
      </segment><ignorable><source> </source></ignorable><segment><source>C<cp hex="0001"/></source>
      <target>Z</target></segment></unit></group></file></xliff>
      """
    let texts = try XLIFFTexts(parsing: Array(text.utf8))
    expectNoDifference(
      texts.files,
      [
        .init(
          original: "a.md",
          units: [
            .init(
              id: "u", source: Array("A **b**. C\u{1}".utf8), target: Array("X **y**. Z".utf8))
          ])
      ])
  }
}
