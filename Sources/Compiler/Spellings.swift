import Synchronization

/// Finds files by paths whose case is wrong.
///
/// A class, because the tasks that read articles share the table, which is made when the first of
/// them looks for such a path.
final class Spellings: Sendable {
  private let files: [String]
  /// The first file of each path in lower case.
  private let table = Mutex<[String: String]?>(nil)

  /// - Parameter files: sorted.
  init(of files: [String]) { self.files = files }

  /// The file whose path differs in case only; `nil` when there is none.
  func path(like path: String) -> String? {
    table.withLock { table in
      let known =
        table
        ?? Dictionary(files.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
      table = known
      return known[path.lowercased()]
    }
  }
}
