import Glibc

/// What the terminal is and can do.
enum TerminalDevice {
  /// The columns of a terminal, at most 100, since longer lines are hard to read; 80 elsewhere.
  static func width(of file: Int32) -> Int { min(size(of: file).columns, 100) }

  /// The columns and rows of a terminal; 80 by 24 elsewhere.
  static func size(of file: Int32) -> (columns: Int, rows: Int) {
    var size = winsize()
    guard unsafe ioctl(file, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      let columns = environment("COLUMNS").flatMap { Int($0) } ?? 80
      return (max(columns, 20), 24)
    }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  static func environment(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  /// Whether the terminal is one of those known to open links (OSC 8); others get the addresses
  /// written out, since they swallow the sequence without a trace.
  static var hasLinks: Bool {
    if let version = environment("VTE_VERSION").flatMap({ Int($0) }), version >= 5000 {
      return true
    }
    let marks = ["KITTY_WINDOW_ID", "WT_SESSION", "KONSOLE_VERSION", "WEZTERM_PANE", "DOMTERM"]
    if marks.contains(where: { environment($0) != nil }) { return true }
    let programs = ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio"]
    if programs.contains(environment("TERM_PROGRAM") ?? "") { return true }
    let kinds = ["alacritty", "foot", "xterm-kitty", "xterm-ghostty", "contour"]
    return kinds.contains { (environment("TERM") ?? "").hasPrefix($0) }
  }

  /// Whether a terminal of this kind can move its cursor.
  static var movesCursor: Bool { !["", "dumb"].contains(environment("TERM") ?? "") }

  /// Whether both ends are a terminal that can move its cursor.
  static var canRedraw: Bool {
    isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 && movesCursor
  }
}
