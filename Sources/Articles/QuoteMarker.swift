import Content

/// What the first line of a quote says the quote is (dialect.md, 3 to 5).
struct QuoteMarker: Hashable {
  enum Meaning: Hashable {
    case alert(AlertKind)
    /// A section with the class of its division, which may be empty.
    case division(String)
    case video(String)
  }

  /// How a marker differs from what DocFX accepts.
  enum Fault: Hashable {
    /// Words follow it on its line.
    case notAlone
    /// Its word was translated, or blanks stand in it: what it should be.
    case damaged(AlertKind)
  }

  var meaning: Meaning
  /// How many bytes of the line's plain text the marker takes, with blanks around it.
  var length: Int
  var fault: Fault?

  /// Reads `[!NOTE]`, `[!div class="x"]` or `[!VIDEO https://…]` at the beginning of a line.
  init?(_ line: String) {
    let bytes = Array(line.utf8)
    guard let range = Self.range(in: bytes) else { return nil }
    let inside = String(decoding: bytes[range], as: UTF8.self)
    guard let (meaning, isDamaged) = Self.meaning(of: inside) else { return nil }
    self.meaning = meaning
    length = Self.endOfBlanks(in: bytes, from: range.upperBound + 1)
    if isDamaged, case .alert(let kind) = meaning {
      fault = .damaged(kind)
    } else if length < bytes.count {
      fault = .notAlone
    }
  }

  /// Reads the marker of a line; blanks behind it may make a hard break of the line's end.
  init?(line: [Inline]) {
    self.init(line.plainText)
    if fault == .notAlone, Self(Array(line.prefix { $0 != .lineBreak }).plainText)?.fault == nil {
      fault = nil
    }
  }

  /// Where the text between `[!` and `]` stands in a line that begins with them.
  private static func range(in bytes: [UInt8]) -> Range<Int>? {
    let start = endOfBlanks(in: bytes, from: 0)
    guard bytes.has(Array("[!".utf8), at: start),
      let end = bytes.firstOffset(of: [UInt8(ascii: "]")], from: start)
    else { return nil }
    return start + 2..<end
  }

  /// The word of a marker that is none of ours, for a finding: `[!INFO]` → `INFO`.
  static func unknownWord(in line: String) -> String? {
    let bytes = Array(line.utf8)
    guard let range = range(in: bytes), range.upperBound + 1 == bytes.count else { return nil }
    let word = String(decoding: bytes[range], as: UTF8.self)
    let isWord = !word.isEmpty && word.utf8.allSatisfy { $0.isLetterOrHyphen }
    return isWord && meaning(of: word) == nil ? word : nil
  }

  /// How many bytes a translated marker takes at the beginning of a line.
  static func translatedLength(in line: String) -> Int? {
    let bytes = Array(line.utf8)
    guard let range = range(in: bytes), range.count <= 40 else { return nil }
    return endOfBlanks(in: bytes, from: range.upperBound + 1)
  }

  /// The offset behind blanks and `>`, which in a table cell are no quote but text.
  private static func endOfBlanks(in bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index < bytes.count, [0x20, 0x09, UInt8(ascii: ">")].contains(bytes[index]) { index += 1 }
    return index
  }

  private static func meaning(of inside: String) -> (Meaning, isDamaged: Bool)? {
    let lower = inside.lowercased()
    if let alert = AlertKind(rawValue: lower) { return (.alert(alert), false) }
    if lower == "selector" { return (.division("op_single_selector"), false) }
    if lower == "div" || lower.hasPrefix("div ") {
      return (.division(className(in: inside)), false)
    }
    if lower.hasPrefix("video ") {
      return videoAddress(inside.dropFirst(6)).map { (.video($0), false) }
    }
    let words = lower.split { $0 == " " || $0 == "\u{A0}" || $0 == "\u{3000}" }
    guard let word = words.first, let alert = AlertKind(translatedWord: String(word)) else {
      return nil
    }
    return (.alert(alert), true)
  }

  /// The first class of a division that means something; any other is none.
  private static func className(in attributes: String) -> String {
    let value = attributes.split(separator: "\"").dropFirst().first ?? ""
    let known = [
      "checklist", "nextstepaction", "op_single_selector", "op_multi_selector", "button",
      "mx-imgborder", "mx-tablefixed", "mx-tdbreakall", "mx-tdcol2breakall",
    ]
    return value.split(separator: " ").map { $0.lowercased() }.first { known.contains($0) } ?? ""
  }

  /// A video's address over a safe connection; a player's address becomes its page's.
  private static func videoAddress(_ text: Substring) -> String? {
    var address = String(text).trimmingBlanks
    if address.hasPrefix("http://") { address = "https://" + address.dropFirst(7) }
    guard address.hasPrefix("https://") else { return nil }
    return VideoAddress.page(of: address)
  }
}

extension AlertKind {
  /// The kind that a translated word means, as machine translation writes it into markers.
  init?(translatedWord word: String) {
    for (kind, words) in Self.translations where words.contains(word) {
      self = kind
      return
    }
    return nil
  }

  private static let translations: [(AlertKind, Set<String>)] = [
    (
      .note,
      [
        "note", "opmerking", "notitie", "hinweis", "anmerkung", "remarque", "nota", "observação",
        "uwaga", "poznámka", "примечание", "not", "anteckning", "bemærk", "メモ", "注", "注意事項", "참고",
        "备注", "注释", "附註", "ملاحظة",
      ]
    ),
    (
      .tip,
      [
        "tip", "tipp", "conseil", "sugerencia", "consejo", "suggerimento", "dica", "wskazówka",
        "tips",
        "совет", "ヒント", "팁", "提示", "秘訣", "تلميح",
      ]
    ),
    (
      .important,
      [
        "important", "belangrijk", "wichtig", "importante", "ważne", "důležité", "важно", "viktigt",
        "vigtigt", "重要", "중요", "هام", "مهم",
      ]
    ),
    (
      .warning,
      [
        "warning", "waarschuwing", "warnung", "avertissement", "advertencia", "avviso", "aviso",
        "ostrzeżenie", "upozornění", "предупреждение", "varning", "advarsel", "警告", "경고", "تحذير",
      ]
    ),
    (
      .caution,
      [
        "caution", "let", "voorzichtig", "vorsicht", "achtung", "attention", "precaución",
        "attenzione", "cuidado", "przestroga", "внимание", "注意", "주의", "小心", "تنبيه",
      ]
    ),
  ]
}

/// Addresses of videos.
enum VideoAddress {
  /// The page to watch a video on, for the address of a player that only pages embed.
  static func page(of address: String) -> String {
    for host in ["www.youtube.com", "youtube.com", "www.youtube-nocookie.com"] {
      let player = "https://\(host)/embed/"
      guard address.hasPrefix(player) else { continue }
      let id = address.dropFirst(player.utf8.count).prefix { $0 != "?" && $0 != "/" && $0 != "&" }
      if !id.isEmpty, id != "videoseries" { return "https://www.youtube.com/watch?v=\(id)" }
    }
    return address
  }

  /// Whether a picture's address is that of a video or a sound (dialect.md, 12).
  static func isVideo(_ address: String) -> Bool {
    let path = Array(address.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
    return hosts.contains { path.hasFolded($0, at: 0) }
      || endings.contains {
        path.count >= $0.count && path.hasFolded($0, at: path.count - $0.count)
      }
  }

  private static let hosts = [
    "https://www.youtube.com/", "https://youtube.com/", "https://youtu.be/",
    "https://www.youtube-nocookie.com/", "https://vimeo.com/", "https://player.vimeo.com/",
  ].map { Array($0.utf8) }

  private static let endings = [
    ".mp4", ".webm", ".ogv", ".mov", ".m4v", ".avi", ".wmv", ".mp3", ".wav", ".ogg", ".m4a",
  ].map { Array($0.utf8) }
}
