import ArgumentParser
import Compiler
import Decisions
import Glibc
import Terminal

/// A walk that writes line by line and reads a line for each answer.
struct PlainWalk {
  private var session: WalkSession
  private let content: String
  /// Given answers that are still to be used; `nil` when answers come from standard input.
  private var answers: [String]?
  private var reader = LineReader()
  private let painter: Painter

  init(_ session: WalkSession, content: String, answers: String?) {
    self.session = session
    self.content = content
    self.answers = answers.map { text in
      text.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
    }
    painter = Painter(hasStyle: false, hasLinks: false)
  }

  /// Walks until the reader leaves or the input ends; returns the exit status.
  mutating func run() -> ExitCode {
    show()
    while true {
      Console.write(promptMark, to: STDOUT_FILENO)
      guard let line = nextLine() else {
        Console.print("")
        break
      }
      let command = Command(line)
      if command == .next, session.isAtEnd { break }
      switch session.apply(command) {
      case .left: return leave()
      case .moved(let message):
        if let message { say(message) }
        show()
      case .stayed(let message): say(message)
      case .help: help()
      case .note, .open: say(session.phrases[.nothingYet])
      }
    }
    return leave()
  }

  func say(_ message: String) { write(Paragraph([Span(message)])) }

  private func show() {
    let text = PromptText(
      phrases: session.phrases, width: width, writesAddresses: true, pictureBase: content + "/")
    var out = "\n"
    for line in text.lines(session.prompt) { out += painter.paint(line) + "\n" }
    Console.write(out + "\n", to: STDOUT_FILENO)
  }

  /// The step code, and what can be typed.
  private var promptMark: String {
    let hint = session.isAtEnd ? session.phrases[.endHint] : session.phrases[.hint]
    let code = session.prompt.code.map { "[\($0)] " } ?? ""
    return "\(code)\(hint): "
  }

  private func write(_ paragraph: Paragraph) {
    for line in paragraph.lines(width: width) { Console.print(painter.paint(line)) }
  }

  private func help() {
    Console.print("")
    for entry in session.phrases.keys {
      let key = entry.key + String(repeating: " ", count: max(1, 12 - entry.key.count))
      write(Paragraph([Span(entry.meaning)], first: "  " + key))
    }
    Console.print("")
  }

  private mutating func nextLine() -> String? {
    guard answers != nil else {
      let line = reader.next()
      if line != nil, isatty(STDIN_FILENO) == 0 { Console.print("") }
      return line
    }
    guard let answer = answers?.first else { return nil }
    answers?.removeFirst()
    Console.print(Span(answer).text)
    return answer
  }

  private func leave() -> ExitCode {
    guard let node = session.visit?.walk.node else { return .incomplete }
    if !session.isAtEnd { say(session.phrases[.notFinished]) }
    if let code = session.prompt.code {
      say("\(session.phrases[.comeBack]) waymark walk \(content) \(code)")
    }
    switch node.kind {
    case .resolved: return .success
    case .escalation: return .escalated
    case .menu, .question, .remedy, .procedure, .information: return .incomplete
    }
  }

  private var width: Int {
    var size = winsize()
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return 80
    }
    return min(Int(size.ws_col), 100)
  }
}
