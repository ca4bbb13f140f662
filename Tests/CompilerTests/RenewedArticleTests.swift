import Articles
import Compiler
import Content
import CustomDump
import Decisions
import Diagnostics
import Storage
import Testing

/// Translations whose source article was changed after they were made.
@Suite struct RenewedArticleTests {
  /// A source article, and what its sentences are in Dutch and Arabic.
  private static let source = """
    # No code

    Wait a minute first.

    1. Switch the phone off.
    2. Look in the folder for blocked senders.

    ## Common problems

    | Problem | Solution |
    | --- | --- |
    | No text message comes | Call the service desk. |
    | The code comes too late | Ask for a new code. |
    | The call is silent | Allow unknown callers. |

    ## Next steps

    Read about [the app](app.md).

    """

  private static let translations: [LanguageTag: [String: String]] = [
    .dutch: [
      "No code": "Geen code", "Wait a minute first.": "Wacht eerst een minuut.",
      "Switch the phone off.": "Zet de telefoon uit.",
      "Look in the folder for blocked senders.": "Kijk in de map met geblokkeerde afzenders.",
      "Common problems": "Bekende problemen", "Problem": "Probleem", "Solution": "Oplossing",
      "No text message comes": "Er komt geen sms",
      "Call the service desk.": "Bel de servicedesk.",
      "The code comes too late": "De code komt te laat",
      "Ask for a new code.": "Vraag een nieuwe code aan.",
      "The call is silent": "Het telefoontje is stil",
      "Allow unknown callers.": "Sta onbekende bellers toe.",
      "Next steps": "Volgende stappen",
      "Read about [the app](app.md).": "Lees over [de app](app.md).",
    ],
    .arabic: [
      "No code": "لا رمز", "Wait a minute first.": "انتظر دقيقة أولاً.",
      "Switch the phone off.": "أوقف الهاتف.",
      "Look in the folder for blocked senders.": "ابحث في مجلد المرسلين المحظورين.",
      "Common problems": "مشكلات شائعة", "Problem": "المشكلة", "Solution": "الحل",
      "No text message comes": "لا تصل رسالة", "Call the service desk.": "اتصل بمكتب الخدمة.",
      "The code comes too late": "يصل الرمز متأخرًا", "Ask for a new code.": "اطلب رمزًا جديدًا.",
      "The call is silent": "المكالمة صامتة", "Allow unknown callers.": "اسمح للمتصلين المجهولين.",
      "Next steps": "الخطوات التالية",
      "Read about [the app](app.md).": "اقرأ عن [التطبيق](app.md).",
    ],
  ]

  private static func sideBySide(_ locale: LanguageTag) -> String {
    let known = (translations[locale] ?? [:]).sorted { $0.key.count > $1.key.count }
    var number = 100
    return source.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var out = String(line)
      for (text, translation) in known {
        let cell = line.hasPrefix("|") ? " \(text) |" : text
        guard out.hasSuffix(text) || line.hasPrefix("|") && out.contains(cell) else { continue }
        number += 1
        let unit =
          "<span data-ttu-id=\"1a2b3-\(number)\">\(translation)</span><span class=\"sxs-lookup\">"
          + "<span data-stu-id=\"1a2b3-\(number)\">\(text)</span></span>"
        out.replace(cell, with: cell.replacing(text, with: unit))
        if !line.hasPrefix("|") { break }
      }
      return out
    }.joined(separator: "\n")
  }

  static func files(_ edited: String) -> [String: String] {
    [
      "waymark.yml": "locales: [en-us, nl-nl, ar-sa]\n", "en-us/a.md": edited,
      "nl-nl/a.md": sideBySide(.dutch), "ar-sa/a.md": sideBySide(.arabic),
      "en-us/app.md": "# App\n", "nl-nl/app.md": "# App\n", "ar-sa/app.md": "# App\n",
    ]
  }

  static func compile(
    _ files: [String: String], _ cache: ArticleCache? = nil
  ) async -> (library: Library, findings: [String]) {
    let folder = ContentFolder(files: Array(files.keys)) { files[$0].map { Array($0.utf8) } }
    let (library, found) = await LibraryCompiler.compile(
      folder, fallbackLocale: nil, cache: cache, attaching: { Array($0.article.texts.utf8) })
    return (library, found.map(\.description))
  }

  private static func edited(_ text: String, _ other: String) -> String {
    source.replacing(text, with: other)
  }

  /// What an edition shows, a text on each line; what is in the source language between brackets.
  private static func shown(
    _ library: Library, _ locale: LanguageTag, _ findings: [String] = []
  ) throws -> (lines: [String], standing: Standing) {
    expectNoDifference(findings.filter { $0.contains("tree-differs") }, [])
    let entry = try #require(library["a"])
    let edition = try #require(library.edition(of: entry, in: locale))
    let source = try #require(library.edition(of: entry, in: .americanEnglish))
    #expect(!edition.isFallback)
    expectNoDifference(edition.tree.nodes.map(\.id), source.tree.nodes.map(\.id))
    let units = edition.article.blocks.texts.flatMap { $0.pieces.flatMap(\.target.units) }
    expectNoDifference(units.count, Set(units).count)
    return (edition.article.lines, edition.standing)
  }

  @Test func `a copy of the source stays as it is`() async throws {
    let (library, findings) = await Self.compile(Self.files(Self.source))
    let (lines, standing) = try Self.shown(library, .dutch, findings)
    #expect(standing == .current)
    #expect(!lines.contains { $0.contains("[") })
  }

  @Test func `a step that was added is there in the source language`() async throws {
    let added = Self.edited("2. Look", "2. Never share the code.\n3. Look")
    let (library, findings) = await Self.compile(Self.files(added))
    let (lines, standing) = try Self.shown(library, .dutch, findings)
    expectNoDifference(
      Array(lines[2...4]),
      [
        "Zet de telefoon uit.", "[en-US ltr Never share the code.]",
        "Kijk in de map met geblokkeerde afzenders.",
      ])
    #expect(standing == .partial)
    let arabic = try Self.shown(library, .arabic)
    expectNoDifference(
      Array(arabic.lines[2...3]), ["أوقف الهاتف.", "[en-US ltr Never share the code.]"])
  }

  @Test func `a sentence behind another keeps its distance`() async throws {
    let added = Self.edited("phone off.", "phone off. Then count to ten.")
    let (library, findings) = await Self.compile(Self.files(added))
    let (lines, _) = try Self.shown(library, .dutch, findings)
    expectNoDifference(lines[2], "Zet de telefoon uit. [en-US ltr Then count to ten.]")
  }

  @Test func `a row that was added is a choice in every language`() async throws {
    let added = Self.edited(
      "| The call", "| My screen is cracked | Ask for a new one. |\n| The call")
    let (library, findings) = await Self.compile(Self.files(added))
    let (lines, standing) = try Self.shown(library, .dutch, findings)
    #expect(standing == .partial)
    let index = try #require(lines.firstIndex(of: "[en-US ltr My screen is cracked]"))
    expectNoDifference(
      Array(lines[(index - 1)...(index + 2)]),
      [
        "Vraag een nieuwe code aan.", "[en-US ltr My screen is cracked]",
        "[en-US ltr Ask for a new one.]", "Het telefoontje is stil",
      ])
    let entry = try #require(library["a"])
    let edition = try #require(library.edition(of: entry, in: .dutch))
    let marked = edition.tree.nodes.filter { edition.isPartlyTranslated($0) }
    expectNoDifference(
      marked.map(\.id.rawValue),
      ["a/common-problems", "a/common-problems/my-screen-is-cracked"])
  }

  @Test func `a row that says what another says has its translation`() async throws {
    let added = Self.edited(
      "| The call", "| My screen is cracked | Call the service desk. |\n| The call")
    let (library, findings) = await Self.compile(Self.files(added))
    let (lines, _) = try Self.shown(library, .dutch, findings)
    expectNoDifference(lines.count { $0 == "Bel de servicedesk." }, 2)
  }

  @Test func `a row that was removed is gone from every language`() async throws {
    let removed = Self.edited("| The code comes too late | Ask for a new code. |\n", "")
    let (library, findings) = await Self.compile(Self.files(removed))
    for locale in [LanguageTag.dutch, .arabic] {
      let (lines, standing) = try Self.shown(library, locale, findings)
      #expect(standing == .current)
      #expect(!lines.contains("De code komt te laat") && !lines.contains("يصل الرمز متأخرًا"))
      #expect(!lines.contains { $0.contains("[") })
    }
  }

  @Test func `a sentence in other words keeps its older translation`() async throws {
    let reworded = Self.edited("in the folder for blocked", "into the folder with the blocked")
    let (library, findings) = await Self.compile(Self.files(reworded))
    let (lines, standing) = try Self.shown(library, .dutch, findings)
    #expect(standing == .older)
    expectNoDifference(lines[3], "Kijk in de map met geblokkeerde afzenders.")
    let replaced = Self.edited("Look in the folder for blocked senders.", "Restart your computer.")
    let other = await Self.compile(Self.files(replaced)).library
    expectNoDifference(try Self.shown(other, .dutch).lines[3], "[en-US ltr Restart your computer.]")
  }

  @Test func `a section that moved stands where the source has it`() async throws {
    let parts = Self.source.split(separator: "## ").map(String.init)
    let moved = parts[0] + "## " + parts[2] + "\n## " + parts[1]
    let (library, findings) = await Self.compile(Self.files(moved))
    let (lines, standing) = try Self.shown(library, .dutch, findings)
    #expect(standing == .current)
    expectNoDifference(
      lines.filter { $0.contains("stappen") || $0.contains("problemen") },
      ["Volgende stappen", "Bekende problemen"])
    let translation = try #require(
      library["a"].flatMap { library.translations(of: $0)[.dutch] })
    #expect(translation.isReordered)
  }

  @Test func `an address that changed is the source's`() async throws {
    let changed = Self.edited("(app.md)", "(app.md#start)")
    let (library, findings) = await Self.compile(Self.files(changed))
    #expect(try Self.shown(library, .dutch, findings).standing == .current)
    let entry = try #require(library["a"])
    let edition = try #require(library.edition(of: entry, in: .dutch))
    let links = edition.article.blocks.texts.flatMap(\.target).links
    expectNoDifference(links.map(\.link.destination), ["app.md#start"])
  }

  @Test func `a translation without source text keeps its own words, or is not shown`() async {
    var files = Self.files(Self.source)
    files["nl-nl/a.md"] = Self.source.replacing("No code", with: "Geen code")
    let same = await Self.compile(files)
    #expect(same.library["a"]?.editions[.dutch]?.title.targetWords == "Geen code")
    files["nl-nl/a.md"] = "# Geen code\n\nWacht.\n"
    let other = await Self.compile(files)
    #expect(other.library["a"]?.misfits[.dutch] != nil)
    #expect(other.findings.contains { $0.contains("tree-differs") })
  }

  @Test func `what is to be translated is what the file for translators has open`() async throws {
    let edits = [
      Self.edited("2. Look", "2. Never share the code.\n3. Look"),
      Self.edited("| The call", "| My screen is cracked | Ask for a new one. |\n| The call"),
      Self.edited("| The code comes too late | Ask for a new code. |\n", ""),
      Self.edited("in the folder for blocked", "into the folder with the blocked"),
      Self.edited("| The call", "| My screen is cracked | Call the service desk. |\n| The call"),
    ]
    for edit in edits {
      let library = await Self.compile(Self.files(edit)).library
      let entry = try #require(library["a"])
      let translation = try #require(library.translations(of: entry)[.dutch])
      let files = await library.translationFiles(in: .dutch, only: ["en-us/a.md"]).files
      expectNoDifference(
        translation.missing.map(\.source),
        files.flatMap { $0.text.units.filter { $0.target == nil } }.map {
          String(decoding: $0.source, as: UTF8.self)
        })
    }
  }

  @Test(arguments: 0..<200)
  func `whatever is edited, every language has the source's tree`(seed: UInt64) async throws {
    var random = Seeded(state: seed)
    var lines = Self.source.split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let index = Int.random(in: 1..<lines.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: lines.remove(at: index)
      case 1: lines.insert(lines.randomElement(using: &random) ?? "", at: index)
      case 2: lines.swapAt(index, Int.random(in: 1..<lines.count, using: &random))
      default: lines[index] = lines[index].replacing("the", with: "your")
      }
    }
    let (library, findings) = await Self.compile(Self.files(lines.joined(separator: "\n")))
    for locale in [LanguageTag.dutch, .arabic] { _ = try Self.shown(library, locale, findings) }
  }

  @Test func `what is kept of a translation follows its source`() async throws {
    let states = [
      Self.source, Self.edited("2. Look", "2. Never share the code.\n3. Look"),
      Self.edited("| The call", "| My screen is cracked | Ask for a new one. |\n| The call"),
      Self.edited("in the folder for blocked", "into the folder with the blocked"), Self.source,
    ]
    var cache = ArticleCache(by: Fingerprint(of: "a test"))
    for state in states {
      let files = Self.files(state)
      for _ in 0..<2 {
        let warm = await Self.compile(files, cache)
        let cold = await Self.compile(files, ArticleCache(by: Fingerprint(of: "a test")))
        expectNoDifference(warm.findings, cold.findings)
        expectNoDifference(
          try Self.shown(warm.library, .dutch).lines, try Self.shown(cold.library, .dutch).lines)
        let entry = try #require(warm.library["a"])
        expectNoDifference(
          warm.library.attachment(of: entry, in: .dutch).map { Array($0) },
          cold.library.attachment(of: entry, in: .dutch).map { Array($0) })
        #expect(warm.library.facts(of: entry) == cold.library.facts(of: entry))
        cache = try #require(warm.library.cache)
      }
    }
  }
}

/// A generator whose numbers depend on its seed alone (SplitMix64, Vigna 2015).
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}

extension LanguageTag {
  fileprivate static let dutch = LanguageTag("nl-nl") ?? .americanEnglish
  fileprivate static let arabic = LanguageTag("ar-sa") ?? .americanEnglish
}

extension Article {
  fileprivate var lines: [String] {
    blocks.texts.map { text in
      text.pieces.map { piece in
        guard case .element(let element, let inner)? = piece.translation?.first else {
          return piece.target.plainText
        }
        return "[\(element.attributes.map(\.value).joined(separator: " ")) \(inner.plainText)]"
      }.joined()
    }
  }

  fileprivate var texts: String { lines.joined(separator: "\n") }
}
