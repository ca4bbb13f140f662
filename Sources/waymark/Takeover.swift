import Compiler
import Glibc

/// Gives files of an old site their place in the new one as well, on all cores.
struct Takeover: Sendable {
  /// The folders of both sites.
  let old, new: String
  /// The paths of the new site's files.
  let files: Set<String>
  /// The paths of those that were made; all others stay as they are.
  let made: Set<String>
  /// The paths of the files that the build before wrote; what stands besides is of others, and stays.
  let former: Set<String>

  private func isKept(_ path: String) -> Bool { files.contains(path) && !made.contains(path) }
  private func isOurs(_ path: String) -> Bool { files.contains(path) || former.contains(path) }

  /// What became of one folder.
  private struct Part: Sendable {
    /// The folders in it, each with `/` at its end.
    var folders: [String] = []
    /// How many of the files that stay have their place.
    var placed = 0
    var refused: String?
  }

  /// Goes through the old site, folder by folder.
  ///
  /// - Parameter isWanted: asked from time to time, whether to go on.
  /// - Returns: the path of a file that has no place in the new site; `nil` when all have one.
  func run(while isWanted: @escaping @Sendable () -> Bool) async -> String? {
    var folders = [""]
    var placed = 0
    while !folders.isEmpty {
      let parts = await folders.concurrentMap { isWanted() ? takeOver($0) : Part() }
      if let refused = parts.lazy.compactMap(\.refused).first { return refused }
      placed += parts.reduce(0) { $0 + $1.placed }
      folders = parts.flatMap(\.folders)
    }
    guard placed < files.count - made.count else { return nil }
    return files.subtracting(made).sorted().first { FileStamp(of: "\(new)/\($0)") == nil }
  }

  private func takeOver(_ folder: String) -> Part {
    var part = Part()
    var names: [String] = []
    let entries = FileSystem.entries(of: "\(old)/\(folder)")
    for entry in entries {
      let path = folder + entry.name
      switch entry.kind {
      case .folder: part.folders.append("\(path)/")
      case .file where isKept(path):
        names.append(entry.name)
        part.placed += 1
      case .file, .link: if !isOurs(path) { names.append(entry.name) }
      case .other: break
      }
    }
    if !names.isEmpty || entries.isEmpty { FileSystem.makeFolder("\(new)/\(folder)") }
    part.refused = link(names, in: folder)
    return part
  }

  /// Links files; returns the path of one that could not be.
  private func link(_ names: [String], in folder: String) -> String? {
    // The system need not look up both folders' paths for each file.
    let from = FileSystem.descriptor(ofFolder: "\(old)/\(folder)")
    let to = FileSystem.descriptor(ofFolder: "\(new)/\(folder)")
    defer { for place in [from, to] where place >= 0 { close(place) } }
    let refused = names.first { name in
      unsafe linkat(from, name, to, name, 0) != 0
        && !FileSystem.link("\(old)/\(folder)\(name)", "\(new)/\(folder)\(name)")
    }
    return refused.map { folder + $0 }
  }
}
