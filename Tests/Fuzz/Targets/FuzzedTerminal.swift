import Compiler
import Content
import Decisions
import Search
import Terminal

/// Somebody, or something, at the keyboard.
enum FuzzedTerminal {
  private static let session = FuzzedFolder.wait {
    [library = FuzzedFolder.compile("unused.md", [])] in
    var session = WalkSession(library, locale: .americanEnglish)
    for locale in library.locales {
      session.adopt(index: await SearchIndex(library, locale: locale), for: locale)
    }
    return session
  }

  /// Types the bytes as keys on a screen, and again as lines.
  static func type(_ bytes: [UInt8]) {
    press(bytes)
    var session = session
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      apply(Command(String(line)), to: &session)
    }
  }

  private static func press(_ bytes: [UInt8]) {
    var screen = Screen(
      session, width: 40, height: 12, siteURL: nil, pictureBase: "", writesAddresses: true)
    var parser = KeyParser()
    for key in parser.parse(bytes) + parser.flush() {
      guard case .command(let command) = screen.press(key) else { continue }
      var next = screen.session
      let outcome = apply(command, to: &next)
      screen.show(outcome, next)
      precondition(screen.rows.lines.count <= 12, "the screen is too tall")
    }
  }

  @discardableResult
  private static func apply(
    _ command: Command, to session: inout WalkSession
  ) -> WalkSession.Outcome {
    let outcome = session.apply(command)
    if let visit = session.visit {
      let path = visit.edition.tree.trail(to: visit.walk.node.id).compactMap(\.choice)
      precondition(visit.walk.answers == path, "the trail is not the path to the step")
    }
    return outcome
  }
}
