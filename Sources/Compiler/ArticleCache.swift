import Content
package import Storage
import Synchronization

/// What was read of articles, kept so that they need not be read again while their files stay the
/// same.
///
/// An article depends on the files that were read for it, those included; on the settings that say
/// what its path means; and on the program. Whoever inspects articles while they are compiled may
/// attach bytes to each, which are kept with it.
///
/// It is kept in parts, each as good without the others, so that a run writes only those in which
/// something is new.
package struct ArticleCache: Sendable {
  /// What is kept of one file.
  struct Record: Sendable, BinaryCodable {
    /// The files that were read for it; `nil` for one that could not be read.
    let reads: [String: Fingerprint?]
    /// What those files held.
    let content: Fingerprint
    /// What its links say, and where.
    let links: Fingerprint
    let reading: KeptReading
    let attachment: ArraySlice<UInt8>
  }

  /// How many parts hold records; one more holds what was made of many articles.
  private static let recordParts = 64

  /// Who keeps it: a program, and what it does with articles while it compiles them.
  private let maker: Fingerprint
  /// What all records depend on.
  private var context: Fingerprint?
  /// By path, in the part that a path has its place in.
  private var records: [[String: Record]]
  /// Findings that are settled, by path.
  package private(set) var settled = Memo()
  /// What was made of all articles, by name.
  private(set) var results = Memo()
  /// The parts that differ from what was kept.
  package private(set) var changedParts: Set<Int>
  /// What was known of the files that have been read again, by path.
  private var former: [String: Record] = [:]

  /// The numbers of all parts.
  package static let parts = Array(0...recordParts)

  /// Whether it differs from what was kept.
  package var isChanged: Bool { !changedParts.isEmpty }

  /// An empty cache.
  package init(by maker: Fingerprint) {
    self.maker = maker
    records = Array(repeating: [:], count: Self.recordParts)
    changedParts = Set(Self.parts)
  }

  /// A cache that was kept; parts that are damaged, of another maker or of other settings are as good
  /// as none.
  ///
  /// - Parameters:
  ///   - maker: who keeps it.
  ///   - read: returns the bytes of a part; `nil` for one that is not kept.
  package init(
    by maker: Fingerprint, kept read: @escaping @Sendable (_ part: Int) -> ArraySlice<UInt8>?
  ) async {
    self.init(by: maker)
    let found = await Self.parts.concurrentMap { number in
      read(number).map { (bytes: $0, part: Part($0, by: maker, number)) }
    }
    context = found.lazy.compactMap { $0?.part?.context }.first
    for (number, kept) in found.enumerated() {
      // A part that holds nothing is not kept.
      guard let kept else { changedParts.remove(number); continue }
      guard let part = kept.part, part.context == context else { continue }
      if number < Self.recordParts {
        records[number] = part.records
      } else {
        (settled, results) = (part.settled, part.results)
      }
      changedParts.remove(number)
    }
  }

  /// What a part holds.
  private struct Part: Sendable {
    let context: Fingerprint?
    var records: [String: Record] = [:]
    var settled = Memo()
    var results = Memo()

    init?(_ bytes: ArraySlice<UInt8>, by maker: Fingerprint, _ number: Int) {
      var reader = BinaryReader(bytes)
      do {
        guard try reader.read(Fingerprint.self) == maker, try reader.read(Int.self) == number
        else { return nil }
        context = try reader.read()
        if number < ArticleCache.recordParts {
          records = try reader.read()
        } else {
          settled = try reader.read()
          results = try reader.read()
        }
      } catch {
        return nil
      }
      guard reader.isAtEnd else { return nil }
    }
  }

  /// The bytes of a part that `init` reads; `nil` for one that holds nothing.
  package func bytes(ofPart number: Int) -> [UInt8]? {
    var writer = BinaryWriter()
    writer.write(maker)
    writer.write(number)
    writer.write(context)
    if number < Self.recordParts {
      guard !records[number].isEmpty else { return nil }
      writer.write(records[number])
    } else {
      guard !settled.entries.isEmpty || !results.entries.isEmpty else { return nil }
      writer.write(settled)
      writer.write(results)
    }
    return writer.bytes
  }

  private static func part(of path: String) -> Int {
    Int(Digest(of: path).value % UInt64(recordParts))
  }

  private func record(of path: String) -> Record? { records[Self.part(of: path)][path] }

  /// What was attached to the article in a file.
  package func attachment(of path: String) -> ArraySlice<UInt8>? { record(of: path)?.attachment }

  /// Holds what was read no longer, since it has been kept: the cache cannot be kept again.
  package func forgetReadings() {
    for record in records.joined() { record.value.reading.forget() }
  }

  /// What was attached to the article in a file that has been read again, before that, if the article
  /// was made of something then.
  package func attachment(
    of path: String, madeOf content: Fingerprint
  ) -> ArraySlice<UInt8>? {
    former[path].flatMap { $0.content == content ? $0.attachment : nil }
  }

  /// What the article in a file was made of.
  package func fingerprint(of path: String) -> Fingerprint? { record(of: path)?.content }

  /// The fingerprints of all files that were read for articles.
  package var files: [String: Fingerprint] {
    var found: [String: Fingerprint] = [:]
    for record in records.joined() {
      for case (let path, let print?) in record.value.reads { found[path] = print }
    }
    return found
  }
}

extension ArticleCache {
  /// The same cache for articles that depend on something else as well.
  func dependent(on context: Fingerprint) -> ArticleCache {
    guard self.context != context else { return self }
    var copy = ArticleCache(by: maker)
    copy.context = context
    return copy
  }

  /// The record of a file that says the same as when it was read, in every file read for it.
  func record(of path: String, in folder: ContentFolder) -> Record? {
    guard let record = record(of: path),
      record.reads.allSatisfy({ folder.fingerprint($0.key) == $0.value })
    else { return nil }
    return record
  }

  /// The same cache with what is known now.
  func replacing(with readings: [CachedReading]) -> ArticleCache {
    var copy = self
    copy.records = Array(repeating: [:], count: Self.recordParts)
    for reading in readings {
      guard let record = reading.record else { continue }
      let part = Self.part(of: reading.path)
      copy.records[part][reading.path] = record
      if reading.isNew {
        copy.changedParts.insert(part)
        copy.former[reading.path] = records[part][reading.path]
      }
    }
    for (part, old) in records.enumerated() where copy.records[part].count != old.count {
      copy.changedParts.insert(part)
    }
    return copy
  }

  /// The same cache with other settled findings.
  package func settling(_ settled: Memo, isChanged: Bool) -> ArticleCache {
    var copy = self
    if isChanged || settled.entries.count != self.settled.entries.count {
      copy.changedParts.insert(Self.recordParts)
    }
    copy.settled = settled
    return copy
  }

  /// The same cache with other results.
  func keeping(_ results: Memo, isChanged: Bool) -> ArticleCache {
    var copy = self
    if isChanged { copy.changedParts.insert(Self.recordParts) }
    copy.results = results
    return copy
  }
}

extension ArticleCache.Record {
  init(of reading: Reading, reads: [String: Fingerprint?], attachment: [UInt8]) {
    self.reads = reads
    var writer = BinaryWriter()
    writer.write(reads)
    content = Fingerprint(of: writer.bytes)
    writer = BinaryWriter()
    writer.write(reading.edition?.path)
    writer.write(reading.edition?.links.references)
    links = Fingerprint(of: writer.bytes)
    writer = BinaryWriter()
    writer.write(reading)
    self.reading = KeptReading(writer.trimmedBytes[...])
    self.attachment = attachment[...]
  }

  func encode(to writer: inout BinaryWriter) {
    writer.write(reads)
    writer.write(content)
    writer.write(links)
    writer.write(reading.bytes)
    writer.write(attachment)
  }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    reads = try reader.read()
    content = try reader.read()
    links = try reader.read()
    reading = KeptReading(try reader.readBytes())
    attachment = try reader.readBytes()
  }
}

/// What is read of a folder for one article.
///
/// A class, since the folder's reader is a function that many may hold.
final class ReadLog: Sendable {
  private let found = Mutex<[String: Fingerprint?]>([:])

  var reads: [String: Fingerprint?] { found.withLock { $0 } }

  func note(_ path: String, _ bytes: [UInt8]?) {
    found.withLock { found in
      if found[path] == nil { found[path] = .some(bytes.map { Fingerprint(of: $0) }) }
    }
  }
}
