import Glibc

/// Opens pages in the browser of the desktop.
enum Browser {
  /// Asks the desktop to open an address; nothing happens where there is none.
  ///
  /// - Parameter address: a web or file address; no other scheme is opened.
  static func open(_ address: String) {
    guard ["http://", "https://", "file://"].contains(where: { address.hasPrefix($0) }),
      isatty(STDOUT_FILENO) == 1, hasDesktop
    else { return }
    let words = ["xdg-open", address]
    var arguments: [UnsafeMutablePointer<CChar>?] = unsafe words.map { unsafe strdup($0) }
    unsafe arguments.append(nil)
    var process = pid_t()
    unsafe posix_spawnp(&process, "xdg-open", nil, nil, arguments, environ)
    unsafe arguments.forEach { unsafe free($0) }
  }

  private static var hasDesktop: Bool {
    unsafe getenv("DISPLAY") != nil || getenv("WAYLAND_DISPLAY") != nil
  }
}
