import Content
import Storage

/// A file that was read now or before, and what to keep of it.
struct CachedReading: Sendable {
  let path: String
  let reading: Reading
  /// `nil` when nothing is kept.
  let record: ArticleCache.Record?
  let isNew: Bool

  /// Takes a file from the cache, or reads it.
  ///
  /// - Parameters:
  ///   - file: the article.
  ///   - folder: the files.
  ///   - cache: what is known; `nil` when nothing is to be kept either.
  ///   - attach: makes what is kept with the article.
  ///   - read: reads the article in a folder, and passes it on while its text is at hand.
  init(
    of file: LibraryCompiler.File, in folder: ContentFolder, _ cache: ArticleCache?,
    _ attach: @escaping (Inspection) -> [UInt8],
    reading read: (_ folder: ContentFolder, _ pass: (Inspection) -> Void) -> Reading
  ) {
    path = file.path
    guard let cache else {
      reading = read(folder) { _ in }
      record = nil
      isNew = true
      return
    }
    if let known = cache.record(of: file.path, in: folder), let kept = known.decoded {
      reading = kept
      record = known
      isNew = false
      return
    }
    let log = ReadLog()
    var attachment: [UInt8] = []
    reading = read(folder.logging(to: log)) { attachment = attach($0) }
    record = ArticleCache.Record(of: reading, reads: log.reads, attachment: attachment)
    isNew = true
  }
}

extension CachedReading {
  /// What was made of a reading and other files, which are in the log.
  init(renewed reading: Reading, of path: String, _ log: ReadLog, attachment: [UInt8], isKept: Bool)
  {
    self.path = path
    self.reading = reading
    record =
      isKept ? ArticleCache.Record(of: reading, reads: log.reads, attachment: attachment) : nil
    isNew = true
  }
}

extension ArticleCache.Record {
  fileprivate var decoded: Reading? {
    var reader = BinaryReader(reading.bytes)
    guard let found = try? reader.read(Reading.self), reader.isAtEnd else { return nil }
    return found
  }
}

extension LibraryCompiler {
  /// What every article depends on, besides the files that are read for it.
  static func context(
    _ folder: ContentFolder, _ fallbackLocale: LanguageTag?, _ keepsLock: Bool
  ) -> Fingerprint {
    var writer = BinaryWriter()
    writer.write(folder.fingerprint(Configuration.fileName))
    writer.write(fallbackLocale)
    writer.write(keepsLock)
    return Fingerprint(of: writer.bytes)
  }
}
