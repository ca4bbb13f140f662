import Compiler
import Content
import Exports
import FoundationEssentials
import JSON
import Storage

/// What a part of a site says about itself, in `waymark-shard/manifest.json`.
struct ShardManifest: Decodable {
  /// The folder in a part for what is no file of the site.
  static let folder = "waymark-shard"
  static let path = "\(folder)/manifest.json"
  static let version = 1

  /// The beginning of a locale's `tree.json`.
  static func treeOpening(in locale: String) -> String { "\(folder)/\(locale).opening" }
  /// The nodes of a part's articles, for a locale's `tree.json`.
  static func treePart(in locale: String) -> String { "\(folder)/\(locale).nodes" }

  struct File: Decodable {
    let path: String
    /// 32 hexadecimal digits.
    let fingerprint: String
  }

  let version: Int
  let shard: Int
  let count: Int
  /// The fingerprints of everything that the site is made of.
  let content: String
  let program: String
  let options: String
  /// As folders have their names.
  let locales: [String]
  /// How many articles hold decisions, as a build says it.
  let summary: String
  let hasErrors: Bool
  /// Sorted by path; all but this one.
  let files: [File]

  private enum CodingKeys: String, CodingKey {
    case version, shard, count, content, program, options, locales, summary, files
    case hasErrors = "has_errors"
  }

  /// Reads the manifest of a part; `nil` for a folder that is none, or has been damaged.
  init?(at folder: String) {
    guard let bytes = FileSystem.read("\(folder)/\(Self.path)"),
      let read = try? JSONDecoder().decode(Self.self, from: Data(bytes)),
      read.version == Self.version, read.count >= 1, (1...read.count).contains(read.shard),
      read.files.allSatisfy({ Self.isInside($0.path) })
    else { return nil }
    self = read
  }

  /// Whether a path leads to no place outside of its folder.
  private static func isInside(_ path: String) -> Bool {
    path.split(separator: "/", omittingEmptySubsequences: false)
      .allSatisfy { !["", ".", ".."].contains($0) }
  }

  init(
    _ shard: Shard, of library: Library, _ listing: ContentListing, options: String,
    hasErrors: Bool, files: [File]
  ) {
    version = Self.version
    self.shard = shard.number
    count = shard.count
    content = listing.fingerprint.description
    program = Program.fingerprint?.description ?? ""
    self.options = Fingerprint(of: options).description
    locales = library.locales.map(\.rawValue)
    summary = TreeText.yield(of: library.articles)
    self.hasErrors = hasErrors
    self.files = files
  }

  var json: [UInt8] {
    var json = JSONWriter(.indented)
    json.object { json in
      json.member("version", version)
      json.member("shard", shard)
      json.member("count", count)
      json.member("content", content)
      json.member("program", program)
      json.member("options", options)
      json.array("locales", of: locales) { $0.value($1) }
      json.member("summary", summary)
      json.member("has_errors", hasErrors)
      json.array("files", of: files) { json, file in
        json.object { json in
          json.member("path", file.path)
          json.member("fingerprint", file.fingerprint)
        }
      }
    }
    json.endLine()
    return json.bytes
  }
}
