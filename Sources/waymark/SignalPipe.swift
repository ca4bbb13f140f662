import Glibc
import Synchronization

/// Signals as bytes in a pipe, so that they can be waited for together with input.
///
/// A signal handler can reach nothing but globals: these two numbers are the only ones.
enum SignalPipe {
  private static let writing = Atomic<Int32>(-1)
  private static let reading = Atomic<Int32>(-1)

  /// Wakes whoever waits for signals, with the number 0.
  static func wake() {
    var byte: UInt8 = 0
    _ = unsafe write(writing.load(ordering: .relaxed), &byte, 1)
  }

  /// Begins to catch signals; each becomes one byte to read.
  ///
  /// - Returns: the file to read from; -1 when there is none.
  static func catching(_ signals: [Int32]) -> Int32 {
    if writing.load(ordering: .relaxed) < 0 {
      var ends: [Int32] = [-1, -1]
      guard unsafe pipe(&ends) == 0 else { return -1 }
      for end in ends {
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
      }
      reading.store(ends[0], ordering: .relaxed)
      writing.store(ends[1], ordering: .relaxed)
    }
    for number in signals {
      var action = sigaction()
      unsafe action.__sigaction_handler.sa_handler = { number in
        let kept = errno
        var byte = UInt8(truncatingIfNeeded: number)
        _ = unsafe write(SignalPipe.writing.load(ordering: .relaxed), &byte, 1)
        errno = kept
      }
      unsafe sigaction(number, &action, nil)
    }
    return reading.load(ordering: .relaxed)
  }
}
