import Glibc
import Storage

/// What the system says of a file, and says otherwise as soon as the file has been changed.
struct FileStamp: Hashable, Sendable, BinaryCodable {
  private let inode: Int
  private let size: Int
  /// In nanoseconds since 1970.
  let modified: Int
  /// When the file's bytes, name or rights were changed; nobody can set it back.
  private let changed: Int

  /// The stamp of what a path names; `nil` when that is no file, or a symbolic link to one.
  init?(of path: String) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// `nil` for what is no file.
  init?(_ status: stat) {
    guard status.st_mode & S_IFMT == S_IFREG else { return nil }
    inode = Int(truncatingIfNeeded: status.st_ino)
    size = Int(status.st_size)
    modified = Self.nanoseconds(status.st_mtim)
    changed = Self.nanoseconds(status.st_ctim)
  }

  /// Whether a change after a moment would show.
  ///
  /// It may not fall into the same tick of the clock as the last one; some file systems only tell
  /// every other second.
  func isSettled(at moment: Int) -> Bool {
    let last = max(modified, changed)
    return last % 1_000_000_000 == 0 ? last + 2_000_000_000 < moment : last < moment
  }

  /// The time as file systems tell it, in nanoseconds since 1970; it goes on in ticks, and late.
  static var now: Int { time(CLOCK_REALTIME_COARSE) }

  /// Waits until file systems tell a later time than it is, a few milliseconds: whatever has been
  /// written until now is then settled.
  static func waitForTick() {
    let start = time(CLOCK_REALTIME)
    for _ in 0..<100 where now <= start { usleep(1000) }
  }

  private static func time(_ clock: clockid_t) -> Int {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return nanoseconds(time)
  }

  private static func nanoseconds(_ time: timespec) -> Int {
    Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
  }

  func encode(to writer: inout BinaryWriter) {
    for number in [inode, size, modified, changed] { writer.write(number) }
  }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    inode = try reader.read()
    size = try reader.read()
    modified = try reader.read()
    changed = try reader.read()
  }
}
