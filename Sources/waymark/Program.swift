import Storage

/// The running program.
enum Program {
  /// What tells this program from every other on this machine; `nil` when the system does not say.
  static let stamp: FileStamp? = FileSystem.realPath("/proc/self/exe").flatMap { FileStamp(of: $0) }

  /// What tells its bytes from every other program's, on any machine.
  static var fingerprint: Fingerprint? {
    FileSystem.realPath("/proc/self/exe").flatMap { FileSystem.read($0) }
      .map { Fingerprint(of: $0) }
  }
}
