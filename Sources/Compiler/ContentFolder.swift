package import Articles
package import Storage

/// The files of a content folder, as a value: what there is, and how to read it.
package struct ContentFolder: Sendable {
  /// Paths relative to the folder, `/` between their parts, sorted by their bytes.
  package let files: [String]
  /// The paths of symbolic links, which are not followed, sorted.
  package let links: [String]
  private let spellings: Spellings
  /// Returns a file's bytes; `nil` when it cannot be read.
  package let read: FileReader
  /// Returns the fingerprint of a file's bytes; `nil` when it cannot be read.
  package let fingerprint: @Sendable (_ path: String) -> Fingerprint?

  package init(
    files: [String], links: [String] = [], read: @escaping FileReader,
    fingerprint: (@Sendable (_ path: String) -> Fingerprint?)? = nil
  ) {
    self.init(
      sorted: files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
      links: links.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, read: read,
      fingerprint: fingerprint ?? { path in read(path).map { Fingerprint(of: $0) } })
  }

  private init(
    sorted files: [String], links: [String], read: @escaping FileReader,
    fingerprint: @escaping @Sendable (_ path: String) -> Fingerprint?
  ) {
    self.files = files
    self.links = links
    spellings = Spellings(of: files)
    self.read = read
    self.fingerprint = fingerprint
  }

  /// The file whose path differs from another in case only; the first of several.
  package func spelling(of path: String) -> String? { spellings.path(like: path) }

  /// The same folder with a file of other, or further, bytes.
  package func replacing(_ path: String, with bytes: [UInt8]) -> ContentFolder {
    let (read, fingerprint) = (read, fingerprint)
    return ContentFolder(
      files: Array(Set(files + [path])), links: links, read: { $0 == path ? bytes : read($0) },
      fingerprint: { $0 == path ? Fingerprint(of: bytes) : fingerprint($0) })
  }

  /// The same folder, which notes in a log what is read of it.
  func logging(to log: ReadLog) -> ContentFolder { noting { log.note($0, $1) } }

  /// The same folder, which tells of every file that is read, with what it holds.
  package func noting(
    _ note: @escaping @Sendable (_ path: String, _ bytes: [UInt8]?) -> Void
  ) -> ContentFolder {
    let read = read
    return ContentFolder(
      sorted: files, links: links,
      read: { path in
        let bytes = read(path)
        note(path, bytes)
        return bytes
      }, fingerprint: fingerprint)
  }
}
