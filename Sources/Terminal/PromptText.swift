package import Compiler
import Content
import Decisions
import Diagnostics

/// How prompts are laid out.
package struct PromptLayout: Sendable {
  /// Whether the source text is shown with each translation.
  package var isPaired = false
  /// Whether addresses are written out, because the terminal cannot link.
  package var writesAddresses = true
  /// What stands before a picture's path in the content folder.
  package var pictureBase = ""
  /// The most choices to list; the rest are only counted.
  package var choiceLimit = Int.max

  package init() {}
}

/// A prompt as paragraphs, from the answers so far to the choices.
package struct PromptText: Sendable {
  private let prompt: Prompt
  private let phrases: PhraseBook
  private let blocks: BlockLayout
  private let layout: PromptLayout

  package init(_ prompt: Prompt, library: Library, phrases: PhraseBook, layout: PromptLayout) {
    self.prompt = prompt
    self.phrases = phrases
    self.layout = layout
    blocks = BlockLayout(prompt: prompt, library: library, phrases: phrases, layout: layout)
  }

  /// Everything but the choices.
  package var content: [Paragraph] {
    var out: [Paragraph] = []
    if !prompt.trail.isEmpty { out.append(trail) }
    let subject = prompt.subject.map {
      Paragraph(blocks.spans($0), source: blocks.source(of: $0))
    }
    let title = Paragraph(
      blocks.spans(prompt.title, .bold), source: blocks.source(of: prompt.title))
    out += gap((subject.map { [$0] } ?? []) + [title], !out.isEmpty)
    if let notice = prompt.notice { out += gap([Paragraph([Span(notice, .italic)])]) }
    if let step = prompt.step {
      out += gap([Paragraph([Span(phrases.step(step.number, of: step.count), .bold)])])
    }
    out += gap(blocks.paragraphs(prompt.explanation))
    out += gap(blocks.paragraphs(prompt.body))
    return out
  }

  /// What stands above a choice, by the choice's position: questions and the names of groups.
  package func heading(at index: Int) -> [Paragraph] {
    let choice = prompt.choices[index]
    var words: [Text] = []
    let asksLast = prompt.choices.contains { $0.role == .solved }
    if asksLast {
      let isOutcome = Self.isOutcome(choice)
      if !isOutcome, index == 0 { words.append(Text([.text(phrases[.options])])) }
      if isOutcome, index == 0 || !Self.isOutcome(prompt.choices[index - 1]) { words += question }
    } else if index == 0 {
      words += question
    }
    if let group = choice.group { words.append(group) }
    return words.map {
      Paragraph(blocks.spans($0, .bold), source: blocks.source(of: $0), hasGap: true)
    }
  }

  private var question: [Text] { prompt.question.map { [$0] } ?? [] }

  /// A choice with its number, and its source in pair mode.
  package func choice(at index: Int, marker: String = "  ", style: Style = []) -> Paragraph {
    let choice = prompt.choices[index]
    let digits = String(prompt.choices.count).count
    let number = String(index + 1)
    let first = marker + String(repeating: " ", count: digits - number.count) + number + "  "
    var spans = blocks.spans(choice.label, style)
    if !choice.context.isEmpty { spans.append(Span(" (\(choice.context))", style.union(.dim))) }
    return Paragraph(spans, source: blocks.source(of: choice.label), first: first)
  }

  /// The whole prompt, choices last.
  package var paragraphs: [Paragraph] {
    var out = content
    for index in prompt.choices.indices.prefix(layout.choiceLimit) {
      let heading = heading(at: index)
      out += heading
      var choice = choice(at: index)
      if index == 0, heading.isEmpty { choice.hasGap = true }
      out.append(choice)
    }
    if prompt.choices.count > layout.choiceLimit {
      let more = prompt.choices.count - layout.choiceLimit
      out.append(Paragraph([Span(phrases.more(more))], hasGap: true))
    }
    return out + asides
  }

  /// What stands beside the choices, each with the key that leads there.
  private var asides: [Paragraph] {
    let first = prompt.jumps.count - prompt.asideCount
    let links = prompt.jumps.indices.dropFirst(first).map { index in
      Paragraph(
        blocks.spans(prompt.jumps[index].text), source: blocks.source(of: prompt.jumps[index].text),
        first: "  j\(index + 1)  ")
    }
    return links.isEmpty ? [] : [asidesHeading] + links
  }

  /// What stands above what stands beside the choices.
  package var asidesHeading: Paragraph {
    Paragraph([Span(phrases[.moreTopics], .bold)], hasGap: true)
  }

  private var trail: Paragraph {
    var spans = [Span("\(phrases[.answersSoFar]): ", .dim)]
    for (index, step) in prompt.trail.enumerated() {
      if index > 0 { spans.append(Span(" > ", .dim)) }
      spans.append(Span(step.answer.target.plainText.trimmed, .dim))
    }
    return Paragraph(spans)
  }

  private func gap(_ paragraphs: [Paragraph], _ isWanted: Bool = true) -> [Paragraph] {
    var out = paragraphs
    if !out.isEmpty { out[0].hasGap = isWanted }
    return out
  }

  private static func isOutcome(_ choice: Prompt.Choice) -> Bool {
    choice.role == .solved || choice.role == .unsolved
  }
}
