/// Where a line of an article's assembled text comes from.
struct LineOrigin: Hashable, Sendable {
  /// The included file that holds it, or `nil` for the article itself.
  var file: String?
  /// The 1-based line in that file.
  var line: Int
}

/// An article's text with its includes in place.
struct AssembledText: Sendable {
  var bytes: [UInt8] = []
  /// One for each line of `bytes`.
  var origins: [LineOrigin] = []

  /// Appends a line, with what stands before it where its file is included.
  mutating func append(
    indent: [UInt8] = [], _ line: some Collection<UInt8>, _ origin: LineOrigin
  ) {
    bytes += indent
    bytes += line
    bytes.append(0x0A)
    origins.append(origin)
  }
}
