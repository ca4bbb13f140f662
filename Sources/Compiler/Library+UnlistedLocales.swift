package import Content

extension Library {
  /// A folder of articles in a locale that the configuration does not name, so that nobody reads it.
  package struct UnlistedLocale: Hashable, Sendable {
    /// The folder's name as it is written.
    package let folder: String
    package let tag: LanguageTag
    /// How many articles it holds.
    package let articleCount: Int
  }

  /// The folders of locales that the configuration does not name, sorted by name.
  package var unlistedLocales: [UnlistedLocale] {
    guard isLocalized else { return [] }
    var counts: [String: Int] = [:]
    for path in folder.files where path.lowercased().hasSuffix(".md") {
      guard let slash = path.firstIndex(of: "/"), let tag = LanguageTag(String(path[..<slash])),
        // A folder such as `img` is none of a language.
        tag.language.count == 2 || tag != LanguageTag(tag.language), !locales.contains(tag)
      else { continue }
      counts[String(path[..<slash]), default: 0] += 1
    }
    return counts.keys.sorted().compactMap { name in
      guard let tag = LanguageTag(name) else { return nil }
      var listed = Configuration()
      listed.locales = [tag]
      let files = LibraryCompiler.articleFiles(folder, listed).filter {
        $0.path.hasPrefix(name + "/")
      }
      return files.isEmpty
        ? nil : UnlistedLocale(folder: name, tag: tag, articleCount: files.count)
    }
  }
}
