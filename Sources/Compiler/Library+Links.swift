package import Content

extension Library {
  /// What an address leads to that stands in an article's text; for links, pictures and videos.
  ///
  /// Differences in case, moved articles, and pictures that only the source's folder holds are
  /// resolved.
  ///
  /// - Parameters:
  ///   - destination: the address as `Link`, `Image` or `Video` has it.
  ///   - path: the article's file, relative to the content folder.
  /// - Returns: the target, `nowhere` for an address that must not become a link.
  package func target(of destination: String, from path: String) -> LinkTarget {
    resolver.resolve(destination, from: path).target
  }

  /// What a link to an article's file leads to, its path relative to the content folder.
  package func target(ofFile path: String, anchor: String) -> LinkTarget {
    resolver.target(ofFile: path, anchor: anchor)
  }

  /// The topics in the order and grouping that the locale's tables of contents give them, else
  /// those of the source; empty when there is no such file.
  package func contents(in locale: LanguageTag) -> [ContentsEntry] {
    contents[locale] ?? locales.first.flatMap { contents[$0] } ?? []
  }

  /// The bytes of a file that a link or picture leads to.
  package func bytes(ofFile path: String) -> [UInt8]? { folder.read(path) }
}

/// A line of a table of contents: a topic, a group of topics, or both.
package struct ContentsEntry: Hashable, Sendable {
  package let title: Text
  /// Where the line leads; `nil` for a group's name.
  package let target: LinkTarget?
  /// In the author's order.
  package let children: [ContentsEntry]
}

extension Configuration {
  /// The folders of the locales as they are written, the source's first.
  func localeFolders(in files: [String]) -> [String] {
    let folders = Set(files.filter { $0.contains("/") }.map { $0.prefix { $0 != "/" } })
    return locales.flatMap { tag in
      folders.filter { LanguageTag(String($0)) == tag }.map(String.init).sorted()
    }
  }

  /// The scheme and host of the base URL: `https://help.example.com`.
  var origin: String? {
    guard let baseURL, let slashes = baseURL.firstRange(of: "://") else { return nil }
    return String(baseURL[..<slashes.upperBound])
      + baseURL[slashes.upperBound...].prefix { $0 != "/" }
  }
}
