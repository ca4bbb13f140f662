import Compiler
import Content
import Exports
import Storage

/// The parts of one site, found to belong together.
struct ShardMerge {
  /// Why parts cannot be put together.
  enum Failure: Error {
    case notPart(String)
    case differs(String, from: String, what: String)
    case twice(Int, String, String)
    case missing([Int], count: Int)
  }

  private struct Part {
    let folder: String
    let manifest: ShardManifest
  }

  /// In the order of their numbers.
  private let parts: [Part]
  var first: ShardManifest { parts[0].manifest }
  var hasErrors: Bool { parts.contains(where: \.manifest.hasErrors) }

  /// Reads what the parts say about themselves.
  init(of folders: [String]) throws(Failure) {
    var found: [Int: Part] = [:]
    var first: Part?
    for folder in folders {
      guard let manifest = ShardManifest(at: folder) else { throw .notPart(folder) }
      let part = Part(folder: folder, manifest: manifest)
      if let other = first ?? nil, let what = Self.difference(part.manifest, other.manifest) {
        throw .differs(folder, from: other.folder, what: what)
      }
      first = first ?? part
      if let other = found[manifest.shard] {
        throw .twice(manifest.shard, other.folder, folder)
      }
      found[manifest.shard] = part
    }
    let count = first?.manifest.count ?? 1
    let missing = (1...count).filter { found[$0] == nil }
    guard missing.isEmpty else { throw .missing(missing, count: count) }
    parts = found.values.sorted { $0.manifest.shard < $1.manifest.shard }
  }

  private static func difference(_ one: ShardManifest, _ other: ShardManifest) -> String? {
    if one.count != other.count { return "another number of parts" }
    if one.program != other.program { return "another version of waymark" }
    if one.options != other.options { return "other options" }
    return one.content != other.content ? "other content" : nil
  }

  /// Writes the site; a file that is not what its part says it is stops that.
  func write(to writer: SiteWriter) async {
    let files = parts.flatMap { part in
      part.manifest.files.filter { !$0.path.hasPrefix("\(ShardManifest.folder)/") }
        .map { (folder: part.folder, file: $0) }
    }
    _ = await files.concurrentMap { folder, file in
      if let bytes = Self.read(file, in: folder) {
        writer.write(bytes, to: file.path)
      } else {
        writer.fail(.damaged("\(folder)/\(file.path)"))
      }
    }
    for locale in first.locales { writeTree(in: locale, to: writer) }
  }

  /// Puts a locale's `tree.json` together.
  private func writeTree(in locale: String, to writer: SiteWriter) {
    guard let file = writer.open("\(locale)/tree.json") else { return }
    for part in parts { append(ShardManifest.treeOpening(in: locale), of: part, to: file, writer) }
    var isEmpty = true
    for part in parts {
      let path = ShardManifest.treePart(in: locale)
      guard part.manifest.files.contains(where: { $0.path == path }) else { continue }
      if !isEmpty { writer.append([UInt8(ascii: ",")], to: file) }
      isEmpty = false
      append(path, of: part, to: file, writer)
    }
    writer.append(TreeJSON.closing, to: file)
    writer.close(file)
  }

  private func append(
    _ path: String, of part: Part, to file: SiteWriter.OpenFile, _ writer: SiteWriter
  ) {
    guard let piece = part.manifest.files.first(where: { $0.path == path }) else { return }
    if let bytes = Self.read(piece, in: part.folder) {
      writer.append(bytes, to: file)
    } else {
      writer.fail(.damaged("\(part.folder)/\(path)"))
    }
  }

  private static func read(_ file: ShardManifest.File, in folder: String) -> [UInt8]? {
    guard let root = FileSystem.realPath(folder),
      let bytes = FileSystem.read(file.path, inside: root),
      Fingerprint(of: bytes).description == file.fingerprint
    else { return nil }
    return bytes
  }
}

extension ShardMerge.Failure {
  var message: String {
    switch self {
    case .notPart(let folder):
      "\(folder): error: this is no part of a site [not-a-part]"
    case .differs(let folder, let other, let what):
      "\(folder): error: it was made of \(what) than '\(other)' [parts-differ]"
    case .twice(let number, let one, let other):
      "\(other): error: it is part \(number), as '\(one)' is [part-twice]"
    case .missing(let numbers, let count):
      "error: of \(count) parts, these are missing: \(numbers.map(String.init).joined(separator: ", ")) [part-missing]"
    }
  }

  var hint: String {
    switch self {
    case .notPart: "name folders that `waymark build --shard` has written, each whole"
    case .differs: "build all parts with the same program, options and content"
    case .twice: "name each part once"
    case .missing: "build the missing parts, and name their folders too"
    }
  }
}
