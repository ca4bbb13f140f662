package import Articles

/// The files of a content folder, as a value: what there is, and how to read it.
package struct ContentFolder: Sendable {
  /// Paths relative to the folder, `/` between their parts, sorted by their bytes.
  package let files: [String]
  /// Returns a file's bytes; `nil` when it cannot be read.
  package let read: FileReader

  package init(files: [String], read: @escaping FileReader) {
    self.files = files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    self.read = read
  }

  /// The same folder with a file of other, or further, bytes.
  package func replacing(_ path: String, with bytes: [UInt8]) -> ContentFolder {
    let known = read
    return ContentFolder(files: Array(Set(files + [path]))) { $0 == path ? bytes : known($0) }
  }
}
