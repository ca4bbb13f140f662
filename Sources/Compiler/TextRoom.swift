import Articles
import Storage
import Synchronization

/// The parsed texts that a library still holds, so that they need not be parsed again.
///
/// They are values while there is room for them, then bytes, which take a tenth of that, in memory
/// or at last in a file. Where the disk has no room either, whoever asks parses a second time.
///
/// A class, because all tasks that read articles draw on the same room.
final class TextRoom: Sendable {
  /// What a library may take in memory, its texts included.
  private static let memory = 600 << 20
  /// What it takes for each article besides the text's value.
  private static let memoryPerArticle = 50 << 10
  /// What a text's value takes for each byte of its file.
  private static let memoryPerByte = 5
  /// The room for bytes in memory.
  private static let mostBytes = 64 << 20

  fileprivate enum Kept {
    case value(ParsedArticle)
    case bytes([UInt8])
    case stored(Range<Int>, ScratchFile)
  }

  /// The file, which is made when it is first needed.
  fileprivate enum Scratch {
    case unopened
    case open(ScratchFile)
    case missing
  }

  fileprivate struct State {
    /// In bytes of the files.
    var valueRoom: Int
    var byteRoom: Int
    var scratch = Scratch.unopened
    var texts: [String: Kept] = [:]
  }

  private let state: Mutex<State>

  /// Makes room for the texts of a library with so many articles: the more, the less for values.
  convenience init(besides articles: Int) {
    let rest = (Self.memory - articles * Self.memoryPerArticle) / Self.memoryPerByte
    self.init(values: max(0, rest), bytes: Self.mostBytes)
  }

  /// Makes room for values of so many bytes of files, and for so many bytes.
  init(values: Int, bytes: Int) { state = Mutex(State(valueRoom: values, byteRoom: bytes)) }

  /// Keeps an article by its path, when there is room for it.
  func keep(_ parsed: ParsedArticle) {
    let path = parsed.article.path
    let isDone = state.withLock { state in
      guard state.valueRoom >= parsed.size else { return false }
      state.valueRoom -= parsed.size
      state.texts[path] = .value(parsed)
      return true
    }
    guard !isDone else { return }
    var writer = BinaryWriter()
    writer.write(parsed)
    keep(writer.trimmedBytes, of: path)
  }

  private func keep(_ bytes: [UInt8], of path: String) {
    let scratch = state.withLock { state -> ScratchFile? in
      guard state.byteRoom < bytes.count else {
        state.byteRoom -= bytes.count
        state.texts[path] = .bytes(bytes)
        return nil
      }
      return state.openScratch()
    }
    guard let scratch else { return }
    let place = scratch.append(bytes)
    state.withLock { state in
      if let place { state.texts[path] = .stored(place, scratch) } else { state.scratch = .missing }
    }
  }

  /// Makes room where nobody will ask for an article again.
  func forget(_ path: String) {
    // What is forgotten is taken apart when the lock is open again.
    let old = state.withLock { state in
      let old = state.texts.removeValue(forKey: path)
      switch old {
      case .value(let parsed): state.valueRoom += parsed.size
      case .bytes(let bytes): state.byteRoom += bytes.count
      case .stored, nil: break
      }
      return old
    }
    _ = consume old
  }

  subscript(path: String) -> ParsedArticle? {
    switch state.withLock({ $0.texts[path] }) {
    case .value(let parsed): return parsed
    case .bytes(let bytes): return Self.read(bytes)
    case .stored(let place, let scratch): return scratch.read(place).flatMap(Self.read)
    case nil: return nil
    }
  }

  private static func read(_ bytes: [UInt8]) -> ParsedArticle? {
    var reader = BinaryReader(bytes[...])
    return try? reader.read(ParsedArticle.self)
  }
}

extension TextRoom.State {
  /// The file for what does not fit; `nil` where there is none to be had.
  fileprivate mutating func openScratch() -> ScratchFile? {
    if case .unopened = scratch { scratch = ScratchFile().map { .open($0) } ?? .missing }
    guard case .open(let file) = scratch else { return nil }
    return file
  }
}
