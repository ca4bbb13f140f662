import Content
import Decisions
import Diagnostics
package import Storage

/// Something that was made of all articles together, by a former run if it was made of the same.
struct LibraryResult<Value: BinaryCodable & Sendable>: Sendable {
  let value: Value
  /// What to keep of it; `nil` when nothing is kept.
  let entry: Memo.Entry?
  let isNew: Bool

  /// Takes a result from a memo, or makes it.
  ///
  /// - Parameters:
  ///   - name: what the memo knows it by.
  ///   - known: the results of a former run.
  ///   - key: what it is made of; `nil` when nothing is kept.
  ///   - isValid: whether nothing else has changed since a result was made.
  ///   - make: makes it.
  init(
    _ name: String, in known: Memo?, madeOf key: Fingerprint?,
    while isValid: (Value) -> Bool = { _ in true }, _ make: () async -> Value
  ) async {
    guard let key, let known else {
      value = await make()
      entry = nil
      isNew = false
      return
    }
    if let bytes = known.value(of: name, madeOf: key), let kept = Self.decode(bytes), isValid(kept)
    {
      value = kept
      entry = Memo.Entry(key: key, value: bytes)
      isNew = false
      return
    }
    value = await make()
    var writer = BinaryWriter()
    writer.write(value)
    entry = Memo.Entry(key: key, value: writer.bytes)
    isNew = true
  }

  private static func decode(_ bytes: ArraySlice<UInt8>) -> Value? {
    var reader = BinaryReader(bytes)
    guard let value = try? reader.read(Value.self), reader.isAtEnd else { return nil }
    return value
  }
}

extension LibraryCompiler {
  /// What the findings about links are made of.
  static func linkKey(_ facts: Fingerprint?, _ readings: [CachedReading]) -> Fingerprint? {
    guard let facts else { return nil }
    var mixer = FingerprintMixer()
    mixer.add(facts)
    for reading in readings {
      guard let record = reading.record else { return nil }
      mixer.add(record.links)
    }
    return mixer.fingerprint
  }

  /// What tables of contents are made of, besides the files that are read for them.
  static func contentsKey(
    _ facts: Fingerprint?, _ locales: [LanguageTag], _ configuration: Configuration
  ) -> Fingerprint? {
    guard let facts else { return nil }
    var mixer = FingerprintMixer()
    mixer.add(facts)
    for locales in [locales, configuration.locales] {
      mixer.add(locales.count)
      for locale in locales { mixer.add(locale.rawValue) }
    }
    return mixer.fingerprint
  }

  /// The tables of contents of a folder, and what was read for them.
  static func contents(
    of folder: ContentFolder, _ locales: [LanguageTag], _ configuration: Configuration,
    _ resolver: LinkResolver, known: Memo?, facts: Fingerprint?
  ) async -> LibraryResult<LibraryContents> {
    await LibraryResult(
      "contents", in: known, madeOf: contentsKey(facts, locales, configuration),
      while: { $0.reads.allSatisfy { folder.fingerprint($0.key) == $0.value } }
    ) {
      let log = ReadLog()
      let read = await ContentsReader.contents(
        of: facts == nil ? folder : folder.logging(to: log), locales, configuration, resolver)
      return LibraryContents(
        entries: read.entries, diagnostics: read.diagnostics, reads: log.reads)
    }
  }

  /// New codes for all nodes, in the order of articles.
  static func codes(
    of ids: [Node.ID], known: Memo?, facts: Fingerprint?
  ) async -> LibraryResult<[StepCode]> {
    await LibraryResult("codes", in: known, madeOf: facts, while: { $0.count == ids.count }) {
      let codes = StepCode.assign(to: ids)
      return ids.compactMap { codes[$0] }
    }
  }
}

/// What the tables of contents of a folder say.
struct LibraryContents: Sendable, BinaryCodable {
  let entries: [LanguageTag: [ContentsEntry]]
  let diagnostics: [Diagnostic]
  /// The files that were read for it; `nil` for one that could not be read.
  let reads: [String: Fingerprint?]

  init(
    entries: [LanguageTag: [ContentsEntry]], diagnostics: [Diagnostic],
    reads: [String: Fingerprint?]
  ) {
    (self.entries, self.diagnostics, self.reads) = (entries, diagnostics, reads)
  }

  func encode(to writer: inout BinaryWriter) {
    writer.write(entries)
    writer.write(diagnostics)
    writer.write(reads)
  }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    entries = try reader.read()
    diagnostics = try reader.read()
    reads = try reader.read()
  }
}

extension ContentsEntry: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) {
    writer.write(title)
    writer.write(target)
    writer.write(children)
  }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    self.init(title: try reader.read(), target: try reader.read(), children: try reader.read())
  }
}

extension StepCode: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) { writer.write(digits) }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    self.init(digits: try reader.read())
  }
}
