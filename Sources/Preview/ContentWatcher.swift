import Foundation
import Glibc

/// Tells when something changes in a folder or below, by inotify (inotify(7)).
package enum ContentWatcher {
  /// Watches a folder; what changed is for the listener to find out.
  ///
  /// An editor that saves causes several events within milliseconds: they are one burst. Where the
  /// system grants no watch, the stream ticks once a second instead.
  ///
  /// - Parameters:
  ///   - root: the folder's absolute path.
  ///   - folders: lists `root` and every folder below, absolute.
  /// - Returns: one element for each burst of changes, for as long as somebody listens.
  package static func changes(
    in root: String, folders: @escaping @Sendable (_ root: String) -> [String]
  ) -> AsyncStream<Void> {
    let (stream, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
    Thread.detachNewThread {
      let file = inotify_init1(Int32(IN_CLOEXEC))
      watch: while true {
        guard file >= 0, add(folders(root), to: file) else {
          sleep(1)
          if case .terminated = continuation.yield() { break watch }
          continue
        }
        waitForBurst(on: file)
        if case .terminated = continuation.yield() { break watch }
      }
      if file >= 0 { close(file) }
    }
    return stream
  }

  private static let mask = UInt32(
    IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF)

  /// Watches folders, of which some may be watched already; returns whether the system agreed.
  private static func add(_ folders: [String], to file: Int32) -> Bool {
    var isWatching = false
    for folder in folders where unsafe inotify_add_watch(file, folder, mask) >= 0 {
      isWatching = true
    }
    return isWatching
  }

  /// Blocks until events arrive and then stop arriving for 20 ms.
  private static func waitForBurst(on file: Int32) {
    var buffer = [UInt8](repeating: 0, count: 65536)
    var timeout: Int32 = -1
    while true {
      var waiting = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
      let ready = unsafe poll(&waiting, 1, timeout)
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { return }
      _ = unsafe buffer.withUnsafeMutableBytes { unsafe read(file, $0.baseAddress, $0.count) }
      timeout = 20
    }
  }
}
