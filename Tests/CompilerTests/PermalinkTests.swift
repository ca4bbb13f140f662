import Articles
import Content
import CustomDump
import Decisions
import Diagnostics
import Foundation
import Testing

@testable import Compiler

@Suite struct PermalinkTests {
  private static let configuration = "locales: [en-us]\nescalation: Call extension 4357.\n"

  private static let phones = """
    # Your phone

    Whatever happens to your phone, you can get back in.

    ## My phone is lots

    Call the service desk, and say that your phone is gone. We stop codes and requests to it.

    ## What happened?

    | Problem | Solution |
    | --- | --- |
    | The screen is brocken. | Use the phone of a colleague, and sign in on the account page. |
    | The battery is empty. | Charge it for ten minutes, then hold the button until it starts. |
    | The PIN is wrong. | Wait for an hour, then try the number that came with the card. |
    """

  private static func compile(
    _ articles: [String: String], _ lock: PermalinkLock?
  ) async -> (library: Library, diagnostics: [Diagnostic]) {
    var files = Dictionary(uniqueKeysWithValues: articles.map { ("en-us/\($0)", $1) })
    files["waymark.yml"] = configuration
    files["permalinks.json"] = lock.map { String(decoding: $0.json, as: UTF8.self) }
    let texts = files
    let folder = ContentFolder(files: Array(texts.keys)) { texts[$0].map { Array($0.utf8) } }
    return await LibraryCompiler.compile(folder, fallbackLocale: nil)
  }

  private static func published(_ articles: [String: String]) async -> PermalinkLock {
    await compile(articles, nil).library.permalinks.lock
  }

  private static func lost(_ permalinks: Permalinks) -> [String] {
    permalinks.lost.map { "\($0.id) → \($0.nearest.map(\.rawValue) ?? "-") \($0.isProven)" }
  }

  @Test func `a lock reads back as it was written`() async {
    var lock = await Self.published(["phones.md": Self.phones])
    lock.retired["phones/old"] = .init(
      code: StepCode("000000") ?? lock.codes[0], address: "phones/old.html", title: "\"Old\"",
      reason: "It is no more.", replacement: "phones")
    lock.moved["phones/older"] = .init(to: "phones/old", address: "phones.html#older")
    var diagnostics: [Diagnostic] = []
    let read = PermalinkLock(lock.json, diagnostics: &diagnostics)
    expectNoDifference(read, lock)
    expectNoDifference(read?.json, lock.json)
    expectNoDifference(diagnostics, [])
  }

  @Test func `a typo that is put right keeps the node's address and code`() async throws {
    let lock = await Self.published(["phones.md": Self.phones])
    let fixed = Self.phones.replacing("is lots", with: "is lost").replacing(
      "brocken", with: "broken")
    let (library, diagnostics) = await Self.compile(["phones.md": fixed], lock)
    expectNoDifference(diagnostics, [])
    expectNoDifference(library.permalinks.added, [])
    expectNoDifference(library.codes, lock.nodes.mapValues(\.code))
    let heading = library.permalinks.lock.nodes["phones/my-phone-is-lots"]
    expectNoDifference(heading?.address, "phones.html#my-phone-is-lots")
    expectNoDifference(heading?.key, "phones/my-phone-is-lost")
    let row = library.permalinks.lock.nodes["phones/what-happened/the-screen-is-brocken"]
    expectNoDifference(row?.key, "phones/what-happened/the-screen-is-broken")
    expectNoDifference(
      row?.address, "phones/what-happened/the-screen-is-brocken.html")

    let entry = try #require(library["phones"])
    let edition = try #require(library.edition(of: entry, in: .americanEnglish))
    expectNoDifference(edition.tree.nodes.map(\.id).sorted(), lock.nodes.keys.sorted())
    let headings = edition.article.blocks.compactMap { block in
      if case .heading(let heading) = block.kind { return [heading.id] + heading.aliases }
      return nil
    }
    expectNoDifference(
      headings,
      [["your-phone"], ["my-phone-is-lots", "my-phone-is-lost"], ["what-happened"]])
  }

  @Test func `what was recognised is recorded, and recognised again after the next change`() async {
    let first = await Self.published(["phones.md": Self.phones])
    let fixed = Self.phones.replacing("is lots", with: "is lost")
    let second = await Self.compile(["phones.md": fixed], first).library.permalinks.lock
    let reworded = fixed.replacing("My phone is lost", with: "Report a missing phone")
    let (library, diagnostics) = await Self.compile(["phones.md": reworded], second)
    expectNoDifference(diagnostics, [])
    expectNoDifference(
      library.permalinks.lock.nodes["phones/my-phone-is-lots"]?.key,
      "phones/report-a-missing-phone")
  }

  @Test func `a renamed question keeps the addresses of its answers`() async {
    let lock = await Self.published(["phones.md": Self.phones])
    let renamed = Self.phones.replacing("## What happened?", with: "## What is wrong with it?")
    let (library, diagnostics) = await Self.compile(["phones.md": renamed], lock)
    expectNoDifference(diagnostics, [])
    expectNoDifference(library.permalinks.lock.nodes.keys.sorted(), lock.nodes.keys.sorted())
  }

  @Test func `what is new below a renamed node is below its published id, and stays there`() async {
    let before = "# Wi-Fi\n\nText.\n\n## Still stuck\n\nCall us, and say which room you are in.\n"
    let first = await Self.published(["wifi.md": before])
    let after = before.replacing("Still stuck", with: "When nothing helps")
    let second = await Self.compile(["wifi.md": after], first).library.permalinks
    let third = await Self.compile(["wifi.md": after], second.lock).library.permalinks
    expectNoDifference(third.added, [])
    expectNoDifference(third.lock, second.lock)
    let article = Set(third.lock.nodes.keys.map { $0.rawValue.prefix { $0 != "/" } })
    expectNoDifference(article, ["wifi"])
    #expect(!third.lock.nodes.keys.contains { $0.rawValue.contains("when-nothing-helps") })
  }

  @Test func `a section that becomes part of another node redirects there`() async {
    let before = """
      # Wi-Fi

      Look for what you see.

      ## What do you see?

      | Problem | Solution |
      | --- | --- |
      | The network is not there. | Switch the Wi-Fi off and on, and wait for a minute. |
      | It is slow. | Move closer to the access point, or use a cable for the meeting. |

      ## More about it

      The access points stand in the corridor, and each serves ten rooms.
      """
    let first = await Self.published(["wifi.md": before])
    let after = String(before[..<(before.range(of: "\n## More")?.lowerBound ?? before.endIndex)])
    var second = await Self.compile(["wifi.md": after], first).library.permalinks
    expectNoDifference(second.lost.map(\.id), ["wifi/more-about-it"])
    #expect(throws: Never.self) {
      try second.retire("wifi/more-about-it", reason: "Nobody asked.", replacement: nil)
    }
    let (library, diagnostics) = await Self.compile(["wifi.md": after], second.lock)
    expectNoDifference(diagnostics, [])
    #expect(library.permalinks.isSound)
    for id in first.nodes.keys where !id.rawValue.hasPrefix("wifi/more-about-it") {
      let end = library.permalinks.lock.destination(of: id)
      #expect(library.permalinks.lock.nodes[end] != nil, "\(id) leads nowhere")
    }
  }

  @Test func `a section that is deleted fails the build, with the command that settles it`() async {
    let lock = await Self.published(["phones.md": Self.phones])
    let row = "| The battery is empty. |"
    let shorter = Self.phones.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix(row) }.joined(separator: "\n")
    let (library, diagnostics) = await Self.compile(["phones.md": shorter], lock)
    expectNoDifference(
      diagnostics.map(\.description),
      [
        """
        permalinks.json:10: error: 'phones/what-happened/the-battery-is-empty' was published \
        ("The battery is empty.") and is gone [lost-permalink]
          hint: say why it is gone: `waymark permalinks retire \
        phones/what-happened/the-battery-is-empty --reason "…"`
        """
      ])
    var permalinks = library.permalinks
    #expect(throws: PermalinkLock.Refusal.living("phones")) {
      try permalinks.retire("phones", reason: "no", replacement: nil)
    }
    let id: Node.ID = "phones/what-happened/the-battery-is-empty"
    #expect(throws: Never.self) {
      try permalinks.retire(id, reason: "All phones charge by light now.", replacement: "phones")
    }
    let settled = await Self.compile(["phones.md": shorter], permalinks.lock)
    expectNoDifference(settled.diagnostics, [])
    expectNoDifference(
      settled.library.permalinks.retirements.map(\.address).first,
      "phones/what-happened/the-battery-is-empty.html")
    #expect(!settled.library.codes.values.contains(lock.nodes[id]?.code ?? lock.codes[0]))

    let back = await Self.compile(["phones.md": Self.phones], settled.library.permalinks.lock)
    expectNoDifference(back.library.codes, lock.nodes.mapValues(\.code))
  }

  @Test func `an article that is renamed is recognised by its text, and redirects`() async throws {
    let lock = await Self.published(["phones.md": Self.phones])
    let (library, _) = await Self.compile(["lost-phone.md": Self.phones], lock)
    expectNoDifference(Self.lost(library.permalinks), ["phones → lost-phone true"])
    var permalinks = library.permalinks
    _ = try permalinks.acceptProven()
    let settled = await Self.compile(["lost-phone.md": Self.phones], permalinks.lock)
    expectNoDifference(settled.diagnostics, [])
    let moved = settled.library.permalinks.lock
    expectNoDifference(
      moved.nodes["lost-phone/what-happened/the-battery-is-empty"]?.code,
      lock.nodes["phones/what-happened/the-battery-is-empty"]?.code)
    expectNoDifference(
      settled.library.permalinks.formerAddresses.filter { $0.address.hasPrefix("phones.html") }
        .map { "\($0.address) → \($0.target)" },
      [
        "phones.html → lost-phone", "phones.html#my-phone-is-lots → lost-phone/my-phone-is-lots",
      ])
  }

  @Test func `a remedy keeps its address when another is put before it`() async {
    func article(_ remedies: [String]) -> String {
      "# Print\n\n| Problem | Solution |\n| --- | --- |\n| Nothing comes out. | "
        + remedies.joined(separator: "<br><br>") + " |\n| It is loud. | Close the lid firmly. |\n"
    }
    let first = "Switch the printer off and on again, and wait until it hums."
    let second = "If you still get no paper, choose the tray by hand in the settings of the driver."
    let between = "If you still wait, clean the glass with a soft and dry cloth from the shop."
    let lock = await Self.published(["print.md": article([first, second])])
    #expect(lock.nodes["print/nothing-comes-out/2"] != nil)
    let (library, diagnostics) = await Self.compile(
      ["print.md": article([first, between, second])], lock)
    expectNoDifference(diagnostics, [])
    expectNoDifference(
      library.permalinks.lock.nodes["print/nothing-comes-out/2"]?.key,
      "print/nothing-comes-out/3")
    expectNoDifference(library.permalinks.added.first, "print/nothing-comes-out/2-2")
  }

  @Test func `sections with the same heading that change places keep their codes`() async {
    func section(_ text: String, _ row: String) -> String {
      """
      ## Nothing comes out

      \(text)

      | Problem | Solution |
      | --- | --- |
      | It is red | Ask \(row) for a new card, and keep the old one. |
      | It is \(row) | Wait until it hums again. |


      """
    }
    let first = section("The copier in the corridor swallows every page.", "Anna")
    let second = section("Scans for the archive never reach the folder.", "Bert")
    let lock = await Self.published(["print.md": "# Print\n\n" + first + second])
    let (library, diagnostics) = await Self.compile(
      ["print.md": "# Print\n\n" + second + first], lock)
    expectNoDifference(diagnostics, [])
    expectNoDifference(library.permalinks.added, [])
    let now = library.permalinks.lock.nodes
    expectNoDifference(now.mapValues(\.print), lock.nodes.mapValues(\.print))
    expectNoDifference(now.mapValues(\.code), lock.nodes.mapValues(\.code))
    #expect(lock.nodes.keys.contains("print/nothing-comes-out-1/it-is-red"))
    let again = await Self.compile(
      ["print.md": "# Print\n\n" + second + first], library.permalinks.lock)
    expectNoDifference(again.library.permalinks.lock, library.permalinks.lock)
  }

  @Test func `a lock with the lines of two versions says where`() async {
    let lock = await Self.published(["phones.md": Self.phones])
    let text = String(decoding: lock.json, as: UTF8.self)
    let broken = text.replacing("  \"moved\"", with: "<<<<<<< HEAD\n  \"moved\"")
    var diagnostics: [Diagnostic] = []
    expectNoDifference(PermalinkLock(Array(broken.utf8), diagnostics: &diagnostics), nil)
    expectNoDifference(diagnostics.map(\.location.line), [lock.nodes.count + 5])
  }

  @Test func `answers that a changed header costs are told together, with the table`() async throws
  {
    let lock = await Self.compile(["phones.md": Self.phones], nil).library.permalinks.lock
    let changed = Self.phones.replacing("| Problem | Solution |", with: "| What | How |")
    let result = await Self.compile(["phones.md": changed], lock)
    expectNoDifference(
      result.diagnostics.filter { $0.severity == .error }.map(\.description),
      [
        """
        en-us/phones.md:11: error: the table with the columns 'What' and 'How' is no longer read as a \
        question, so 3 published answers are gone: 'The battery is empty.', 'The PIN is wrong.' and 1 \
        more [lost-permalink]
          hint: call the columns as before, such as "Problem" and "Solution"; if they are gone for \
        good, `waymark permalinks status` prints what to record
        """
      ])
    #expect(!result.library.permalinks.isSound)
  }

  @Test func `answers that are deleted one by one are told one by one`() async throws {
    let lock = await Self.compile(["phones.md": Self.phones], nil).library.permalinks.lock
    let rows = Self.phones.split(separator: "\n", omittingEmptySubsequences: false)
    let fewer = rows.filter { !$0.contains("PIN") }.joined(separator: "\n")
    let result = await Self.compile(["phones.md": fewer], lock)
    expectNoDifference(
      result.diagnostics.filter { $0.code == "lost-permalink" }.map(\.location.path),
      ["permalinks.json"])
  }
}

/// Articles whose source goes while their translations stay.
@Suite struct OrphanTests {
  private static let source =
    "# Wi-Fi\n\nText.\n\n## Still stuck\n\nRead the poster in your room.\n"
  private static let translated = "# Wifi\n\nTekst.\n\n## Nog niet\n\nLees de poster in je kamer.\n"

  private static func compile(
    _ files: [String: String], _ lock: PermalinkLock?
  ) async -> (library: Library, findings: [String]) {
    var files = files
    files["waymark.yml"] = "locales: [en-us, nl-nl]\nescalation: Call extension 4357.\n"
    files["permalinks.json"] = lock.map { String(decoding: $0.json, as: UTF8.self) }
    let texts = files
    let folder = ContentFolder(files: Array(texts.keys)) { texts[$0].map { Array($0.utf8) } }
    let (library, diagnostics) = await LibraryCompiler.compile(folder, fallbackLocale: nil)
    return (library, diagnostics.map(\.description))
  }

  @Test func `a lock of before or of another source language makes no orphans`() async {
    let files = ["nl-nl/wifi.md": Self.translated]
    var lock = await Self.compile(
      files.merging(["en-us/wifi.md": Self.source]) { $1 }, nil
    ).library.permalinks.lock
    expectNoDifference(lock.source, LanguageTag("en-us"))
    for source in [nil, LanguageTag("nl-nl")] {
      lock.source = source
      let (library, findings) = await Self.compile(files, lock)
      expectNoDifference(findings, [])
      expectNoDifference(library.permalinks.lock.source, LanguageTag("en-us"))
    }
  }

  @Test func `a source that is renamed alone is lost, and no translation takes its place`() async {
    let files = ["en-us/wifi.md": Self.source, "nl-nl/wifi.md": Self.translated]
    let lock = await Self.compile(files, nil).library.permalinks.lock
    let (library, findings) = await Self.compile(
      ["en-us/wireless.md": Self.source, "nl-nl/wifi.md": Self.translated], lock)
    expectNoDifference(
      findings,
      [
        #"""
        permalinks.json:4: error: 'wifi' was published ("Wi-Fi") and its source is gone; its \#
        translations stay [lost-permalink]
          hint: if 'wireless' is its source now: `waymark mv wifi wireless`; if the article is gone \#
        for good: `waymark permalinks retire wifi --reason "…"`
        """#
      ])
    expectNoDifference(library.articles.map(\.id), ["wireless"])
    expectNoDifference(library.permalinks.orphans.map(\.paths), [["nl-nl/wifi.md"]])
    #expect(!library.permalinks.isSound)
    var permalinks = library.permalinks
    #expect(throws: Never.self) { try permalinks.move("wifi", to: "wireless") }
    let moved = await Self.compile(
      ["en-us/wireless.md": Self.source, "nl-nl/wireless.md": Self.translated], permalinks.lock)
    expectNoDifference(moved.findings, [])
    let left = await Self.compile(
      ["en-us/wireless.md": Self.source, "nl-nl/wifi.md": Self.translated], permalinks.lock)
    expectNoDifference(left.library.permalinks.orphans.map(\.successor), ["wireless"])
    #expect(left.library.permalinks.isSound)
  }

  @Test func `a source under another title is found by the decisions of its article`() async {
    let files = ["en-us/wifi.md": Self.source, "nl-nl/wifi.md": Self.translated]
    let lock = await Self.compile(files, nil).library.permalinks.lock
    let other = "# Network\n\nIntro.\n\n## Questions\n\nLook at the wall on the ground floor.\n"
    let (library, _) = await Self.compile(
      ["en-us/wireless.md": other, "nl-nl/wifi.md": Self.translated], lock)
    expectNoDifference(library.permalinks.orphans.map(\.successor), ["wireless"])
  }

  @Test func `a source that is retired leaves its translations out`() async {
    let files = ["en-us/wifi.md": Self.source, "nl-nl/wifi.md": Self.translated]
    let lock = await Self.compile(files, nil).library.permalinks.lock
    var permalinks = await Self.compile(["nl-nl/wifi.md": Self.translated], lock).library.permalinks
    #expect(throws: Never.self) {
      try permalinks.retire("wifi", reason: "No more.", replacement: nil)
    }
    let (library, _) = await Self.compile(["nl-nl/wifi.md": Self.translated], permalinks.lock)
    expectNoDifference(library.articles.map(\.id), [])
    let back = await Self.compile(files, permalinks.lock)
    expectNoDifference(back.library.permalinks.lock, lock)
  }

  @Test func `an article that never had a source stays, until it gets one and loses it`() async {
    let files = ["nl-nl/wifi.md": Self.translated]
    let lock = await Self.compile(files, nil).library.permalinks.lock
    expectNoDifference(lock.nodes["wifi"]?.source?.rawValue, "nl-nl")
    let (library, findings) = await Self.compile(files, lock)
    expectNoDifference(findings, [])
    expectNoDifference(library.permalinks.lock, lock)
    expectNoDifference(library.articles.map(\.source.rawValue), ["nl-nl"])
  }
}

extension Node.ID: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self.init(value) }
}
