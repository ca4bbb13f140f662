import Compiler
import Dispatch
import Glibc
import Synchronization

/// One line on the terminal that tells how far work has come which takes more than a second.
///
/// Nothing is written where standard error is no terminal. A class, because the tasks that work
/// and the timer that draws share the count.
final class Progress: Sendable {
  private let words: String
  private let total: Int
  private let done = Atomic<Int>(0)
  private let state = Mutex(State())

  private struct State {
    var isShown = false
    var hasEnded = false
  }

  /// - Parameters:
  ///   - words: what is done, such as `Reading articles`.
  ///   - total: how often `advance` will be called.
  init(_ words: String, total: Int) {
    self.words = words
    self.total = total
  }

  /// Counts one piece of the work as done.
  func advance() { done.add(1, ordering: .relaxed) }

  /// Does the work, and takes the line away at its end.
  func during<Result>(_ work: () async throws -> Result) async rethrows -> Result {
    guard isatty(STDERR_FILENO) == 1, TerminalDevice.movesCursor else { return try await work() }
    // A timer of the system's: the tasks' own threads are all at work.
    let timer = DispatchSource.makeTimerSource(queue: .global())
    timer.schedule(deadline: .now() + .seconds(1), repeating: .milliseconds(200))
    timer.setEventHandler { self.draw() }
    timer.resume()
    defer {
      timer.cancel()
      clear()
    }
    return try await work()
  }

  /// Reads a folder's articles, with a line that counts them.
  static func reading<Result>(
    _ folder: ContentFolder, _ work: (ContentFolder) async throws -> Result
  ) async rethrows -> Result {
    let progress = Progress("Reading articles", total: folder.files.count { $0.hasSuffix(".md") })
    let counted = folder.noting { path, _ in
      if path.hasSuffix(".md") { progress.advance() }
    }
    return try await progress.during { try await work(counted) }
  }

  private func draw() {
    state.withLock { state in
      guard !state.hasEnded else { return }
      state.isShown = true
      // A file may be read again by a later rule.
      let count = min(done.load(ordering: .relaxed), total)
      Console.write("\r\u{1B}[2K\(words): \(count) of \(total)", to: STDERR_FILENO)
    }
  }

  private func clear() {
    state.withLock { state in
      if state.isShown { Console.write("\r\u{1B}[2K", to: STDERR_FILENO) }
      state.hasEnded = true
    }
  }
}
