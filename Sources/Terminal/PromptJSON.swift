package import Compiler
import Content
import Decisions
import JSON

/// A walk as JSON, one object on a line, for programs that walk.
///
/// Every line is an object with `type`. After each answer comes one `prompt`, or one `message` when
/// the answer could not be taken; the last line is the `end`.
///
/// - `prompt`: `version` (1), `locale`, `title` (text), `choices`; in an article also `id`, `kind`,
///   `article`, `code` (its digits, once known), `page` (relative to the site), `trail`, `body` (text), and where there are any
///   `explanation` (text), `steps` (texts), `jumps`, `notice`; `question` where one is asked;
///   `subject` (text) where the title alone does not say what it is about.
///   - A text is `{"text": …, "source": …}`; paragraphs are separated by line feeds, `source` is
///     there if it differs.
///   - A choice is `{"number": 1…, "role": "answer" | "fallback" | "solved" | "unsolved" | "topic",
///     "label": text, "to": node id}`; its number is the answer that takes it.
///   - An element of `trail` is `{"number": 1…, "question": text, "answer": text}`.
///   - A jump is `{"key": "j1"…, "text": text, "to": node id}`.
/// - `message`: `text`.
/// - `end`: `status` (`resolved`, `escalated` or `incomplete`) and in an article `id`, `code`, and
///   `note` (`line`, `text`).
package enum PromptJSON {
  /// The prompt where a reader stands.
  package static func line(_ session: WalkSession) -> [UInt8] {
    var json = JSONWriter(.compact)
    json.object { json in
      json.member("type", "prompt")
      json.member("version", 1)
      json.member("locale", session.locale.rawValue)
      write(session.prompt, session.library, page: session.page, to: &json)
    }
    json.endLine()
    return json.bytes
  }

  private static func write(
    _ prompt: Prompt, _ library: Library, page: String?, to json: inout JSONWriter
  ) {
    if let node = prompt.node {
      json.member("id", node.id.rawValue)
      json.member("kind", node.kind.rawValue)
      if let article = prompt.article { json.member("article", article) }
      if let code = prompt.code { json.member("code", code.digits) }
      json.member("page", page)
      json.array("trail", of: Array(prompt.trail.enumerated())) { json, step in
        json.object { json in
          json.member("number", step.offset + 1)
          text(step.element.title, named: "question", to: &json)
          text(step.element.answer, named: "answer", to: &json)
        }
      }
    }
    text(prompt.title, named: "title", to: &json)
    if let subject = prompt.subject { text(subject, named: "subject", to: &json) }
    if let notice = prompt.notice { json.member("notice", notice) }
    if let node = prompt.node {
      if !prompt.explanation.isEmpty { blocks(prompt.explanation, named: "explanation", to: &json) }
      blocks(prompt.body, named: "body", to: &json)
      if !node.steps.isEmpty {
        json.array("steps", of: node.steps) { json, step in
          json.object { members(of: step, to: &$0) }
        }
      }
    }
    if let question = prompt.question {
      json.member("question", question.target.plainText.trimmed)
    }
    write(choices: prompt.choices, to: &json)
    write(jumps: prompt.jumps, library, to: &json)
  }

  private static func write(choices: [Prompt.Choice], to json: inout JSONWriter) {
    json.array("choices", of: Array(choices.enumerated())) { json, choice in
      json.object { json in
        json.member("number", choice.offset + 1)
        json.member("role", choice.element.role.rawValue)
        text(choice.element.label, named: "label", to: &json)
        json.member("to", choice.element.target.rawValue)
      }
    }
  }

  private static func write(jumps: [Jump], _ library: Library, to json: inout JSONWriter) {
    guard !jumps.isEmpty else { return }
    json.array("jumps", of: Array(jumps.enumerated())) { json, jump in
      json.object { json in
        json.member("key", "j\(jump.offset + 1)")
        text(jump.element.text, named: "text", to: &json)
        if let id = library.node(of: jump.element) { json.member("to", id.rawValue) }
        if let step = jump.element.step { json.member("step", step) }
      }
    }
  }

  package static func line(message: String) -> [UInt8] {
    var json = JSONWriter(.compact)
    json.object { json in
      json.member("type", "message")
      json.member("text", message)
    }
    json.endLine()
    return json.bytes
  }

  /// The last line of a walk.
  package static func line(ending session: WalkSession, note: Note?) -> [UInt8] {
    var json = JSONWriter(.compact)
    json.object { json in
      json.member("type", "end")
      json.member("status", session.status.rawValue)
      guard let visit = session.visit else { return }
      json.member("id", visit.walk.node.id.rawValue)
      if let code = session.prompt.code { json.member("code", code.digits) }
      if let note {
        json.object("note") { json in
          json.member("line", note.line)
          json.member("text", note.text)
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  private static func text(_ text: Text, named name: StaticString, to json: inout JSONWriter) {
    json.object(name) { json in
      json.member("text", text.target.plainText.trimmed)
      if text.isTranslated { json.member("source", text.source.plainText.trimmed) }
    }
  }

  private static func blocks(_ blocks: [Block], named name: StaticString, to json: inout JSONWriter)
  {
    json.object(name) { members(of: blocks, to: &$0) }
  }

  private static func members(of blocks: [Block], to json: inout JSONWriter) {
    let texts = blocks.flatMap(\.texts).filter { !$0.isBlank }
    json.member("text", texts.map { $0.target.plainText.trimmed }.joined(separator: "\n"))
    if texts.contains(where: \.isTranslated) {
      json.member("source", texts.map { $0.source.plainText.trimmed }.joined(separator: "\n"))
    }
  }
}
