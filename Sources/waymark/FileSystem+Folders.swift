import Compiler
import Glibc

extension FileSystem {
  /// Whether an open file is what a path names.
  static func isSame(_ file: Int32, _ path: String) -> Bool {
    var (open, named) = (stat(), stat())
    return unsafe fstat(file, &open) == 0 && lstat(path, &named) == 0
      && open.st_ino == named.st_ino && open.st_dev == named.st_dev
  }

  /// Whether a file holds exactly these bytes.
  static func holds(_ bytes: [UInt8], at path: String) -> Bool {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return false }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      Int(status.st_size) == bytes.count
    else { return false }
    return unsafe withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
      var offset = 0
      while offset < bytes.count {
        let count = unsafe Glibc.read(file, buffer.baseAddress, buffer.count)
        guard count > 0, offset + count <= bytes.count else { return false }
        let isSame = unsafe bytes.withUnsafeBytes { wanted in
          guard let start = wanted.baseAddress, let read = buffer.baseAddress else { return false }
          return unsafe memcmp(start + offset, read, count) == 0
        }
        guard isSame else { return false }
        offset += count
      }
      return true
    }
  }

  /// Whether two files hold the same bytes.
  static func isEqual(_ path: String, _ other: String) -> Bool {
    let first = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    let second = unsafe open(other, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    defer { for file in [first, second] where file >= 0 { close(file) } }
    var (left, right) = (stat(), stat())
    guard first >= 0, second >= 0, unsafe fstat(first, &left) == 0,
      unsafe fstat(second, &right) == 0, right.st_mode & S_IFMT == S_IFREG,
      left.st_size == right.st_size
    else { return false }
    let size = 1 << 16
    return unsafe withUnsafeTemporaryAllocation(byteCount: 2 * size, alignment: 16) { buffer in
      guard let start = buffer.baseAddress else { return false }
      while true {
        let count = unsafe Glibc.read(first, start, size)
        guard count >= 0, unsafe Glibc.read(second, start + size, size) == count else {
          return false
        }
        if count == 0 { return true }
        guard unsafe memcmp(start, start + size, count) == 0 else { return false }
      }
    }
  }

  /// One entry of a folder.
  struct Entry {
    enum Kind { case file, folder, link, other }
    let name: String
    let kind: Kind
  }

  /// The entries of a folder in no particular order; none when it cannot be read.
  static func entries(of folder: String) -> [Entry] {
    guard let stream = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(stream) }
    var found: [Entry] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        unsafe tuple.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      let kind = unsafe kind(ofType: Int(entry.pointee.d_type))
      found.append(Entry(name: name, kind: kind ?? self.kind(ofEntry: "\(folder)/\(name)")))
    }
    return found
  }

  /// The kind that the system gives with an entry; `nil` where the file system does not tell.
  private static func kind(ofType type: Int) -> Entry.Kind? {
    switch type {
    case DT_REG: .file
    case DT_DIR: .folder
    case DT_LNK: .link
    case DT_UNKNOWN: nil
    default: .other
    }
  }

  private static func kind(ofEntry path: String) -> Entry.Kind {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return .other }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }

  /// Removes all that a folder holds; symbolic links are removed, never followed.
  static func removeContents(of folder: String) {
    for inner in removeFiles(of: folder) {
      removeContents(of: inner)
      unsafe rmdir(inner)
    }
  }

  /// The same on all cores.
  static func removeContentsTogether(of folder: String) async {
    var levels = [[folder]]
    while let last = levels.last, !last.isEmpty {
      levels.append(await last.concurrentMap { removeFiles(of: $0) }.flatMap { $0 })
    }
    for inner in levels.dropFirst().reversed().joined() { unsafe rmdir(inner) }
  }

  /// Removes all but the folders in a folder, and returns their paths.
  private static func removeFiles(of folder: String) -> [String] {
    // The system need not look up the folder's path for each of its files.
    let place = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard place >= 0 else { return [] }
    defer { close(place) }
    var folders: [String] = []
    for entry in entries(of: folder) {
      if entry.kind == .folder {
        folders.append("\(folder)/\(entry.name)")
      } else {
        unsafe unlinkat(place, entry.name, 0)
      }
    }
    return folders
  }

  /// Opens a folder to name what is in it; negative when that fails.
  static func descriptor(ofFolder folder: String) -> Int32 {
    unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  }

  /// Writes a folder's own entries to the disk.
  static func sync(folder: String) {
    let file = descriptor(ofFolder: folder)
    guard file >= 0 else { return }
    fsync(file)
    close(file)
  }

  /// Gives a file a second name, or copies it where the file system knows no second names.
  static func link(_ old: String, _ new: String) -> Bool {
    if unsafe Glibc.link(old, new) == 0 { return true }
    guard errno == EPERM || errno == EMLINK || errno == ENOTSUP || errno == EXDEV,
      let bytes = read(old)
    else { return false }
    return write(bytes, to: new)
  }
}
