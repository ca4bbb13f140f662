import Glibc
import Synchronization

/// The terminal while a screen is drawn: no echo, no line editing, the alternate screen.
///
/// What the terminal was before is kept where a signal handler finds it, so that it is restored
/// also when the program crashes.
enum RawTerminal {
  /// The address of the settings to restore; 0 while the terminal is as it was.
  private static let saved = Atomic<UInt>(0)

  /// Alternate screen, bracketed paste.
  private static let entering = "\u{1B}[?1049h\u{1B}[?2004h\u{1B}[2J"
  private static let leaving: StaticString = "\u{1B}[?2004l\u{1B}[0m\u{1B}[?25h\u{1B}[?1049l"

  /// Takes the terminal over, or over again after a shell had it; returns whether it could.
  static func enter() -> Bool {
    if saved.load(ordering: .relaxed) == 0 {
      var settings = termios()
      guard unsafe tcgetattr(STDIN_FILENO, &settings) == 0 else { return false }
      let kept = UnsafeMutablePointer<termios>.allocate(capacity: 1)
      unsafe kept.initialize(to: settings)
      saved.store(UInt(bitPattern: kept), ordering: .relaxed)
      restoreOnCrash()
    }
    let address = saved.load(ordering: .relaxed)
    guard let kept = unsafe UnsafeMutablePointer<termios>(bitPattern: address) else { return false }
    var settings = unsafe kept.pointee
    settings.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG | IEXTEN)
    settings.c_iflag &= ~tcflag_t(IXON | ICRNL | INLCR)
    settings.c_cc.6 = 1  // VMIN
    settings.c_cc.5 = 0  // VTIME
    guard unsafe tcsetattr(STDIN_FILENO, TCSADRAIN, &settings) == 0 else {
      leave()
      return false
    }
    Console.write(entering, to: STDOUT_FILENO)
    return true
  }

  /// Gives the terminal back as it was.
  ///
  /// Safe to call twice, and from a signal handler.
  static func leave() {
    let address = saved.exchange(0, ordering: .relaxed)
    guard let kept = unsafe UnsafeMutablePointer<termios>(bitPattern: address) else { return }
    _ = unsafe write(STDOUT_FILENO, leaving.utf8Start, leaving.utf8CodeUnitCount)
    unsafe tcsetattr(STDIN_FILENO, TCSADRAIN, kept)
  }

  /// Lets signals of crashes restore the terminal before they end the program.
  private static func restoreOnCrash() {
    for number in [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGSYS, SIGQUIT] {
      var action = sigaction()
      unsafe action.__sigaction_handler.sa_handler = { number in
        RawTerminal.leave()
        signal(number, SIG_DFL)
        raise(number)
      }
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
      unsafe sigaction(number, &action, nil)
    }
  }

  /// Gives the terminal back and asks to be stopped, as Ctrl-Z does.
  ///
  /// The stop may come a little later, since any thread may take the signal; a process without a
  /// shell that could wake it is not stopped at all.
  static func suspend() {
    leave()
    signal(SIGTSTP, SIG_DFL)
    // To the whole group, so that a shell script that runs the walk stops as well.
    kill(0, SIGTSTP)
  }
}
