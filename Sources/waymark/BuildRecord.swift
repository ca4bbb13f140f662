import Compiler
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
  /// The site's files, sorted by path.
  let site: [StampedFile]
  /// What was written to standard error, and to standard output when nothing is written.
  let findings: String
  let results: String
  let exitCode: Int

  /// Whether everything is still as it was.
  func holds(for listing: ContentListing, site root: String) -> Bool {
    listing.stamps == inputs
      && site.allSatisfy { FileStamp(of: "\(root)/\($0.path)") == $0.stamp }
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
    results: String, exitCode: Int
  ) async {
    guard let list = FileSystem.read("\(root)/\(SiteWriter.manifest)") else { return nil }
    self.question = question
    inputs = listing.flatMap { $0.isSettled ? $0.stamps : nil }
    others = listing?.readBesides ?? [:]
    self.findings = findings
    self.results = results
    self.exitCode = exitCode
    FileStamp.waitForTick()
    let now = FileStamp.now
    let paths = (SiteWriter.lines(of: list) + [SiteWriter.manifest]).sorted()
    let files = await paths.concurrentMap { path -> StampedFile? in
      guard let stamp = FileStamp(of: "\(root)/\(path)"), stamp.isSettled(at: now) else {
        return nil
      }
      return StampedFile(path: path, stamp: stamp)
    }
    site = files.compactMap(\.self)
    guard site.count == files.count else { return nil }
  }
}

/// A file, and what the system says of it.
struct StampedFile: Sendable {
  let path: String
  let stamp: FileStamp
}

extension BuildRecord: BinaryCodable {
  func encode(to writer: inout BinaryWriter) {
    writer.write(question)
    writer.write(inputs)
    writer.write(others)
    writer.write(site.count)
    for (place, file) in site.enumerated() {
      writer.write(file.path, after: place == 0 ? "" : site[place - 1].path)
      writer.write(file.stamp)
    }
    writer.write(findings)
    writer.write(results)
    writer.write(exitCode)
  }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    question = try reader.read()
    inputs = try reader.read()
    others = try reader.read()
    var site: [StampedFile] = []
    for _ in 0..<(try reader.readSize()) {
      let path = try reader.readText(after: site.last?.path ?? "")
      site.append(StampedFile(path: path, stamp: try reader.read()))
    }
    self.site = site
    findings = try reader.read()
    results = try reader.read()
    exitCode = try reader.read()
  }
}

/// What is remembered of a site, as bytes behind the fingerprint of the record that it belongs to.
struct KeptMemory: Sendable {
  private var bytes: [UInt8]

  /// Remembers nothing.
  init() { bytes = Self.head(Fingerprint(of: [])) }

  init(_ memory: SiteMemory) {
    var writer = BinaryWriter()
    // The record is made last.
    writer.append(Self.head(Fingerprint(of: [])))
    writer.write(memory)
    bytes = writer.bytes
  }

  /// The bytes of what belongs to a record.
  consuming func bytes(of record: Fingerprint) -> [UInt8] {
    let head = Self.head(record)
    for index in head.indices { bytes[index] = head[index] }
    return bytes
  }

  private static func head(_ record: Fingerprint) -> [UInt8] {
    var writer = BinaryWriter()
    writer.write(record)
    return writer.bytes
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

  /// Keeps a record, and what is remembered of its site.
  func keep(_ record: BuildRecord, _ memory: KeptMemory?, at site: String) async {
    var writer = BinaryWriter()
    writer.write(record)
    let bytes = writer.bytes
    async let pages = write(
      (memory ?? KeptMemory()).bytes(of: Fingerprint(of: bytes)),
      to: "pages-\(Fingerprint(of: site))")
    write(bytes, to: "site-\(Fingerprint(of: site))")
    _ = await pages
    for kind in ["pages-", "site-"] { keepNewest(Self.keptSites, named: kind) }
  }
}
