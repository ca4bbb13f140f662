import Site
import Storage

/// What a build was made of, what it left behind, and what it said: when nothing of that has
/// changed, the next build has nothing to do and says the same.
struct BuildRecord {
  /// What was asked for, and of which program.
  let question: Fingerprint
  /// The stamps of the content folder's files, by path; `nil` when the next build must look again.
  let inputs: [String: FileStamp]?
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
  ///
  /// - Parameters:
  ///   - question: what was asked for, and of which program.
  ///   - listing: what it was made of; `nil` when the build itself has changed that.
  ///   - root: the site's real path.
  ///   - findings: what was written to standard error.
  ///   - results: what is written to standard output by a build that writes nothing.
  ///   - exitCode: how it ended.
  init?(
    _ question: Fingerprint, of listing: ContentListing?, site root: String, findings: String,
    results: String,
    exitCode: Int
  ) {
    guard let list = FileSystem.read("\(root)/\(SiteWriter.manifest)") else { return nil }
    self.question = question
    inputs = listing.flatMap { $0.isSettled ? $0.stamps : nil }
    others = listing?.readBesides ?? [:]
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
    writer.write(question)
    writer.write(inputs)
    writer.write(others)
    writer.write(site)
    writer.write(findings)
    writer.write(results)
    writer.write(exitCode)
  }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    question = try reader.read()
    inputs = try reader.read()
    others = try reader.read()
    site = try reader.read()
    findings = try reader.read()
    results = try reader.read()
    exitCode = try reader.read()
  }
}

extension CacheFolder {
  /// More sites than this are not remembered.
  private static let keptSites = 16

  /// The record of the site at a real path, if it was built for the same question, and the record's
  /// fingerprint.
  func build(at site: String, of question: Fingerprint) -> (
    record: BuildRecord, print: Fingerprint
  )? {
    guard let bytes = read("site-\(Fingerprint(of: site))") else { return nil }
    var reader = BinaryReader(bytes)
    guard let record = try? reader.read(BuildRecord.self), record.question == question else {
      return nil
    }
    return (record, Fingerprint(of: Array(bytes)))
  }

  /// What the site at a real path was made of; what was kept with another record is of another site.
  func memory(at site: String, for record: Fingerprint) -> SiteMemory? {
    guard let bytes = read("pages-\(Fingerprint(of: site))") else { return nil }
    var reader = BinaryReader(bytes)
    guard let owner = try? reader.read(Fingerprint.self), owner == record else { return nil }
    return try? reader.read(SiteMemory.self)
  }

  /// Keeps a record, and the bytes of what is remembered of its site.
  func keep(_ record: BuildRecord, _ memory: [UInt8]?, at site: String) {
    var writer = BinaryWriter()
    writer.write(record)
    let bytes = writer.bytes
    writer = BinaryWriter()
    writer.write(Fingerprint(of: bytes))
    if let memory { writer.append(memory) }
    write(writer.bytes, to: "pages-\(Fingerprint(of: site))")
    write(bytes, to: "site-\(Fingerprint(of: site))")
    for kind in ["pages-", "site-"] { keepNewest(Self.keptSites, named: kind) }
  }
}
