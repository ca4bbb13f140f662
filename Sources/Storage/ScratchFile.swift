import Glibc
import Synchronization

/// Bytes that need not stay in memory, in a file of the system's temporary folder that has no name
/// there: it is gone when the process is.
///
/// A class, because it owns an open file.
package final class ScratchFile: Sendable {
  private let descriptor: Int32
  private let end = Atomic(0)

  /// Makes an empty file; `nil` where the system has no room for one.
  package init?() {
    guard let file = unsafe tmpfile() else { return nil }
    descriptor = unsafe fcntl(fileno(file), F_DUPFD_CLOEXEC, 0)
    unsafe fclose(file)
    guard descriptor >= 0 else { return nil }
  }

  deinit { close(descriptor) }

  /// Writes bytes behind all others, on any thread.
  ///
  /// - Returns: where they lie; `nil` when they do not fit on the disk.
  package func append(_ bytes: [UInt8]) -> Range<Int>? {
    let start = end.add(bytes.count, ordering: .relaxed).oldValue
    let isWritten = unsafe bytes.withUnsafeBytes { buffer in
      Self.transfer(buffer.count) { done in
        guard let base = buffer.baseAddress else { return 0 }
        return unsafe pwrite(descriptor, base + done, buffer.count - done, start + done)
      }
    }
    return isWritten ? start..<start + bytes.count : nil
  }

  /// Reads the bytes of a place that `append` returned, on any thread; `nil` when the disk fails.
  package func read(_ place: Range<Int>) -> [UInt8]? {
    var isRead = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: place.count) { buffer, count in
      isRead = Self.transfer(place.count) { done in
        guard let base = buffer.baseAddress else { return 0 }
        return unsafe pread(descriptor, base + done, place.count - done, place.lowerBound + done)
      }
      count = isRead ? place.count : 0
    }
    return isRead ? bytes : nil
  }

  /// Calls the system until all bytes are done.
  private static func transfer(_ count: Int, _ call: (_ done: Int) -> Int) -> Bool {
    var done = 0
    while done < count {
      let part = call(done)
      if part < 0, errno == EINTR { continue }
      guard part > 0 else { return false }
      done += part
    }
    return true
  }
}
