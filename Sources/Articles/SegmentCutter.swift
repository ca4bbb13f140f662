import Content
import Markdown

/// Cuts running text into the sentences that are translated, and what stands between them.
enum SegmentCutter {
  struct Segment: Hashable {
    var bytes: [UInt8]
    /// Whether it is to be translated.
    var isSentence: Bool
  }

  /// Cuts Markdown on one line; all segments together are the text.
  static func cut(_ text: [UInt8]) -> [Segment] {
    var segments: [Segment] = []
    var open: [InlineCode] = []
    for code in InlineCode.codes(in: text) {
      switch code {
      case .mark(let mark) where isBoundary(mark):
        append(open, to: &segments)
        open = []
        segments.append(Segment(bytes: mark, isSentence: false))
      case .mark, .pair: open.append(code)
      case .text(let bytes):
        let parts = Sentences.split(String(decoding: bytes, as: UTF8.self))
        for (index, part) in parts.enumerated() {
          open.append(.text(Array(part.utf8)))
          let isClosed = part.last == " " && Sentences.endsSentence(part)
          if index < parts.count - 1 || isClosed {
            append(open, to: &segments)
            open = []
          }
        }
      }
    }
    append(open, to: &segments)
    return segments
  }

  /// A line break, an anchor or an include never stands inside a sentence.
  private static func isBoundary(_ mark: [UInt8]) -> Bool {
    ["<br", "<a ", "</a", "[!", "<!--"].contains { mark.starts(with: Array($0.utf8)) }
  }

  private static func append(_ codes: [InlineCode], to segments: inout [Segment]) {
    if codes.count == 1, case .pair(let pair) = codes[0] {
      // Marks around the whole stay outside, so that the words stand by themselves.
      segments.append(Segment(bytes: pair.open, isSentence: false))
      append(pair.inside, to: &segments)
      segments.append(Segment(bytes: pair.close, isSentence: false))
      return
    }
    let bytes = codes.flatMap(\.bytes)
    guard hasLetters(codes) else {
      if !bytes.isEmpty { segments.append(Segment(bytes: bytes, isSentence: false)) }
      return
    }
    let start = bytes.firstIndex { $0 != 0x20 } ?? 0
    let end = (bytes.lastIndex { $0 != 0x20 } ?? bytes.count - 1) + 1
    if start > 0 {
      segments.append(Segment(bytes: Array(bytes[..<start]), isSentence: false))
    }
    let trimmed = Array(bytes[start..<end])
    let inner = start > 0 || end < bytes.count ? InlineCode.codes(in: trimmed) : codes
    if inner.count == 1, case .pair = inner[0] {
      append(inner, to: &segments)
    } else {
      segments.append(Segment(bytes: trimmed, isSentence: true))
    }
    if end < bytes.count {
      segments.append(Segment(bytes: Array(bytes[end...]), isSentence: false))
    }
  }

  private static func hasLetters(_ codes: [InlineCode]) -> Bool {
    codes.contains { code in
      switch code {
      case .text(let bytes):
        String(decoding: bytes, as: UTF8.self).unicodeScalars.contains {
          $0.properties.isAlphabetic
        }
      case .mark: false
      case .pair(let pair): hasLetters(pair.inside)
      }
    }
  }
}
