import Compiler
import Content
import Diagnostics
import Search
import Storage

/// What is known of a folder's articles from former runs, and where it is kept for the next.
struct KeptArticles {
  /// What a command does with articles while it compiles them; the results differ.
  enum Maker: String { case compiling, checking }

  private let listing: ContentListing
  private let folder: CacheFolder?
  private let name: String
  private let maker: Fingerprint
  /// `nil` when nothing is kept; then articles are not encoded either.
  let cache: ArticleCache?

  private static let files = "files"

  init(of listing: ContentListing, by maker: Maker, in options: CacheOptions) async {
    await self.init(of: listing, by: maker, in: options.folder(ofContent: listing.root))
  }

  /// Reads what is kept in a folder; without one, nothing is kept.
  init(of listing: ContentListing, by maker: Maker, in folder: CacheFolder?) async {
    self.listing = listing
    // Nothing would tell what another program has kept.
    self.folder = Program.stamp == nil ? nil : folder
    name = maker.rawValue
    var writer = BinaryWriter()
    writer.write(Program.stamp)
    writer.write(maker.rawValue)
    let maker = Fingerprint(of: writer.bytes)
    self.maker = maker
    if let folder = self.folder {
      cache = await ArticleCache(by: maker) { [name] in folder.read("\(name)-\($0)") }
    } else {
      cache = nil
    }
    if let bytes = self.folder?.read(Self.files) { listing.recall(bytes) }
  }

  /// What is kept, else an empty cache: for whoever asks for what is attached to articles when all
  /// have been read.
  var attaching: ArticleCache { cache ?? ArticleCache(by: maker) }

  /// Keeps what is known now, if it is not what was kept.
  func keep(_ library: Library) async {
    guard let folder, let cache = library.cache else { return }
    _ = await Array(cache.changedParts).concurrentMap { [name] part in
      if let bytes = cache.bytes(ofPart: part) {
        folder.write(bytes, to: "\(name)-\(part)")
      } else {
        folder.remove("\(name)-\(part)")
      }
    }
    cache.forgetReadings()
    listing.remember(cache.files)
    if let bytes = listing.memory { folder.write(bytes, to: Self.files) }
  }
}

extension KeptArticles {
  /// Compiles the library of a folder to read and to search it, and keeps what is known of it.
  static func library(
    of listing: ContentListing, fallbackLocale: LanguageTag?, in options: CacheOptions
  ) async -> (library: Library, findings: [Diagnostic]) {
    let kept = await KeptArticles(of: listing, by: .compiling, in: options)
    let (library, findings) = await LibraryCompiler.compile(
      listing.folder, fallbackLocale: fallbackLocale, cache: kept.attaching,
      attaching: CountedArticle.kept)
    await kept.keep(library)
    return (library, findings)
  }
}
