import FlyingSocks

/// What the pages of a preview are told, by server-sent events (HTML Standard, section 9.2).
///
/// An actor, since pages come and go while the content changes.
package actor PreviewEvents {
  private var listeners: [Int: AsyncStream<[UInt8]>.Continuation] = [:]
  private var next = 0
  /// The last message, which a page gets as soon as it listens.
  private var latest: [UInt8] = []

  package init() {}

  /// Tells every page the state of the preview: one JSON document on one line.
  package func send(_ json: String) {
    latest = Array("data: \(json)\n\n".utf8)
    for listener in listeners.values { listener.yield(latest) }
  }

  /// A comment that nobody sees: connections whose page is gone end when it cannot be delivered.
  package func beat() {
    for listener in listeners.values { listener.yield(Array(": beat\n\n".utf8)) }
  }

  func subscribe() -> AsyncStream<[UInt8]> {
    let id = next
    next += 1
    let (stream, continuation) = AsyncStream<[UInt8]>.makeStream(
      bufferingPolicy: .bufferingNewest(8))
    continuation.onTermination = { _ in Task { await self.unsubscribe(id) } }
    listeners[id] = continuation
    continuation.yield(latest.isEmpty ? Array(": hello\n\n".utf8) : latest)
    return stream
  }

  private func unsubscribe(_ id: Int) { listeners[id] = nil }
}

/// Event messages as the body of a response that does not end.
struct EventBytes: AsyncBufferedSequence {
  typealias Element = UInt8
  let stream: AsyncStream<[UInt8]>

  func makeAsyncIterator() -> Iterator { Iterator(messages: stream.makeAsyncIterator()) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    var messages: AsyncStream<[UInt8]>.Iterator
    private var rest: [UInt8] = []

    init(messages: AsyncStream<[UInt8]>.Iterator) { self.messages = messages }

    mutating func next() async throws -> UInt8? {
      if rest.isEmpty { rest = await messages.next() ?? [] }
      return rest.isEmpty ? nil : rest.removeFirst()
    }

    mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
      if rest.isEmpty { rest = await messages.next() ?? [] }
      defer { rest = [] }
      return rest.isEmpty ? nil : rest
    }
  }
}
