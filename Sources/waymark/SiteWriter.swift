import Compiler
import Glibc
import Site
import Storage
import Synchronization

/// Builds a site aside and publishes it in one step: a reader sees the old site or the new one.
///
/// Files that would not change keep their identity, so that mirrors copy little; what only an
/// earlier build wrote is gone from the new site; files of others stay.
///
/// A class, because many tasks share what has been written so far.
final class SiteWriter: Sendable {
  /// The list of the files that the last build wrote, one path a line.
  static let manifest = ".waymark-files"

  private let output: String
  private let staging: StagingFolder
  /// Whether a former site may hold a file as it is to be.
  private let hasFormer: Bool
  /// The stamps of the former site's files, as they were when it was published.
  private let stamps: [String: FileStamp]
  private let state = Mutex(State())

  private struct State {
    var written: [String] = []
    var unchanged: [String] = []
    var failure: PublishFailure?
    /// How many calls are at work.
    var active = 0
    /// Whether a signal is about to end the process.
    var isStopped = false
  }

  struct Summary {
    let files: Int
    let written: Int
    let deleted: Int
  }

  /// The site's folder, without symbolic links.
  var site: String { staging.site }

  /// Makes ready to publish a site in the folder `output`, which need not exist.
  ///
  /// - Parameters:
  ///   - output: the folder as it was named.
  ///   - folders: what must not be replaced, besides the folder that one works in.
  ///   - stamps: what is known of the site that stands there.
  /// - Throws: why no site can be published there.
  init(
    root output: String, keeping folders: [String], stamps: [String: FileStamp] = [:]
  ) throws(PublishFailure) {
    self.output = output
    self.stamps = stamps
    staging = try StagingFolder(beside: output)
    hasFormer = FileSystem.isDirectory(staging.site)
    guard !(folders + ["."]).contains(where: { Self.covers(staging.site, $0) }) else {
      staging.remove()
      throw .coversWork(output)
    }
  }

  /// Whether a file of the former site is as it was when it was published.
  func isThere(_ path: String) -> Bool {
    stamps[path].map { $0 == FileStamp(of: "\(staging.site)/\(path)") } ?? false
  }

  /// Takes a file over from the former site as it is.
  func takeOver(_ path: String) { state.withLock { $0.unchanged.append(path) } }

  /// Writes pages; may be called from many tasks at once.
  func write(_ pages: [Page]) {
    for page in pages { write(page.bytes, to: page.path) }
  }

  func write(_ bytes: [UInt8], to path: String) {
    guard begin() else { return }
    defer { end() }
    if hasFormer, FileSystem.holds(bytes, at: "\(staging.site)/\(path)") {
      state.withLock { $0.unchanged.append(path) }
    } else {
      state.withLock { $0.written.append(path) }
      if !put(path, { FileSystem.write(bytes, to: $0) }) { fail(path) }
    }
  }

  /// Publishes what has been written, unless nothing would change; on failure, nothing is.
  func finish() async throws(PublishFailure) -> Summary {
    let isAllowed = begin()
    let summary = isAllowed ? await publish() : nil
    let failure = state.withLock { $0.failure }
    if state.withLock({ !$0.isStopped }) { await staging.removeTogether() }
    if isAllowed { end() }
    // The signal that has stopped us is about to end the process.
    while state.withLock({ $0.isStopped }) { pause() }
    if let summary { return summary }
    throw failure ?? .refused(output)
  }

  /// Stops in the middle and removes what was built aside, before the process ends.
  func abandon() {
    state.withLock { $0.isStopped = true }
    while state.withLock({ $0.active > 0 }) { usleep(1000) }
    staging.remove()
  }
}

extension SiteWriter {
  /// Whether work may go on; then it must be followed by `end()`.
  private func begin() -> Bool {
    state.withLock { state in
      guard !state.isStopped, state.failure == nil else { return false }
      state.active += 1
      return true
    }
  }

  /// Whether what is being made can still be published.
  private var isWanted: Bool { state.withLock { !$0.isStopped && $0.failure == nil } }

  private func end() { state.withLock { $0.active -= 1 } }

  /// Notes that a file of the site cannot be written or read; then nothing is published.
  func fail(_ path: String) { fail(.refused("\(output)/\(path)")) }

  /// Notes why nothing can be published; the first reason counts.
  func fail(_ failure: PublishFailure) {
    state.withLock { $0.failure = $0.failure ?? failure }
  }

  /// The fingerprints of all files so far, by path.
  func fingerprints() async -> [(path: String, print: Fingerprint)] {
    let (written, unchanged) = state.withLock { (Set($0.written), Set($0.unchanged)) }
    let (next, site) = (staging.next, staging.site)
    return await written.union(unchanged).sorted().concurrentMap { path in
      let file = written.contains(path) ? "\(next)/\(path)" : "\(site)/\(path)"
      return FileSystem.read(file).map { (path: path, print: Fingerprint(of: $0)) }
    }.compactMap { $0 }
  }

  /// The paths of the files that the build before wrote.
  private func formerPaths() async -> Set<String> {
    Set(Self.lines(of: FileSystem.read("\(staging.site)/\(Self.manifest)") ?? []))
  }

  /// `nil` when something failed, or was stopped.
  private func publish() async -> Summary? {
    async let former = formerPaths()
    let (written, unchanged) = state.withLock { (Set($0.written), $0.unchanged) }
    let paths = written.union(unchanged)
    let list = Array((paths.sorted().joined(separator: "\n") + "\n").utf8)
    let old = await former
    let deleted = old.count { !paths.contains($0) }
    if written.isEmpty, deleted == 0,
      FileSystem.holds(list, at: "\(staging.site)/\(Self.manifest)")
    {
      return Summary(files: paths.count, written: 0, deleted: 0)
    }
    write(list, to: Self.manifest)
    // The list itself may be among what stays.
    let isListMade = state.withLock { $0.written.last == Self.manifest }
    let takeover = Takeover(
      old: staging.site, new: staging.next, files: paths.union([Self.manifest]),
      made: isListMade ? written.union([Self.manifest]) : written, former: old)
    if let refused = await takeover.run(while: { self.isWanted }) { fail(refused) }
    guard isWanted else { return nil }
    do {
      try staging.publish()
    } catch {
      state.withLock { $0.failure = error }
      return nil
    }
    return Summary(files: paths.count, written: written.count, deleted: deleted)
  }
}

extension SiteWriter {
  /// A file that is written piece by piece, so that it need never be whole in memory.
  struct OpenFile {
    fileprivate let path: String
    fileprivate let descriptor: Int32
  }

  /// Begins a file; `nil` when it cannot be made, or the build was stopped.
  func open(_ path: String) -> OpenFile? {
    guard begin() else { return nil }
    defer { end() }
    var descriptor: Int32 = -1
    let isOpen = put(path) { file in
      descriptor = FileSystem.create(file)
      return descriptor >= 0
    }
    if !isOpen { fail(path) }
    return isOpen ? OpenFile(path: path, descriptor: descriptor) : nil
  }

  func append(_ bytes: [UInt8], to file: OpenFile) {
    guard begin() else { return }
    defer { end() }
    if !FileSystem.write(bytes, to: file.descriptor) { fail(file.path) }
  }

  /// Ends a file; one that is the same as in the old site is taken from there.
  func close(_ file: OpenFile) {
    let isClosed = Glibc.close(file.descriptor) == 0
    guard begin() else { return }
    defer { end() }
    guard isClosed else { return fail(file.path) }
    let new = "\(staging.next)/\(file.path)"
    if FileSystem.isEqual(new, "\(staging.site)/\(file.path)") {
      _ = unsafe unlink(new)
      state.withLock { $0.unchanged.append(file.path) }
    } else {
      state.withLock { $0.written.append(file.path) }
    }
  }
}

extension SiteWriter {
  /// Makes a file in the new site, after its folder where that is missing; returns whether it could.
  private func put(_ path: String, _ make: (String) -> Bool) -> Bool {
    let file = "\(staging.next)/\(path)"
    if make(file) { return true }
    guard errno == ENOENT, let slash = file.lastIndex(of: "/") else { return false }
    FileSystem.makeFolder(String(file[..<slash]))
    return make(file)
  }

  /// The paths in a list of files.
  static func lines(of bytes: [UInt8]) -> [String] {
    bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether a folder is another one or stands above it.
  private static func covers(_ folder: String, _ other: String) -> Bool {
    guard let other = FileSystem.realPath(other) else { return false }
    return other == folder || other.hasPrefix(folder == "/" ? "/" : folder + "/")
  }
}
