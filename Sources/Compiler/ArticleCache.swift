package import Storage
import Synchronization

/// What was read of articles, kept so that they need not be read again while their files stay the
/// same.
///
/// An article depends on the files that were read for it, those included; on the settings that say
/// what its path means; and on the program. Whoever inspects articles while they are compiled may
/// attach bytes to each, which are kept with it.
package struct ArticleCache: Sendable {
  /// What is kept of one file.
  struct Record: Sendable, BinaryCodable {
    /// The files that were read for it; `nil` for one that could not be read.
    let reads: [String: Fingerprint?]
    let reading: ArraySlice<UInt8>
    let attachment: ArraySlice<UInt8>
  }

  /// Who keeps it: a program, and what it does with articles while it compiles them.
  private let maker: Fingerprint
  /// What all records depend on.
  private var context: Fingerprint?
  private(set) var records: [String: Record] = [:]
  /// Findings that are settled, by path.
  package var settled = Memo()
  /// Whether it differs from what was kept.
  package private(set) var isChanged = true

  /// An empty cache, or one that was kept; damaged bytes, and those of another maker, are as good as
  /// none.
  package init(by maker: Fingerprint, kept: ArraySlice<UInt8>? = nil) {
    self.maker = maker
    guard let kept else { return }
    var reader = BinaryReader(kept)
    guard let owner = try? reader.read(Fingerprint.self), owner == maker,
      let context = try? reader.read(Fingerprint?.self),
      let records = try? reader.read([String: Record].self),
      let settled = try? reader.read(Memo.self), reader.isAtEnd
    else { return }
    self.context = context
    self.records = records
    self.settled = settled
    isChanged = false
  }

  /// What `init` reads.
  package var bytes: [UInt8] {
    var writer = BinaryWriter()
    writer.write(maker)
    writer.write(context)
    writer.write(records)
    writer.write(settled)
    return writer.bytes
  }

  /// What was attached to the article in a file.
  package func attachment(of path: String) -> ArraySlice<UInt8>? { records[path]?.attachment }

  /// What the article in a file was made of.
  package func fingerprint(of path: String) -> Fingerprint? {
    guard let reads = records[path]?.reads else { return nil }
    var mixer = FingerprintMixer()
    var writer = BinaryWriter()
    writer.write(reads)
    mixer.add(writer.bytes)
    return mixer.fingerprint
  }

  /// The fingerprints of all files that were read for articles.
  package var files: [String: Fingerprint] {
    var found: [String: Fingerprint] = [:]
    for record in records.values {
      for case (let path, let print?) in record.reads { found[path] = print }
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
    guard let record = records[path],
      record.reads.allSatisfy({ folder.fingerprint($0.key) == $0.value })
    else { return nil }
    return record
  }

  /// The same cache with other records.
  func replacing(_ records: [String: Record], isChanged: Bool) -> ArticleCache {
    var copy = self
    copy.isChanged = self.isChanged || isChanged || records.count != self.records.count
    copy.records = records
    return copy
  }

  /// The same cache with other settled findings.
  package func settling(_ settled: Memo, isChanged: Bool) -> ArticleCache {
    var copy = self
    copy.isChanged =
      self.isChanged || isChanged || settled.entries.count != self.settled.entries.count
    copy.settled = settled
    return copy
  }
}

extension ArticleCache.Record {
  init(of reading: Reading, reads: [String: Fingerprint?], attachment: [UInt8]) {
    self.reads = reads
    var writer = BinaryWriter()
    writer.write(reading)
    self.reading = writer.bytes[...]
    self.attachment = attachment[...]
  }

  func encode(to writer: inout BinaryWriter) {
    writer.write(reads)
    writer.write(reading)
    writer.write(attachment)
  }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    reads = try reader.read()
    reading = try reader.readBytes()
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
