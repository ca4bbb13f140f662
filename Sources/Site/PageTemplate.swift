import Content
import Mustache

/// A Mustache template, rendered for one locale up to what differs from page to page.
///
/// Mustache renders each template once for a locale; slots are left open, and filling them for a
/// page only copies bytes.
struct PageTemplate: Sendable {
  private enum Part {
    case bytes(Range<Int>)
    case value(Slot)
    /// Shown when the slot is not empty; `end` is the index of the part behind it.
    case section(Slot, end: Int)
  }

  private let text: [UInt8]
  private let parts: [Part]

  /// Renders a template with the values of a locale.
  ///
  /// - Parameters:
  ///   - name: the template's name in `library`.
  ///   - library: all templates, which may include each other.
  ///   - constants: the values that are the same on every page of the locale.
  init(_ name: String, in library: MustacheLibrary, constants: [String: Any]) {
    var values = constants
    for slot in Slot.allCases { values[slot.name] = Self.open(slot) }
    self.init(marked: Array((library.render(values, withTemplate: name) ?? "").utf8))
  }

  /// The bytes of a page.
  func render(_ values: SlotValues) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.count + values.count)
    var index = 0
    while index < parts.count {
      switch parts[index] {
      case .bytes(let range): out.append(text.span.extracting(range))
      case .value(let slot): values.append(slot, to: &out)
      case .section(let slot, let end):
        if values.isEmpty(slot) {
          index = end
          continue
        }
      }
      index += 1
    }
    return out
  }
}

extension PageTemplate {
  /// Marks that no text of a template holds: `value`, `start` or `end`, then the slot's number.
  private enum Mark {
    static let value: UInt8 = 0x01
    static let start: UInt8 = 0x02
    static let end: UInt8 = 0x03
    /// The number of the first slot is this character.
    static let zero = 0x41
  }

  /// A slot as Mustache sees it: a lambda that puts marks where the value or the section stands.
  ///
  /// Mustache calls it with the section's text, and with an empty one for a value.
  private static func open(_ slot: Slot) -> MustacheLambda {
    let number = String(UnicodeScalar(UInt8(Mark.zero + slot.rawValue)))
    return MustacheLambda { section in
      section.isEmpty
        ? "\u{1}\(number)" : "\u{2}\(number)\(section)\u{3}\(number)"
    }
  }

  /// Reads a template whose slots are marked.
  private init(marked: [UInt8]) {
    var text: [UInt8] = []
    var parts: [Part] = []
    var sections: [Int] = []
    var start = 0
    func isMark(_ index: Int) -> Bool { (Mark.value...Mark.end).contains(marked[index]) }
    var index = 0
    while index < marked.count {
      guard isMark(index), index + 1 < marked.count,
        let slot = Slot(rawValue: Int(marked[index + 1]) - Mark.zero)
      else {
        text.append(marked[index])
        index += 1
        continue
      }
      if start < text.count { parts.append(.bytes(start..<text.count)) }
      start = text.count
      switch marked[index] {
      case Mark.value: parts.append(.value(slot))
      case Mark.start:
        sections.append(parts.count)
        parts.append(.section(slot, end: 0))
      default:
        if let open = sections.popLast(), case .section(let slot, _) = parts[open] {
          parts[open] = .section(slot, end: parts.count)
        }
      }
      index += 2
    }
    if start < text.count { parts.append(.bytes(start..<text.count)) }
    self.text = text
    self.parts = parts
  }
}
