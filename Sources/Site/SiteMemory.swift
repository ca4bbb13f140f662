package import Compiler
package import Content
import Decisions
import Search
package import Storage

/// What a site was made of, and which of its files came of what: so the next build makes only what
/// would be otherwise.
package struct SiteMemory: Sendable {
  /// What every page depends on: settings, theme and languages.
  var base: Fingerprint
  /// What links are resolved by, and the pictures that they show.
  var links: Fingerprint
  /// By the articles' ids.
  package var articles: [String: Article] = [:]
  /// Groups of pages that belong to no article, by name.
  package var parts: [String: Part] = [:]
  /// How many words stand in each field of what can be found, by locale.
  package var lengths: [LanguageTag: [Int]] = [:]
  /// What `lengths` holds for the lengths of an index (`SiteChanges.formerLength`).
  static func numbers(of length: SIMD4<UInt32>) -> [Int] {
    length.indices.map { Int(length[$0]) }
  }

  /// The fingerprints of the files that the site carries along, by their paths in the content folder.
  package var copies: [String: Fingerprint] = [:]

  /// What the site has of an article.
  package struct Article: Sendable {
    /// `Library.facts(of:)`.
    let facts: Fingerprint
    /// The addresses that its pages asked for, as bytes: as a rule, nobody asks for them.
    let asked: ArraySlice<UInt8>
    /// What was answered.
    let answers: Fingerprint
    package let pages: [String]
    /// What can be found of it.
    let found: [LanguageTag: Found]
    /// Where its nodes stand in the locales' `tree.json`.
    package var trees: [LanguageTag: Extent] = [:]

    fileprivate static func bytes(of asked: [AskedAddress]) -> ArraySlice<UInt8> {
      var writer = BinaryWriter()
      writer.write(asked)
      return writer.bytes[...]
    }

    /// Whether a site gives the same answers.
    fileprivate func isAnswered(in site: Site) -> Bool {
      var reader = BinaryReader(asked)
      guard let asked = try? reader.read([AskedAddress].self) else { return false }
      return site.answers(to: asked) == answers
    }
  }

  /// What can be found of an article in a locale.
  struct Found: Sendable {
    /// How many documents that are.
    let count: Int
    /// What they are called.
    let titles: Fingerprint
    /// What their words were read from.
    let content: Fingerprint
  }

  /// A part of a file, in bytes.
  package struct Extent: Sendable {
    package let start: Int
    package let count: Int

    package init(start: Int, count: Int) { (self.start, self.count) = (start, count) }
  }

  /// Pages, and what they were made of.
  package struct Part: Sendable {
    package let facts: Fingerprint
    package let pages: [String]

    package init(facts: Fingerprint, pages: [String]) {
      (self.facts, self.pages) = (facts, pages)
    }
  }
}

/// A site, as it compares with the one that was built before.
package struct SiteChanges: Sendable {
  package let site: Site
  private let former: SiteMemory?
  private let base: Fingerprint
  private let links: Fingerprint
  /// What all articles are made of.
  package let allFacts: Fingerprint
  package let sharedFacts: Fingerprint
  private let facts: [String: Fingerprint]

  /// Compares; `nil` when it is not known what the articles were made of.
  package init?(of site: Site, since former: SiteMemory?) async {
    let library = site.library
    let known = await library.articles.concurrentMap { library.facts(of: $0) }
    var facts: [String: Fingerprint] = [:]
    for (entry, own) in zip(library.articles, known) {
      guard let own else { return nil }
      facts[entry.id] = own
    }
    async let libraryFacts = (links: library.linkFacts, shared: library.sharedFacts)
    base = site.baseFacts
    var links = FingerprintMixer()
    let (linkFacts, ownFacts) = await libraryFacts
    links.add(linkFacts)
    links.add(site.files.facts)
    self.links = links.fingerprint
    var all = FingerprintMixer()
    all.add(base)
    for entry in library.articles { if let own = facts[entry.id] { all.add(own) } }
    var shared = FingerprintMixer()
    shared.add(base)
    shared.add(linkFacts)
    shared.add(ownFacts)
    self.site = site
    self.facts = facts
    self.former = former?.base == base ? former : nil
    allFacts = all.fingerprint
    sharedFacts = shared.fingerprint
  }

  /// An empty memory of this site.
  package var memory: SiteMemory { SiteMemory(base: base, links: links) }

  /// What the former site has of an article, if it would be made in the same way.
  package func unchanged(_ entry: Library.Entry) -> SiteMemory.Article? {
    guard let former, let kept = former.articles[entry.id], kept.facts == facts[entry.id],
      former.links == links || kept.isAnswered(in: site)
    else { return nil }
    return kept
  }

  /// What to remember of an article that was made.
  package func memory(of files: Site.ArticleFiles, _ entry: Library.Entry) -> SiteMemory.Article? {
    guard let facts = facts[entry.id], let answers = files.answers else { return nil }
    return SiteMemory.Article(
      facts: facts, asked: SiteMemory.Article.bytes(of: files.asked), answers: answers,
      pages: files.pages.map(\.path), found: found(in: files, entry))
  }

  private func found(
    in files: Site.ArticleFiles, _ entry: Library.Entry
  ) -> [LanguageTag: SiteMemory.Found] {
    var found: [LanguageTag: SiteMemory.Found] = [:]
    for (locale, article) in files.findable.articles {
      guard let content = site.library.content(of: entry, in: locale) else { continue }
      var titles = FingerprintMixer()
      for document in article.documents {
        titles.add(document.node.rawValue)
        titles.add(document.title)
        titles.add(document.context)
      }
      found[locale] = SiteMemory.Found(
        count: article.documents.count, titles: titles.fingerprint, content: content)
    }
    return found
  }

  /// A part of the former site, if it was made of the same.
  package func unchanged(part name: String, facts: Fingerprint) -> SiteMemory.Part? {
    former?.parts[name].flatMap { $0.facts == facts ? $0 : nil }
  }

  /// What the former site had of an article.
  func former(_ entry: Library.Entry) -> SiteMemory.Article? { former?.articles[entry.id] }

  /// How many words stood in each field of what could be found in a locale.
  func formerLength(in locale: LanguageTag) -> SIMD4<UInt32>? {
    guard let length = former?.lengths[locale], length.count == 4 else { return nil }
    return SIMD4(length.map { UInt32(clamping: $0) })
  }

  /// A part of the former site, whatever it was made of.
  package func former(part name: String) -> SiteMemory.Part? { former?.parts[name] }

  /// What the pages for writers are made of.
  package var writersFacts: Fingerprint {
    var mixer = FingerprintMixer()
    mixer.add(allFacts)
    mixer.add(sharedFacts)
    return mixer.fingerprint
  }

  /// What the pages of step codes are made of: they show what can be found by its titles.
  ///
  /// - Parameter memory: what is remembered of the articles.
  /// - Returns: a fingerprint; `nil` when not all are remembered.
  package func titleFacts(in memory: SiteMemory) -> Fingerprint? {
    var mixer = FingerprintMixer()
    mixer.add(sharedFacts)
    for entry in site.library.articles {
      guard let article = memory.articles[entry.id] else { return nil }
      for locale in site.library.locales(of: entry) {
        guard let found = article.found[locale] else { return nil }
        mixer.add(found.count)
        mixer.add(found.titles)
      }
    }
    return mixer.fingerprint
  }

  /// Whether the articles are those of the former site.
  package var hasSameArticles: Bool { former?.articles.count == site.library.articles.count }

  /// Whether a file that the site carries along is the one that the former site has.
  package func isUnchanged(copyOf path: String, _ print: Fingerprint) -> Bool {
    former?.copies[path] == print
  }
}

extension Site {
  /// What every page depends on: settings, theme and languages.
  fileprivate var baseFacts: Fingerprint {
    var writer = BinaryWriter()
    writer.write(library.folder.fingerprint(Configuration.fileName))
    writer.write(library.locales)
    writer.write(library.isLocalized)
    for path in library.folder.files where path.hasPrefix(Theme.folder) {
      writer.write(path)
      writer.write(library.folder.fingerprint(path))
    }
    writer.write(pointers.facts(in: library))
    return Fingerprint(of: writer.bytes)
  }
}
