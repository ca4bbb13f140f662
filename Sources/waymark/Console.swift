import Glibc

/// The standard streams.
enum Console {
  static func print(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }
  static func error(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

  /// Writes all of the text; stops quietly when nobody reads any more.
  ///
  /// - Returns: whether all was written.
  @discardableResult
  static func write(_ text: String, to file: Int32) -> Bool { write(Array(text.utf8), to: file) }

  @discardableResult
  static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    unsafe bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        guard let base = buffer.baseAddress else { return false }
        let count = unsafe Glibc.write(file, base + offset, buffer.count - offset)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        offset += count
      }
      return true
    }
  }
}
