import Storage

/// What a build was made of, what it left behind, and what it said: when nothing of that has
/// changed, the next build has nothing to do and says the same.
struct BuildRecord {
  /// The stamps of the content folder's files, by path.
  let inputs: [String: FileStamp]
  /// What else was read.
  let others: [String: Fingerprint?]
  /// The stamps of the site's files, by path.
  let site: [String: FileStamp]
  /// What was written to standard error, and to standard output when nothing is written.
  let findings: String
  let results: String
  let exitCode: Int

  /// Whether everything is still as it was.
  func holds(for listing: ContentListing, site root: String) -> Bool {
    listing.stamps == inputs
      && site.allSatisfy { FileStamp(of: "\(root)/\($0.key)") == $0.value }
      && others.allSatisfy { listing.holds($0.value, at: $0.key) }
  }

  /// Takes the stamps of what a build has just published; `nil` when later changes might not show.
  init?(
    of listing: ContentListing, site root: String, findings: String, results: String,
    exitCode: Int
  ) {
    guard listing.isSettled, let list = FileSystem.read("\(root)/\(SiteWriter.manifest)") else {
      return nil
    }
    inputs = listing.stamps
    others = listing.readBesides
    self.findings = findings
    self.results = results
    self.exitCode = exitCode
    FileStamp.waitForTick()
    let now = FileStamp.now
    var stamps: [String: FileStamp] = [:]
    for path in SiteWriter.lines(of: list) + [SiteWriter.manifest] {
      guard let stamp = FileStamp(of: "\(root)/\(path)"), stamp.isSettled(at: now) else {
        return nil
      }
      stamps[path] = stamp
    }
    site = stamps
  }
}

extension BuildRecord: BinaryCodable {
  func encode(to writer: inout BinaryWriter) {
    writer.write(inputs)
    writer.write(others)
    writer.write(site)
    writer.write(findings)
    writer.write(results)
    writer.write(exitCode)
  }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    inputs = try reader.read()
    others = try reader.read()
    site = try reader.read()
    findings = try reader.read()
    results = try reader.read()
    exitCode = try reader.read()
  }
}

extension CacheFolder {
  /// The record of the last build that was asked for in the same way.
  func record(of question: Fingerprint) -> BuildRecord? {
    guard let bytes = read("site-\(question)") else { return nil }
    var reader = BinaryReader(bytes)
    return try? reader.read(BuildRecord.self)
  }

  func keep(_ record: BuildRecord, of question: Fingerprint) {
    var writer = BinaryWriter()
    writer.write(record)
    write(writer.bytes, to: "site-\(question)")
  }
}
