/// The addresses in text that is included inside a line.
///
/// Blocks know the file they come from, and so how their links are meant; a part of a line does not.
enum InlineLinks {
  private static let openings = ["](", "href=\"", "src=\""].map { Array($0.utf8) }

  /// Makes relative addresses lead from another file to where they led.
  ///
  /// - Parameters:
  ///   - text: the included text.
  ///   - file: the file that it was written in.
  ///   - other: the file that includes it.
  /// - Returns: the text for the other file.
  static func rebased(_ text: [UInt8], from file: String, to other: String) -> [UInt8] {
    guard text.contains(UInt8(ascii: "(")) || text.contains(UInt8(ascii: "=")) else { return text }
    var out: [UInt8] = []
    var copied = 0
    var index = 0
    while index < text.count {
      guard let opening = openings.first(where: { text.has($0, at: index) }) else {
        index += 1
        continue
      }
      let start = index + opening.count
      let closers: [UInt8] = [UInt8(ascii: ")"), UInt8(ascii: "\""), 0x20]
      let end = text[start...].firstIndex { closers.contains($0) } ?? text.count
      let address = String(decoding: text[start..<end], as: UTF8.self)
      index = max(end, start)
      guard let moved = address.rebased(from: file, to: other), moved != address else { continue }
      out += text[copied..<start] + Array(moved.utf8)
      copied = end
    }
    return out + text[copied...]
  }
}

extension String {
  /// A relative address in one file as another has to write it; `nil` for any other address, or
  /// for one that leads out of the content folder.
  func rebased(from file: String, to other: String) -> String? {
    guard LinkForm(self) == .relative else { return nil }
    let end = firstIndex { $0 == "?" || $0 == "#" } ?? endIndex
    let path = ArticleLink.decoding(String(self[..<end]))
    guard let target = ContentPath.resolve(path, from: file) else { return nil }
    return ArticleLink.encoding(ContentPath.relative(from: other, to: target)) + self[end...]
  }
}
