import Compiler
import Testing

@testable import Terminal

@Suite struct ScreenTests {
  private static func screen() async -> Screen {
    Screen(
      await Sample.session(), width: 60, height: 24, siteURL: nil, pictureBase: "",
      writesAddresses: true)
  }

  @Test func `Enter after a digit that chose takes nothing on the next prompt`() async {
    var screen = await Self.screen()
    screen.type("1", "1")
    #expect(screen.session.here == "codes/no-message-comes")
    screen.type(.enter)
    #expect(screen.session.here == "codes/no-message-comes")
    screen.type(.enter)
    #expect(screen.session.status == .resolved)
  }

  @Test(arguments: ["2", "b", "p", "H", "C", "é", "n", "no", "yes"])
  func `Enter after keys that acted takes nothing`(keys: String) async {
    var screen = await Self.screen()
    screen.type("1", "1")
    for key in keys { screen.type(.character(key)) }
    let here = screen.session.here
    screen.type(.enter)
    #expect(screen.session.here == here)
  }

  @Test func `Enter takes what the arrows chose after a digit`() async {
    var screen = await Self.screen()
    screen.type("1", .down, .enter)
    #expect(screen.session.here == "codes/the-code-is-late")
  }

  @Test func `Enter that was typed ahead takes nothing unseen`() async {
    var screen = await Self.screen()
    screen.type(.enter)
    #expect(screen.session.here == "codes")
    screen.press([.down, .enter, .enter, .enter])
    #expect(screen.session.here == "codes/the-code-is-late")
  }

  @Test func `a word may be typed whole whose letter opened the line`() async {
    var screen = await Self.screen()
    screen.type("1", "1", "2")
    #expect(screen.session.here == "codes/no-message-comes/2")
    screen.write("change 1")
    #expect(screen.prompt.hasSuffix("> change 1"))
    screen.type(.enter)
    #expect(screen.session.here == "codes")
    screen.write("goto setup")
    screen.type(.enter)
    #expect(screen.session.here == "setup")
    screen.write("c1")
    #expect(screen.prompt.hasSuffix("> change 1"))
    screen.type(.escape)
    screen.write("fin my way")
    #expect(screen.prompt.hasSuffix("> f in my way"))
  }

  @Test(arguments: ["en-us", "nl-nl"], [80, 60, 34])
  func `a message says all that it has to say`(locale: String, width: Int) async {
    var session = await Sample.session()
    session.type("l \(locale)", "1")
    var screen = Screen(
      session, width: width, height: 24, siteURL: nil, pictureBase: "", writesAddresses: true)
    screen.type("é")
    let rows = screen.rows.lines.map { $0.map(\.text).joined() }
    #expect(rows.count == 24)
    let shown = rows.joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(shown.contains(screen.session.phrases[.unknownKey]))
  }

  @Test func `what an unknown letter says stays after its Enter`() async {
    var screen = await Self.screen()
    screen.type("é", .enter)
    #expect(screen.message == screen.session.phrases[.unknownKey])
  }
}

extension Key: ExpressibleByUnicodeScalarLiteral {
  public init(unicodeScalarLiteral value: Character) { self = .character(value) }
}

extension Screen {
  /// Presses keys one by one, and draws after each.
  fileprivate mutating func type(_ keys: Key...) {
    for key in keys {
      press([key])
      drawn()
    }
  }

  /// Presses the keys of a text one by one.
  fileprivate mutating func write(_ text: String) {
    for character in text { type(.character(character)) }
  }

  /// What stands on the line that is written on.
  fileprivate var prompt: String {
    let rows = rows
    return rows.lines[rows.cursor?.row ?? 0].map(\.text).joined()
  }

  /// Presses keys that come at once.
  fileprivate mutating func press(_ keys: [Key]) {
    for key in keys {
      guard case .command(let command) = press(key) else { continue }
      var next = session
      let outcome = next.apply(command)
      show(outcome, next)
    }
  }
}
