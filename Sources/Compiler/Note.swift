import Articles
package import Content
package import Decisions

/// A trail and what it led to, as text to paste into a ticket (design.md, 1).
package struct Note: Hashable, Sendable {
  /// A question that was answered on the way.
  package struct Answer: Hashable, Sendable {
    /// The question, or what was tried.
    package let question: String
    package let answer: String
    /// Whether something was tried, so that `answer` only says whether it helped.
    package let isAttempt: Bool
  }

  /// The title of the article.
  package let article: String
  /// From the root on.
  package let answers: [Answer]
  /// What came of it; `nil` before an end.
  package let outcome: String?
  /// What an end says, one paragraph each.
  package let advice: [String]
  package let code: String
  /// The node's id, by which the trail can be walked again.
  package let id: String
  /// Where the node stands on the site; `nil` when nobody said where the site is.
  package let address: String?
  /// The digest of the article's text, eight hexadecimal digits.
  package let version: String
  private let words: Words

  /// The words of an article's notes that are the same in all of them in a locale.
  package struct Words: Hashable, Sendable {
    fileprivate let locale: LanguageTag
    /// The title of the article.
    fileprivate let article: String
    fileprivate let step, outcome, link, version: String
    /// What was tried stands between each two.
    fileprivate let tried: [Substring]

    /// - Parameters:
    ///   - locale: the language of the words.
    ///   - edition: the article that the notes are about.
    package init(in locale: LanguageTag, about edition: Edition) {
      let phrases = PhraseBook.phrases(for: locale)
      self.locale = locale
      article = edition.article.title.targetWords.condensed
      step = phrases[.stepCode]
      outcome = phrases[.outcome]
      link = phrases[.permalink]
      version = phrases[.version].replacing("{n}", with: edition.version)
      tried = phrases[.tried].split(separator: "{n}", omittingEmptySubsequences: false)
    }
  }

  /// Makes the note of a node.
  ///
  /// - Parameters:
  ///   - node: a node of the edition's tree.
  ///   - edition: the article that the trail goes through.
  ///   - library: knows the step codes and the contact.
  ///   - words: what all notes of the edition say.
  ///   - address: the absolute address of the node's page.
  package init(
    of node: Node, in edition: Edition, library: Library, words: Words, address: String?
  ) {
    let locale = words.locale
    let phrases = PhraseBook.phrases(for: locale)
    article = words.article
    answers = edition.tree.trail(to: node.id).compactMap { step in
      step.choice.map { choice in
        let isAttempt = step.node.isAttempt(choice)
        let source = (library.isLocalized ? library.locales.first : nil) ?? edition.locale
        let tried = isAttempt ? step.node.tried(source: source, shown: edition.locale) : nil
        return Answer(
          question: tried ?? step.node.asked.words(phrases).condensed,
          answer: step.node.choices[choice].label.words(phrases).condensed, isAttempt: isAttempt)
      }
    }
    switch node.kind {
    case .resolved: outcome = phrases[.solved]
    // An article's own end may send people to somebody else.
    case .escalation: outcome = phrases[node.body.isEmpty ? .handedOver : .escalated]
    case .menu, .question, .remedy, .procedure, .information: outcome = nil
    }
    advice = Self.advice(of: node, library, locale, phrases)
    let code = library.codes[node.id]?.description ?? ""
    // Else the two groups of digits change places among words that run from right to left (UAX 9).
    self.code = locale.isRightToLeft ? "\u{2066}\(code)\u{2069}" : code
    id = node.id.rawValue
    self.address = address
    version = edition.version
    self.words = words
  }

  private static func advice(
    of node: Node, _ library: Library, _ locale: LanguageTag, _ phrases: PhraseBook
  ) -> [String] {
    guard node.kind == .escalation else { return [] }
    let blocks = node.body.isEmpty ? library.contact(in: locale) : node.body
    let contact = blocks.texts.map(\.targetWords.condensed)
    // What to have ready for the call comes first.
    let ready = node.explanation.texts.map(\.targetWords.condensed)
    let said = contact.isEmpty ? [phrases[.contactDefault]] : contact
    return (ready + said).filter { !$0.isEmpty }
  }
}

extension Note {
  /// A ticket's subject has room for this many characters.
  package static let lineLimit = 200
  /// Fewer characters than this tell a reader nothing; then parts are left out.
  private static let shortestPart = 12

  /// The note on one line of at most 200 characters: code, article, answers and what was tried,
  /// outcome, version.
  package var line: String {
    let parts = parts
    let whole = line(parts.map(\.whole))
    if whole.isShort(Self.lineLimit) { return whole }
    // The longest parts with which it fits: more characters never make it shorter.
    let counts = parts.map(\.counts)
    let frame = line(parts.map { _ in "" }).characterCount
    var (fits, tooLong) = (0, Self.lineLimit)
    while tooLong - fits > 1 {
      let limit = (fits + tooLong) / 2
      let count = counts.reduce(frame) { $0 + $1.around + $1.times * min($1.text, limit) }
      if count <= Self.lineLimit { fits = limit } else { tooLong = limit }
    }
    if fits >= Self.shortestPart { return line(parts.map { $0.shortened(to: fits) }) }
    let (first, last) = (parts.prefix(2), parts.dropFirst(2).suffix(3))
    return self.line(
      first.map { $0.shortened(to: 28) } + ["…"] + last.map { $0.shortened(to: 16) })
  }

  /// A part of the line: words of the article, and ours around them.
  private struct Part {
    let text: String
    /// Our words, between each two of which the text stands; empty where there are none.
    var around: [Substring] = []

    var whole: String { around.isEmpty ? text : around.joined(separator: text) }

    /// How many characters the text and our words have, and how often the text stands there.
    var counts: (text: Int, around: Int, times: Int) {
      (
        text.characterCount, around.reduce(0) { $0 + $1.count },
        around.isEmpty ? 1 : around.count - 1
      )
    }

    /// The part with so many characters of the article's words at most.
    func shortened(to limit: Int) -> String {
      if text.isShort(limit) { return whole }
      return Part(text: text.prefix(limit - 1) + "…", around: around).whole
    }
  }

  private var parts: [Part] {
    let middle = answers.map { answer in
      answer.isAttempt
        ? Part(text: answer.question.withoutFinalStop, around: words.tried)
        : Part(text: answer.answer)
    }
    let end = outcome.map { Part(text: "", around: [$0[...]]) }
    return [Part(text: article)] + middle + [end].compactMap(\.self)
  }

  private func line(_ parts: [String]) -> String {
    "\(code) \(parts.joined(separator: " › ")) [\(words.version)]"
  }

  /// The whole note as plain text.
  package var text: String {
    var lines = [article]
    for (number, answer) in answers.enumerated() {
      lines.append("\(number + 1). \(answer.question) › \(answer.answer)")
    }
    if let outcome { lines.append("\(words.outcome): \(outcome)") }
    lines += advice.map { "   \($0)" }
    lines.append("\(words.step): \(code) [\(words.version)]")
    lines.append(id)
    if let address { lines.append(address) }
    return lines.joined(separator: "\n")
  }

  /// The whole note as Markdown.
  package var markdown: String {
    var lines = ["**\(article.escapedForMarkdown)**", ""]
    for (number, answer) in answers.enumerated() {
      let question = answer.question.escapedForMarkdown
      lines.append("\(number + 1). \(question) › **\(answer.answer.escapedForMarkdown)**")
    }
    if !answers.isEmpty { lines.append("") }
    if let outcome {
      lines += ["\(words.outcome): **\(outcome.escapedForMarkdown)**", ""]
    }
    for paragraph in advice { lines += ["> \(paragraph.escapedForMarkdown)", ""] }
    lines.append("\(words.step): `\(code)` (`\(id)`, \(words.version))")
    if let address { lines += ["", "[\(words.link)](\(address))"] }
    return lines.joined(separator: "\n")
  }
}

extension Node {
  /// Whether a choice only says if what the reader tried here helped.
  fileprivate func isAttempt(_ choice: Int) -> Bool {
    choices[choice].role == .solved || choices[choice].role == .unsolved
  }

  /// What a remedy had the reader try; `nil` for any other node.
  ///
  /// That is its first sentence that tells to do something, or the first of all, without a condition.
  fileprivate func tried(source: LanguageTag, shown: LanguageTag) -> String? {
    guard isTried, let text = body.first?.texts.first(where: { !$0.isBlank }) else { return nil }
    let sentences = text.pieces.filter { !Text(pieces: [$0]).isBlank }
    let order = sentences.first { Order.isGiven(by: $0.source, in: source) } ?? sentences.first
    return order.map { piece in
      Order.withoutCondition(Text(pieces: [piece]).targetWords.condensed, in: shown)
    }
  }

  /// What the reader answered here, as a trail shows it: the question, or what a remedy had them
  /// try.
  package var asked: Caption {
    guard isTried, let text = body.first?.texts.first(where: { !$0.isBlank }),
      let sentence = text.pieces.first(where: { Text(pieces: [$0]).isBlank == false })
    else { return title }
    return .text(Text(pieces: [sentence]))
  }
}

extension Caption {
  /// The words that readers see.
  package func words(_ phrases: PhraseBook) -> String {
    switch self {
    case .text(let text): text.targetWords
    case .phrase(let phrase): phrases[phrase]
    }
  }
}

extension String {
  /// The text without the stop that ends its sentence.
  fileprivate var withoutFinalStop: String {
    guard let last, last == "." || last == "。", !hasSuffix("..") else { return self }
    return String(dropLast())
  }

  /// Whether the text has so many characters at most; each takes a byte or more.
  fileprivate func isShort(_ limit: Int) -> Bool { utf8.count <= limit || characterCount <= limit }

  /// The text with a backslash before each mark that Markdown reads (CommonMark, 2.4).
  fileprivate var escapedForMarkdown: String {
    guard utf8.contains(where: \.isMarkdown) else { return self }
    var out: [UInt8] = []
    for byte in utf8 {
      if byte.isMarkdown { out.append(UInt8(ascii: "\\")) }
      out.append(byte)
    }
    return String(decoding: out, as: UTF8.self)
  }
}

extension UInt8 {
  /// Whether Markdown may read it as a mark.
  fileprivate var isMarkdown: Bool {
    switch self {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "#"), UInt8(ascii: "|"):
      true
    default: false
    }
  }
}
