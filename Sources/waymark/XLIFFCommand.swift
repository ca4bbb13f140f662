import ArgumentParser
import Compiler
import Content
import Diagnostics
import Exports

struct XLIFFCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "xliff",
    abstract: "Gives texts to translation tools, and takes them back.",
    subcommands: [Export.self, Import.self])

  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Writes what is to be translated into a language, as XLIFF 2.1.",
      discussion: """
        What is translated already is in the file too. An article without translation, or one \
        whose source has changed, comes with its current sentences. Bold text, links, code and \
        pictures are protected.
        """)

    @Argument(help: "The folder with the articles.", completion: .directory)
    var content = FileSystem.defaultContent

    @Argument(
      help: "The articles to export instead of all files, such as security-info.",
      completion: .custom(Completions.articles))
    var articles: [String] = []

    @Option(
      help: "The language to translate into, such as nl-nl.",
      completion: .custom(Completions.locales))
    var locale: LanguageTag

    @Flag(help: "Leave out files in which nothing is to be done.")
    var needsWork = false

    @Option(
      name: .shortAndLong, help: "The file to write instead of standard output.",
      completion: .file())
    var output: String?
  }

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Puts translations from an XLIFF 2 file into the side-by-side articles.",
      discussion: """
        Only the words of changed translations are touched. New articles, and those whose source \
        has changed, are written once all their sentences are translated.
        """)

    @Argument(help: "The XLIFF file.", completion: .file())
    var file: String

    @Argument(help: "The folder with the articles.", completion: .directory)
    var content = FileSystem.defaultContent

    @Flag(help: "Also write files that are not wholly translated; the rest shows the source.")
    var partial = false

    @Flag(help: "Mark new articles as translated by a machine.")
    var machine = false

    @Flag(name: .shortAndLong, help: "Only say what would be written.")
    var dryRun = false
  }
}

extension XLIFFCommand.Export {
  func run() async throws {
    let library = try await XLIFFCommand.library(content)
    try XLIFFCommand.validate(locale, library)
    var wanted: Set<String>?
    if !articles.isEmpty {
      let entries = try articles.flatMap { try library.articles(named: $0, at: content) }
      wanted = Set(entries.flatMap { $0.editions.values.map(\.path) })
    }
    let (files, unpaired) = await library.translationFiles(in: locale, only: wanted)
    for path in unpaired {
      Console.error(
        "\(path): note: it has no source text beside it, and is left out [plain-translation]")
    }
    let exported = needsWork ? files.filter(\.needsWork) : files
    guard !exported.isEmpty else {
      return Console.error("nothing to translate; nothing is written")
    }
    let source = library.isLocalized ? library.locales.first : nil
    let xliff = XLIFF(exported, from: source ?? .americanEnglish, to: locale)
    try Output.write(XLIFFWriter.render(xliff), to: output)
    let units = xliff.files.flatMap(\.units)
    let open = units.count { $0.target == nil }
    let count = xliff.files.count == 1 ? "1 file" : "\(xliff.files.count) files"
    Console.error("\(count), \(units.count) units, \(open) to translate")
    if let output {
      Console.error("Translate \(output), then: waymark xliff import \(output) \(content)")
    }
  }
}

extension XLIFFCommand.Import {
  func run() async throws {
    guard let bytes = FileSystem.read(file) else {
      Console.error("\(file): error: no such file [missing-file]")
      Console.error("  hint: check the path")
      throw ExitCode.couldNotRun
    }
    let texts = try read(bytes)
    guard let locale = LanguageTag(texts.targetLanguage) else {
      throw failure(
        "error: '\(texts.targetLanguage)' is no language tag [not-xliff]", "write trgLang=\"nl-NL\""
      )
    }
    let library = try await XLIFFCommand.library(content)
    try XLIFFCommand.validate(locale, library)
    let originals = Set(texts.files.map(\.original))
    let (files, _) = await library.translationFiles(
      in: locale, only: originals, translationType: machine ? "MT" : "HT")
    let result = XLIFFImport.apply(texts, to: files, allowsPartial: partial)
    FindingReport.print(result.diagnostics, in: content)
    for file in result.files {
      if !dryRun { try write(file) }
      let rest = file.untranslated == 0 ? "" : ", \(file.untranslated) sentences untranslated"
      Console.print("\(file.isNew ? "new" : "changed") \(file.path)\(rest)")
    }
    if result.files.isEmpty { Console.print("nothing to change") }
    if result.diagnostics.contains(where: { $0.severity == .error }) {
      throw ExitCode.contentErrors
    }
  }

  private func read(_ bytes: [UInt8]) throws -> XLIFFTexts {
    do {
      return try XLIFFTexts(parsing: bytes)
    } catch .notXML(let line, let message) {
      throw failure("\(line): error: \(message) [not-xliff]", "export it from the tool again")
    } catch .notXLIFF2(let found) {
      throw failure(
        "error: it is '\(found)', not XLIFF 2 [not-xliff]", "save it as XLIFF 2.0 or 2.1")
    } catch .noTargetLanguage {
      throw failure(
        "error: it does not say its target language [not-xliff]", "write trgLang=\"nl-NL\"")
    }
  }

  private func failure(_ message: String, _ hint: String) -> ExitCode {
    Console.error("\(file):\(message.first?.isNumber == true ? "" : " ")\(message)")
    Console.error("  hint: \(hint)")
    return .couldNotRun
  }

  private func write(_ file: XLIFFImport.File) throws {
    guard FileSystem.staysInside(content, file.path) else {
      Console.error(
        "\(content)/\(file.path): error: it lies outside of the folder [unwritable-output]")
      Console.error("  hint: remove the symbolic link that leads there")
      throw ExitCode.couldNotRun
    }
    try Output.write(file.bytes, to: "\(content)/\(file.path)")
  }
}

extension XLIFFCommand {
  fileprivate static func library(_ content: String) async throws -> Library {
    guard let folder = FileSystem.contentFolder(at: content) else {
      throw FileSystem.missingFolder(content)
    }
    return try await Library.compiled(folder, at: content, fallbackLocale: nil)
  }

  fileprivate static func validate(_ locale: LanguageTag, _ library: Library) throws {
    let known = library.isLocalized ? Array(library.locales.dropFirst()) : library.locales
    guard !known.contains(locale) else { return }
    let list = known.map(\.rawValue).joined(separator: ", ")
    throw ValidationError(
      "'\(locale)' is no language to translate into. The folder has: \(list). "
        + "Add others to 'locales' in waymark.yml.")
  }
}
