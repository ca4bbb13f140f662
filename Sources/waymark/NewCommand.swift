import ArgumentParser
import Authoring
import Compiler
import Content
import Diagnostics

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begins a help centre or an article from a template.",
    subcommands: [HelpCentre.self, Article.self])

  struct HelpCentre: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "help-centre", abstract: "Begins a help centre with a first article.")

    @Argument(help: "The folder to make.")
    var folder = "content"

    @Option(help: "The name that readers see.")
    var title = "Help centre"

    @Option(help: "The languages, the source first, such as en-us,nl-nl.")
    var locales = "en-us"

    @Option(help: "Whom to contact when nothing helped; else your service desk.")
    var contact: String?

    func run() throws {
      let tags = try locales.split(separator: ",").map { part in
        guard let tag = LanguageTag(String(part)) else {
          throw ValidationError("'\(part)' is not a language tag. Write tags such as en-us,nl-nl.")
        }
        return tag
      }
      guard let source = tags.first else { throw ValidationError("Name at least one language.") }
      let file = "\(folder)/\(Configuration.fileName)"
      guard FileSystem.realPath(file) == nil else {
        throw ValidationError("'\(file)' exists already. Name another folder.")
      }
      let settings = Template.configuration(title: title, locales: tags.map(\.rawValue)) { locale in
        contact ?? PhraseBook.phrases(for: LanguageTag(locale) ?? source)[.contactDefault]
      }
      let article = "\(folder)/\(source.rawValue)/cannot-sign-in.md"
      guard FileSystem.realPath(article) == nil else {
        throw ValidationError("'\(article)' exists already. Name another folder.")
      }
      try Output.write(Array(settings.utf8), to: file)
      let text = Template.problems.article(title: "I can't sign in")
      try Output.write(Array(text.utf8), to: article)
      let option = folder.asFolderArgument
      Console.print(
        """
        made \(file)
        made \(article)

        Next:
          waymark check\(option)    says what is wrong, and what to do about it
          waymark walk\(option)     answers the questions in the terminal
          waymark build\(option)    writes the site
          waymark new article NAME\(folder.asContentOption)
        """)
    }
  }

  struct Article: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Begins an article.")

    @Argument(help: "Its name, such as lost-phone or phones/lost-phone.")
    var name: String

    @Option(help: "problems (a table of problems), howto (steps), or faq.")
    var template: Template = .problems

    @Option(help: "The title that readers see; made of the name without it.")
    var title: String?

    @Option(help: "The folder with the articles.", completion: .directory)
    var content = FileSystem.defaultContent

    func run() throws {
      guard let folder = FileSystem.contentFolder(at: content) else {
        throw FileSystem.missingFolder(content)
      }
      var findings: [Diagnostic] = []
      let settings = folder.read(Configuration.fileName).map {
        Configuration(parsing: String(decoding: $0, as: UTF8.self), diagnostics: &findings)
      }
      if settings?.isBroken == true {
        FindingReport.print(findings, in: content)
        throw ExitCode.contentErrors
      }
      let locale = settings?.locales.first.map { "\($0)/" } ?? ""
      var wanted = name
      if !locale.isEmpty, wanted.hasPrefix(locale) {
        wanted = String(wanted.dropFirst(locale.count))
      }
      guard let stem = ArticleMove.stem(wanted) else {
        throw ValidationError("'\(name)' names no article inside '\(content)'.")
      }
      let path = "\(locale)\(stem).md"
      if let taken = folder.files.first(where: { $0.lowercased() == path.lowercased() }) {
        throw ValidationError("'\(content)/\(taken)' exists already. Choose another name.")
      }
      let text = template.article(title: title ?? Template.title(ofFile: stem))
      let file = content.prefixed(to: path)
      try Output.write(Array(text.utf8), to: file)
      let option = content.asFolderArgument
      let article = stem.lowercased().quotedForShell
      Console.print(
        """
        made \(file)

        Next: put your own words in it; then
          waymark check\(option)
          waymark walk\(option) \(article)
          waymark explain \(article)\(content.asContentOption)
        """)
    }
  }
}

extension Template: ExpressibleByArgument {}
