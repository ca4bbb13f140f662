import Synchronization

/// A `Reading` as bytes, until they have been kept.
///
/// A class, since many copies of a cache share it and let go of it together.
final class KeptReading: Sendable {
  private let kept: Mutex<ArraySlice<UInt8>>

  init(_ bytes: ArraySlice<UInt8>) { kept = Mutex(bytes) }

  var bytes: ArraySlice<UInt8> { kept.withLock { $0 } }

  func forget() { kept.withLock { $0 = [] } }
}
