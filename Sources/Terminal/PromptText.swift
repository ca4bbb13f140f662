package import Compiler
import Content
import Decisions

/// A prompt as lines that are written one below the other and never redrawn.
package struct PromptText: Sendable {
  package var width: Int
  package var writesAddresses: Bool
  package var pictureBase: String
  let phrases: PhraseBook

  package init(phrases: PhraseBook, width: Int, writesAddresses: Bool, pictureBase: String) {
    self.phrases = phrases
    self.width = width
    self.writesAddresses = writesAddresses
    self.pictureBase = pictureBase
  }

  /// The lines of a prompt, choices last.
  package func lines(_ prompt: Prompt) -> [Line] {
    paragraphs(prompt).flatMap { paragraph in
      (paragraph.hasGap ? [[]] : []) + paragraph.lines(width: width)
    }
  }

  private func paragraphs(_ prompt: Prompt) -> [Paragraph] {
    let layout = layout(for: prompt)
    var out: [Paragraph] = []
    if !prompt.trail.isEmpty { out.append(trail(prompt, layout)) }
    var title = Paragraph(layout.spans(prompt.title, .bold))
    title.hasGap = !out.isEmpty
    out.append(title)
    if let notice = prompt.notice { out.append(Paragraph([Span(notice, .italic)], hasGap: true)) }
    out += gap(layout.paragraphs(prompt.explanation))
    out += gap(layout.paragraphs(prompt.body))
    out += choices(prompt, layout)
    return out
  }

  private func layout(for prompt: Prompt) -> BlockLayout {
    var layout = BlockLayout(phrases: BlockWords(phrases))
    layout.writesAddresses = writesAddresses
    layout.pictureBase = pictureBase
    layout.articlePath = prompt.articlePath
    for (index, jump) in prompt.jumps.enumerated() {
      let words = jump.target.plainText.trimmed
      if layout.jumps[words] == nil { layout.jumps[words] = index + 1 }
    }
    return layout
  }

  private func trail(_ prompt: Prompt, _ layout: BlockLayout) -> Paragraph {
    var spans = [Span("\(phrases[.answersSoFar]): ", .dim)]
    for (index, step) in prompt.trail.enumerated() {
      if index > 0 { spans.append(Span(" > ", .dim)) }
      spans.append(Span(step.answer.target.plainText.trimmed, .dim))
    }
    return Paragraph(spans)
  }

  private func gap(_ paragraphs: [Paragraph]) -> [Paragraph] {
    var out = paragraphs
    if !out.isEmpty { out[0].hasGap = true }
    return out
  }

  private func choices(_ prompt: Prompt, _ layout: BlockLayout) -> [Paragraph] {
    let digits = String(prompt.choices.count).count
    var out: [Paragraph] = []
    let asksLast = prompt.choices.contains { $0.role == .solved }
    var hasAsked = false
    for (index, choice) in prompt.choices.enumerated() {
      let isOutcome = choice.role == .solved || choice.role == .unsolved
      if asksLast, !isOutcome, index == 0 {
        out += gap([Paragraph([Span(phrases[.options], .bold)])])
      }
      if let question = prompt.question, !hasAsked, isOutcome || !asksLast {
        hasAsked = true
        out += gap([Paragraph([Span(question, .bold)])])
      }
      let number = String(index + 1)
      let marker = String(repeating: " ", count: digits - number.count + 2) + number + "  "
      var item = Paragraph(layout.spans(choice.label), first: marker)
      item.hasGap = out.isEmpty
      out.append(item)
    }
    return out
  }
}

extension BlockWords {
  init(_ phrases: PhraseBook) {
    picture = phrases[.picture]
    video = phrases[.video]
    alerts = [
      .note: phrases[.alertNote], .tip: phrases[.alertTip], .important: phrases[.alertImportant],
      .warning: phrases[.alertWarning], .caution: phrases[.alertCaution],
    ]
  }
}
