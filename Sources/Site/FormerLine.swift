import Content
import Search

/// The line of a word in a former search index (`[UInt8].append(lineOf:)`); empty where it had none.
struct FormerLine {
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes.dropLast([UInt8].escapedLineEnd.count) }

  /// What stands behind the word's rarity when some of its documents are others.
  ///
  /// - Parameters:
  ///   - changed: the positions of the documents that have changed, in order.
  ///   - new: what the word says about those now.
  /// - Returns: the postings, and how many they are.
  func replacing(
    _ changed: [Range<Int>], with new: [SearchIndex.Posting]
  ) -> (postings: [UInt8], count: Int) {
    var patch = Patch(new: new[...])
    patch.out.reserveCapacity(bytes.count + 8 * new.count)
    var ranges = changed[...]
    let line = bytes.span
    var index = Self.postings(in: line)
    var document = 0
    while index < line.count {
      let start = index
      document += Self.number(in: line, at: &index)
      let share = index
      _ = Self.number(in: line, at: &index)
      while let range = ranges.first, range.upperBound <= document { ranges.removeFirst() }
      if let range = ranges.first, range.contains(document) {
        patch.drop(document, line)
      } else {
        patch.take(document, line, start..<index, share: share)
      }
    }
    patch.copy(line)
    patch.insert(before: .max)
    return (patch.out, patch.count)
  }

  /// Where the postings begin: behind the word and its rarity.
  private static func postings(in line: Span<UInt8>) -> Int {
    var index = 0
    for _ in 0..<2 {
      while index < line.count, line[index] != 0x20 { index += 1 }
      if index < line.count { index += 1 }
    }
    return index == line.count ? index : index - 1
  }

  /// Reads a space and a number in base 36, and moves the index behind it.
  private static func number(in line: Span<UInt8>, at index: inout Int) -> Int {
    var number = 0
    index += 1
    while index < line.count, line[index] != 0x20 {
      let byte = line[index]
      number = number &* 36 &+ Int(byte < 0x3A ? byte &- 0x30 : byte &- 0x57)
      index += 1
    }
    return number
  }

  /// Postings that are copied where they stay, and written where they do not.
  private struct Patch {
    var out: [UInt8] = []
    var count = 0
    /// The new postings that are not written yet.
    var new: ArraySlice<SearchIndex.Posting>
    /// The document written last, or about to be copied.
    private var last = 0
    /// The document before in the former line.
    private var former = 0
    /// What is about to be copied.
    private var pending = 0..<0

    init(new: ArraySlice<SearchIndex.Posting>) { self.new = new }

    /// Takes the next posting of the former line, which stands in a range of it.
    mutating func take(_ document: Int, _ line: Span<UInt8>, _ range: Range<Int>, share: Int) {
      let isFirst = new.first.map { $0.document > document } ?? true
      if isFirst, last == former {
        pending = pending.isEmpty ? range : pending.lowerBound..<range.upperBound
      } else {
        copy(line)
        insert(before: document)
        out.append(inBase36: document - last)
        out.append(line.extracting(share..<range.upperBound))
      }
      (last, former) = (document, document)
      count += 1
    }

    /// Leaves the next posting of the former line out.
    mutating func drop(_ document: Int, _ line: Span<UInt8>) {
      copy(line)
      former = document
    }

    /// Copies what is about to be.
    mutating func copy(_ line: Span<UInt8>) {
      out.append(line.extracting(pending))
      pending = 0..<0
    }

    /// Writes the new postings of the documents before one.
    mutating func insert(before document: Int) {
      while let posting = new.first, posting.document < document {
        out.append(inBase36: posting.document - last)
        out.append(inBase36: posting.share)
        last = posting.document
        count += 1
        new.removeFirst()
      }
    }
  }
}
