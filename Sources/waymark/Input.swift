import Glibc

/// Standard input and signals as one stream of events; the only reader of input in a run.
struct Input {
  enum Event: Hashable {
    case bytes([UInt8])
    case signal(Int32)
    /// Nothing came in the time that was given.
    case timeout
    case end
  }

  private let file: Int32
  private let signals: Int32

  /// Reads a file, and catches the signals.
  init(_ file: Int32 = STDIN_FILENO, catching signals: [Int32]) {
    self.file = file
    self.signals = SignalPipe.catching(signals)
  }

  /// Waits for the next event.
  ///
  /// - Parameter timeout: milliseconds; negative to wait for ever.
  /// - Returns: signals before bytes.
  func next(timeout: Int32 = -1) -> Event {
    while true {
      var files = [
        pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
        pollfd(fd: file, events: Int16(POLLIN), revents: 0),
      ]
      let ready = unsafe poll(&files, 2, timeout)
      if ready == 0 { return .timeout }
      if ready < 0 {
        if errno == EINTR { continue }
        return .end
      }
      if files[0].revents != 0, let number = read(signals, atMost: 1)?.first {
        return .signal(Int32(number))
      }
      guard files[1].revents != 0 else { continue }
      guard let bytes = read(file, atMost: 4096), !bytes.isEmpty else {
        if errno == EINTR || errno == EAGAIN { continue }
        return .end
      }
      return .bytes(bytes)
    }
  }

  /// All that comes until the end; `nil` when reading fails.
  static func everything(from file: Int32 = STDIN_FILENO) -> [UInt8]? {
    let input = Input(file, catching: [])
    var all: [UInt8] = []
    while case .bytes(let bytes) = input.next() { all += bytes }
    return all
  }

  /// The bytes that are there; empty at the end, `nil` when reading failed.
  private func read(_ file: Int32, atMost limit: Int) -> [UInt8]? {
    var chunk = [UInt8](repeating: 0, count: limit)
    errno = 0
    let count = unsafe chunk.withUnsafeMutableBytes { buffer in
      unsafe Glibc.read(file, buffer.baseAddress, buffer.count)
    }
    return count < 0 ? nil : Array(chunk[..<count])
  }
}
