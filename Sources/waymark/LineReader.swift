import Glibc

/// Reads a file line by line; the only reader of standard input in a run.
struct LineReader {
  private let file: Int32
  private var buffer: [UInt8] = []
  private var isAtEnd = false

  init(_ file: Int32 = STDIN_FILENO) { self.file = file }

  /// The next line without its line feed; `nil` at the end of input.
  ///
  /// A last line without a line feed counts; bytes that are not UTF-8 are replaced.
  mutating func next() -> String? {
    while true {
      if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: buffer[..<end], as: UTF8.self)
        buffer.removeSubrange(...end)
        return line
      }
      guard !isAtEnd else {
        guard !buffer.isEmpty else { return nil }
        defer { buffer = [] }
        return String(decoding: buffer, as: UTF8.self)
      }
      fill()
    }
  }

  private mutating func fill() {
    var chunk = [UInt8](repeating: 0, count: 4096)
    let count = unsafe chunk.withUnsafeMutableBytes { unsafe read(file, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { return }
    guard count > 0 else {
      isAtEnd = true
      return
    }
    buffer += chunk[..<count]
  }
}
