import FoundationEssentials

/// What copies text through a terminal (xterm's OSC 52).
enum Clipboard {
  static func sequence(copying text: String) -> String {
    "\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{7}"
  }
}
