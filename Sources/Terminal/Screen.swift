package import Compiler
import Content
import Decisions
import Search

/// What a terminal that can be redrawn shows of a session, and what its keys do.
///
/// It holds no terminal: keys go in, rows come out.
package struct Screen: Sendable {
  /// What the keys do now.
  package enum Mode: Hashable, Sendable {
    /// They choose.
    case choosing
    /// They write a command that begins with a prefix, such as `f `.
    case typing(prefix: String, text: String)
    /// They write words that the choices shown must hold.
    case filtering(String)
    /// They page through lines that stand for the prompt, such as the help.
    case reading(Page)
  }

  package enum Page: Hashable, Sendable { case help, history, note }

  /// What a key leads to.
  package enum Action: Hashable, Sendable {
    /// The screen may have changed.
    case redraw
    case command(Command)
    case copyNote
    case suspend
    case leave
  }

  package internal(set) var session: WalkSession
  package internal(set) var mode = Mode.choosing
  /// What to tell the reader until the next key.
  package var message: String?
  package internal(set) var showsHint = true
  /// Digits of a number that may go on.
  var digits = ""
  /// Whether the last key was a digit or letter that acted at once: an Enter after it belongs to it,
  /// as in lines, and must not take what the next prompt highlights.
  var hasActed = false
  /// Whether the reader has seen the prompt: one that keys typed ahead came to has not been drawn.
  var isDrawn = true
  /// The position among the items shown.
  var selection = 0
  /// The first row of the text that is visible.
  var scroll = 0
  var width: Int
  var height: Int
  let siteURL: String?
  let pictureBase: String
  /// Whether addresses are written out, because the terminal cannot link.
  let writesAddresses: Bool

  package init(
    _ session: WalkSession, width: Int, height: Int, siteURL: String?, pictureBase: String,
    writesAddresses: Bool
  ) {
    self.session = session
    self.width = width
    self.height = height
    self.siteURL = siteURL
    self.pictureBase = pictureBase
    self.writesAddresses = writesAddresses
  }

  package mutating func resize(width: Int, height: Int) {
    self.width = width
    self.height = height
    showSelection()
  }

  /// Shows what a command led to.
  ///
  /// - Parameters:
  ///   - outcome: what the command led to.
  ///   - session: the session since.
  package mutating func show(_ outcome: WalkSession.Outcome, _ session: WalkSession) {
    self.session = session
    mode = .choosing
    switch outcome {
    case .moved(let text):
      message = text
      isDrawn = false
      digits = ""
      selection = 0
      scroll = 0
    case .stayed(let text): message = text
    case .help: read(.help)
    case .history: read(.history)
    case .note: read(.note)
    case .open, .left, .needs: break
    }
  }

  /// Goes on with a library that holds more, such as step codes.
  package mutating func adopt(library: Library) { session.adopt(library: library) }

  /// Takes note that the reader sees the rows as they are now.
  package mutating func drawn() { isDrawn = true }

  /// Shows the prompt again, instead of lines that stand for it.
  package mutating func stopReading() { mode = .choosing }

  private mutating func read(_ page: Page) {
    mode = .reading(page)
    scroll = 0
  }
}

extension Screen {
  /// Something that can be chosen.
  enum Item: Hashable {
    /// A choice by its 1-based number.
    case choice(Int)
    /// A link by its 1-based number.
    case jump(Int)
  }

  /// What can be chosen, in order: the choices that pass the filter, then the links.
  var items: [Item] {
    let prompt = session.prompt
    let choices = prompt.choices.indices.filter { passes(prompt.choices[$0]) }
    let links = mode.filter == nil ? Array(prompt.jumps.indices) : []
    return choices.map { .choice($0 + 1) } + links.map { .jump($0 + 1) }
  }

  private func passes(_ choice: Prompt.Choice) -> Bool {
    guard let filter = mode.filter, !filter.isEmpty else { return true }
    let label = Folding.fold("\(choice.label.target.plainText) \(choice.context)")
    return Folding.fold(filter).split(separator: " ").allSatisfy { label.contains($0) }
  }
}

extension Screen.Mode {
  var filter: String? {
    if case .filtering(let text) = self { return text }
    return nil
  }
}
