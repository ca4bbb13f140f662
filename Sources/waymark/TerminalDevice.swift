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

  /// Whether both ends are a terminal that can move its cursor.
  static var canRedraw: Bool {
    let kind = environment("TERM") ?? "dumb"
    return isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 && kind != "dumb" && kind != ""
  }
}
