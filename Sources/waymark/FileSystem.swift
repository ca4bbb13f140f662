import ArgumentParser
import Compiler
import Content
import Glibc

/// Files on disk, read and listed with POSIX calls.
enum FileSystem {
  /// The content folder at a path; `nil` when there is no such folder.
  ///
  /// Symbolic links that lead out of the folder are neither listed nor read.
  static func contentFolder(at path: String) -> ContentFolder? {
    ContentListing(at: path)?.folder
  }

  /// The bytes of a file inside a folder, given the folder's real path; `nil` for one that cannot be
  /// read, or that a symbolic link leads to from outside.
  static func read(_ path: String, inside root: String) -> [UInt8]? {
    guard let real = realPath("\(root)/\(path)"), real.hasPrefix(root + "/") else { return nil }
    return read(real)
  }

  /// What stands in a folder and those below it, hidden names left out.
  struct Contents {
    /// The stamps of the files, by path.
    var stamps: [String: FileStamp] = [:]
    /// The paths of symbolic links, which are not followed: they may lead out, or in a circle.
    var links: [String] = []
  }

  /// Lists a folder and those below it.
  static func contents(of root: String) -> Contents {
    var found = Contents()
    list(root, prefix: "", depth: 0, into: &found)
    return found
  }

  /// Whether a path inside a folder leads, as far as it exists, to no place outside of it.
  static func staysInside(_ folder: String, _ path: String) -> Bool {
    guard let root = realPath(folder) else { return false }
    var inside = path
    while let end = inside.lastIndex(of: "/") {
      if let real = realPath("\(root)/\(inside)") { return real.hasPrefix(root + "/") }
      inside = String(inside[..<end])
    }
    return realPath("\(root)/\(inside)").map { $0.hasPrefix(root + "/") } ?? true
  }

  /// The folders whose paths begin with what somebody began to write, sorted, each with `/` at its
  /// end.
  static func subfolders(startingWith path: String) -> [String] {
    let parent = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    return names(in: parent.isEmpty ? "." : parent).folders.map { "\(parent)\($0)/" }
      .filter { $0.hasPrefix(path) }.sorted()
  }

  /// The folder that commands take when none is named: `content`, or the working folder where that
  /// is a help centre itself.
  static var defaultContent: String {
    !isFolder("content") && isFile(Configuration.fileName) ? "." : "content"
  }

  /// Says that a folder does not exist; the error ends the command.
  static func missingFolder(_ path: String) -> ExitCode {
    if isFile(path) {
      Console.error("\(path): error: a file, not a folder [missing-folder]")
      Console.error("  hint: name the folder that holds all your articles")
    } else {
      Console.error("\(path): error: no such folder [missing-folder]")
      let name = path == "content" ? "" : " \(path.quotedForShell)"
      Console.error(
        "  hint: name the folder that holds your articles, or begin one with "
          + "`waymark new help-centre\(name)`")
    }
    return .couldNotRun
  }

  /// A folder and every folder below it, as paths that begin with its own.
  static func folders(in root: String) -> [String] {
    var found = [root]
    var depths = [0]
    var next = 0
    while next < found.count {
      if depths[next] < maximumDepth {
        let inner = names(in: found[next]).folders.map { "\(found[next])/\($0)" }
        found += inner
        depths += inner.map { _ in depths[next] + 1 }
      }
      next += 1
    }
    return found
  }

  static let maximumDepth = 64

  private static func list(
    _ folder: String, prefix: String, depth: Int, into found: inout Contents
  ) {
    guard depth < maximumDepth else { return }
    let names = names(in: folder)
    for (name, stamp) in names.files { found.stamps[prefix + name] = stamp }
    found.links += names.links.map { prefix + $0 }
    // A site that was built into the folder is none of its articles.
    for name in names.folders
    where FileStamp(of: "\(folder)/\(name)/\(SiteWriter.manifest)") == nil {
      list("\(folder)/\(name)", prefix: "\(prefix)\(name)/", depth: depth + 1, into: &found)
    }
  }

  /// The names of what stands directly in a folder, hidden ones left out.
  private static func names(
    in folder: String
  ) -> (files: [(name: String, stamp: FileStamp)], folders: [String], links: [String]) {
    guard let stream = unsafe opendir(folder) else { return ([], [], []) }
    defer { unsafe closedir(stream) }
    var files: [(name: String, stamp: FileStamp)] = []
    var folders: [String] = []
    var links: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        unsafe tuple.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      var status = stat()
      guard unsafe lstat("\(folder)/\(name)", &status) == 0 else { continue }
      if let stamp = FileStamp(status) {
        files.append((name, stamp))
      } else if status.st_mode & S_IFMT == S_IFDIR {
        folders.append(name)
      } else if status.st_mode & S_IFMT == S_IFLNK {
        links.append(name)
      }
    }
    return (files, folders, links)
  }

  /// The kind of a file that is no symbolic link.
  private static func kind(of path: String) -> mode_t {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return 0 }
    return status.st_mode & S_IFMT
  }

  static func isDirectory(_ path: String) -> Bool { kind(of: path) == S_IFDIR }

  /// Whether the path leads to a folder, perhaps through a symbolic link.
  static func isFolder(_ path: String) -> Bool { realPath(path).map(isDirectory) ?? false }

  /// Whether the path leads to a file, perhaps through a symbolic link.
  static func isFile(_ path: String) -> Bool {
    realPath(path).map { kind(of: $0) == S_IFREG } ?? false
  }

  static func realPath(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// A file's bytes; `nil` when it cannot be read.
  static func read(_ path: String) -> [UInt8]? {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    var isWhole = true
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
      while count < buffer.count {
        guard let base = buffer.baseAddress else { return }
        let part = unsafe Glibc.read(file, base + count, buffer.count - count)
        if part < 0, errno == EINTR { continue }
        if part < 0 { isWhole = false }
        guard part > 0 else { return }
        count += part
      }
    }
    return isWhole ? bytes : nil
  }
}

extension FileSystem {
  /// A part of a file; `nil` when it cannot be read, or the file is shorter.
  static func read(_ path: String, from start: Int, count: Int) -> [UInt8]? {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return nil }
    defer { close(file) }
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, read in
      while read < count, let base = buffer.baseAddress {
        let part = unsafe pread(file, base + read, count - read, start + read)
        if part < 0, errno == EINTR { continue }
        guard part > 0 else { return }
        read += part
      }
    }
    return bytes.count == count ? bytes : nil
  }

  /// Writes a file's bytes in place; returns whether all of them were written.
  static func write(_ bytes: [UInt8], to path: String) -> Bool {
    let file = create(path)
    guard file >= 0 else { return false }
    let isWritten = write(bytes, to: file)
    return close(file) == 0 && isWritten
  }

  /// Opens a new, empty file in the place of any other, to write; negative when that fails.
  static func create(_ path: String) -> Int32 {
    unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
  }

  /// Writes bytes at the end of an open file; returns whether all of them were written.
  static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    unsafe bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        guard let base = buffer.baseAddress else { return true }
        let count = unsafe Glibc.write(file, base + offset, buffer.count - offset)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        offset += count
      }
      return true
    }
  }

  /// Makes a folder and those above it, where they are missing.
  static func makeFolder(_ path: String) {
    if isDirectory(path) || path.isEmpty { return }
    if let end = path.lastIndex(of: "/") { makeFolder(String(path[..<end])) }
    _ = unsafe mkdir(path, 0o755)
  }
}
