import Compiler
import Content
import Decisions
import Diagnostics
import Search
import Testing

@testable import Terminal

/// A seeded generator (SplitMix64), so that a failure can be run again.
private struct Random: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

@Suite struct FuzzTests {
  private static let lines = [
    "1", "1", "2", "２", "3", "9", "0", "b", "b", "r", "t", "p", "s", "", "h", "?", "n", "o",
    "j1", "j9", "yes", "no", "ja", "change 1", "change 2", "c", "l nl", "l en", "l xx", "g codes",
    "g setup/set-up", "g 123 456", "g", "f late", "f", "zzz", "\u{1B}[2J", "the code is late", "l",
    "99999999999999999999", "j", "change 0", "-1",
  ]

  @Test(arguments: [1, 2, 3, 4])
  func `no line crashes a walk, answers for its reader or breaks its trail`(seed: UInt64) async {
    var random = Random(state: seed)
    var session = await Sample.session()
    for _ in 0..<12_500 {
      let line = Self.lines.randomElement(using: &random) ?? ""
      let before = session
      var outcome = session.apply(Command(line))
      while case .needs(let need) = outcome {
        if case .index(let locale) = need {
          session.adopt(index: await SearchIndex(session.library, locale: locale), for: locale)
        }
        outcome = session.apply(Command(line))
      }
      check(before, session, outcome, Command(line))
    }
    checkReplay(of: session)
  }

  private func check(
    _ before: WalkSession, _ after: WalkSession, _ outcome: WalkSession.Outcome, _ command: Command
  ) {
    if let visit = after.visit {
      let path = visit.edition.tree.trail(to: visit.walk.node.id).compactMap(\.choice)
      #expect(visit.walk.answers == path)
    }
    if case .moved = outcome {} else { #expect(before.here == after.here) }
    switch command {
    case .pair, .steps, .next, .language: #expect(before.here == after.here)
    case .back, .change:
      if before.visit?.entry.id == after.visit?.entry.id, let old = before.visit?.walk.answers,
        before.returns.count == after.returns.count
      {
        #expect(after.visit?.walk.answers.count ?? 0 <= old.count)
      }
    default: break
    }
  }

  private func checkReplay(of session: WalkSession) {
    guard let note = session.note(site: nil), let here = session.here else { return }
    guard case .reached(let id, _) = NoteReplay.walk(note.text, in: session.library) else {
      Issue.record("the note of \(here) cannot be followed")
      return
    }
    #expect(id.rawValue == here)
  }

  @Test func `every node's note replays to it, in every language`() async {
    let library = await Sample.library()
    for locale in library.locales {
      for entry in library.articles {
        for node in entry.nodes {
          guard let session = WalkSession(library, locale: locale, node: node.id) else {
            Issue.record("\(node.id)")
            continue
          }
          checkReplay(of: session)
        }
      }
    }
  }

  private static let keys: [Key] =
    [
      .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .tab, .backTab, .enter, .enter,
      .escape, .backspace, .delete, .control("c"), .control("d"), .control("u"), .control("w"),
      .control("l"), .paste("g codes\r\n1"), .paste("\u{1B}[31m"),
    ] + "123４5890jkbrtpsnohfglcJCH/:? xyé端".map { Key.character($0) }

  @Test(arguments: [5, 6])
  func `no key crashes a screen, and no row is wider than it`(seed: UInt64) async {
    var random = Random(state: seed)
    let session = await Sample.session()
    var screen = Screen(
      session, width: 40, height: 12, siteURL: nil, pictureBase: "", writesAddresses: true)
    for step in 0..<25_000 {
      let key = Self.keys.randomElement(using: &random) ?? .enter
      if Bool.random(using: &random) { screen.drawn() }
      let takesUnseen = key == .enter && !screen.isDrawn && screen.isChoosing
      let action = screen.press(key)
      #expect(!takesUnseen || action == .redraw)
      if case .command(let command) = action {
        var next = screen.session
        let outcome = next.apply(command)
        if case .needs(.index(let locale)) = outcome {
          next.adopt(index: await SearchIndex(next.library, locale: locale), for: locale)
        }
        screen.show(outcome, next)
      }
      if step % 97 == 0 {
        screen.resize(
          width: Int.random(in: 1...150, using: &random),
          height: Int.random(in: 1...30, using: &random))
      }
      if step % 25 == 0 { checkRows(screen) }
    }
  }

  private func checkRows(_ screen: Screen) {
    let rows = screen.rows
    #expect(rows.lines.count <= max(screen.height, 1))
    for line in rows.lines {
      let text = line.map(\.text).joined()
      #expect(DisplayWidth.of(text) <= screen.width)
      #expect(text.allSatisfy { !$0.isNewline && $0 != "\u{1B}" })
    }
  }
}

extension Screen {
  /// Whether Enter would take what is highlighted.
  fileprivate var isChoosing: Bool {
    switch mode {
    case .choosing: digits.isEmpty
    case .filtering: true
    case .typing, .reading: false
    }
  }
}
