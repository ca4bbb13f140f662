import Articles
import Diagnostics

/// What is nearest to addresses that lead nowhere: each is looked for once, all in parallel.
struct NearestTargets: Sendable {
  private enum Found: Sendable {
    case page(Int)
    case name(String)
  }

  private let resolver: LinkResolver
  private let found: [LinkResolver.Problem: Found]

  /// Looks for what is nearest to what was not found, given the file that holds each address.
  init(
    of problems: [(problem: LinkResolver.Problem, file: String)], by resolver: LinkResolver
  ) async {
    self.resolver = resolver
    var counts: [String: Int] = [:]
    var wanted: Set<LinkResolver.Problem> = []
    for (problem, file) in problems
    where resolver.names(near: problem) != nil
      && counts[file, default: 0] < NearestNames.maximumInFile
    {
      if wanted.insert(problem).inserted { counts[file, default: 0] += 1 }
    }
    let lists = await Array(Set(wanted.compactMap { resolver.names(near: $0) })).concurrentMap {
      ($0, NearestNames(resolver.names(in: $0)))
    }
    let names = Dictionary(lists, uniquingKeysWith: { first, _ in first })
    let pairs = await Array(wanted).concurrentMap { problem -> (LinkResolver.Problem, Found?) in
      (problem, Self.find(problem, in: names, by: resolver))
    }
    found = Dictionary(pairs, uniquingKeysWith: { first, _ in first }).compactMapValues { $0 }
  }

  private static func find(
    _ problem: LinkResolver.Problem, in names: [LinkResolver.Names: NearestNames],
    by resolver: LinkResolver
  ) -> Found? {
    guard let list = resolver.names(near: problem), let names = names[list] else { return nil }
    switch problem {
    case .missingAnchor(let name, _), .unknownReference(let name):
      return names.nearest(to: name).map { .name($0) }
    case .missingFile(let missing):
      guard case .pages = list else {
        return names.nearest(to: missing, limit: 3).map { .name($0) }
      }
      let wanted = resolver.id(of: missing)
      if let moved = resolver.pagesByName[wanted.lastPathComponent]?.first { return .page(moved) }
      return names.nearest(to: wanted, limit: 3).flatMap { resolver.pageByID[$0] }
        .map { .page($0) }
    case .wrongCase, .outside, .serverRoot: return nil
    }
  }

  /// What is nearest to an address that was not found, as the file at `path` would write it.
  func address(for problem: LinkResolver.Problem, from path: String) -> String? {
    switch (found[problem], problem) {
    case (nil, _): nil
    case (.page(let index), _): resolver.address(ofPage: index, from: path)
    case (.name(let name), .missingAnchor): "#\(name)"
    case (.name(let name), .missingFile): ContentPath.relative(from: path, to: name)
    case (.name(let name), _): name
    }
  }
}

extension LinkResolver {
  /// A list of names of which one may have been meant.
  enum Names: Hashable, Sendable {
    case bookmarks(article: String)
    /// The files in a folder that are no articles.
    case files(folder: String)
    /// The articles' ids in a folder.
    case pages(folder: String)
    case references
  }

  /// The list that holds what may have been meant.
  fileprivate func names(near problem: Problem) -> Names? {
    switch problem {
    case .missingAnchor(_, let article): .bookmarks(article: article)
    case .missingFile(let missing) where !missing.hasSuffix(".md") && missing.contains("."):
      .files(folder: String(missing.folder))
    case .missingFile(let missing): .pages(folder: String(id(of: missing).folder))
    case .unknownReference: .references
    case .wrongCase, .outside, .serverRoot: nil
    }
  }

  fileprivate func names(in list: Names) -> [String] {
    switch list {
    case .bookmarks(let article): pageByID[article].map { pages[$0].bookmarks } ?? []
    case .files(let folder): filesByFolder[folder[...]] ?? []
    case .pages(let folder): (pagesByFolder[folder[...]] ?? []).map { pages[$0].id }
    case .references: pageByUID.keys.sorted()
    }
  }

  /// The address of an article in the same locale, where it has an edition in it.
  fileprivate func address(ofPage index: Int, from path: String) -> String? {
    let locale = localeFolders.first { path.hasPrefix($0 + "/") }
    let paths = pages[index].paths
    let own = locale.flatMap { locale in paths.first { $0.hasPrefix(locale + "/") } }
    return (own ?? paths.first).map { ContentPath.relative(from: path, to: $0) }
  }
}
