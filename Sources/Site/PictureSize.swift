/// The width and height of a picture, in pixels, so that pages do not move while it loads.
package struct PictureSize: Hashable, Sendable {
  package let width: Int
  package let height: Int

  init?(width: Int, height: Int) {
    guard (1...100_000).contains(width), (1...100_000).contains(height) else { return nil }
    self.width = width
    self.height = height
  }

  /// Reads the size from the first bytes of a PNG, GIF, JPEG, WebP or SVG file.
  init?(of bytes: [UInt8]) {
    let size: PictureSize?
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]), bytes.count >= 24 {
      size = PictureSize(width: bytes.big(16, 4), height: bytes.big(20, 4))
    } else if bytes.starts(with: Array("GIF8".utf8)), bytes.count >= 10 {
      size = PictureSize(
        width: bytes.big(7, 1) << 8 | bytes.big(6, 1),
        height: bytes.big(9, 1) << 8 | bytes.big(8, 1))
    } else if bytes.starts(with: [0xFF, 0xD8]) {
      size = Self.jpeg(bytes)
    } else {
      size = Self.svg(bytes)
    }
    guard let size else { return nil }
    self = size
  }

  /// Walks the segments to the frame header (ITU-T T.81, B.2.2).
  private static func jpeg(_ bytes: [UInt8]) -> PictureSize? {
    var index = 2
    while index + 9 < bytes.count, bytes[index] == 0xFF {
      let marker = bytes[index + 1]
      let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
      if isFrame {
        return PictureSize(width: bytes.big(index + 7, 2), height: bytes.big(index + 5, 2))
      }
      index += 2 + max(2, bytes.big(index + 2, 2))
    }
    return nil
  }

  /// Takes `width` and `height` of the root element, else the `viewBox`.
  private static func svg(_ bytes: [UInt8]) -> PictureSize? {
    let head = String(decoding: bytes.prefix(4_096), as: UTF8.self)
    guard let tag = head.firstMatch(of: /<svg\b[^>]*>/)?.output else { return nil }
    func number(_ text: Substring?) -> Int? {
      text.flatMap { Double($0) }.flatMap { (1...100_000).contains($0) ? Int($0.rounded()) : nil }
    }
    if let width = number(tag.firstMatch(of: /\swidth="([0-9.]+)(?:px)?"/)?.1),
      let height = number(tag.firstMatch(of: /\sheight="([0-9.]+)(?:px)?"/)?.1)
    {
      return PictureSize(width: width, height: height)
    }
    guard
      let box = tag.firstMatch(of: /viewBox="[-0-9.]+[ ,]+[-0-9.]+[ ,]+([0-9.]+)[ ,]+([0-9.]+)"/),
      let width = number(box.1), let height = number(box.2)
    else { return nil }
    return PictureSize(width: width, height: height)
  }
}

extension [UInt8] {
  /// A number of up to four bytes, most significant first.
  fileprivate func big(_ start: Int, _ count: Int) -> Int {
    self[start..<start + count].reduce(0) { $0 << 8 | Int($1) }
  }
}
