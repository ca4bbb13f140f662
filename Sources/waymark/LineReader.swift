import Glibc

/// Cuts input into lines.
struct LineReader {
  enum Event: Hashable {
    case line(String)
    case signal(Int32)
    case end
  }

  /// A longer line is cut.
  static let longest = 65_536

  private let input: Input
  private var buffer: [UInt8] = []
  private var isAtEnd = false

  init(_ input: Input) { self.input = input }

  /// Waits for the next line, without its line feed.
  ///
  /// A last line without a line feed counts; bytes that are not UTF-8 are replaced.
  mutating func next() -> Event {
    while true {
      if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
        let line = buffer[..<end]
        buffer.removeSubrange(...end)
        return .line(String(decoding: line, as: UTF8.self))
      }
      if isAtEnd || buffer.count > Self.longest {
        guard !buffer.isEmpty else { return .end }
        defer { buffer = [] }
        return .line(String(decoding: buffer, as: UTF8.self))
      }
      switch input.next() {
      case .bytes(let bytes): buffer += bytes
      case .signal(let number): return .signal(number)
      case .timeout: continue
      case .end: isAtEnd = true
      }
    }
  }
}
