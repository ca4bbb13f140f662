import Compiler
import Content
import Decisions
package import Storage
import Synchronization

/// An address that the pages of an article asked for, whose answer they show.
package struct AskedAddress: Hashable, Sendable, BinaryCodable {
  enum Kind: String, CaseIterable, BinaryCodable {
    /// Of a link or picture, as it stands in the file at `path`.
    case link
    /// Of a jump to the file at `path`; the anchor behind it.
    case jump
  }
  let kind: Kind
  let path: String
  let address: String

  init(_ kind: Kind, _ path: String, _ address: String) {
    (self.kind, self.path, self.address) = (kind, path, address)
  }

  package func encode(to writer: inout BinaryWriter) {
    writer.write(kind)
    writer.write(path)
    writer.write(address)
  }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    kind = try reader.read()
    path = try reader.read()
    address = try reader.read()
  }
}

/// Notes what pages ask for while they are made.
///
/// A class, since all parts of an article's pages note in the same one.
final class AddressLog: Sendable {
  private let found = Mutex<Set<AskedAddress>>([])

  func note(_ kind: AskedAddress.Kind, _ path: String, _ address: String) {
    _ = found.withLock { $0.insert(AskedAddress(kind, path, address)) }
  }

  /// Notes where the jumps of a tree lead outside of it.
  func note(jumpsOf tree: DecisionTree) {
    for case .article(let path, let anchor) in tree.nodes.lazy.flatMap(\.jumps).map(\.target) {
      note(.jump, path, anchor)
    }
  }

  /// What was asked for, sorted.
  var asked: [AskedAddress] {
    found.withLock { $0 }.sorted {
      ($0.path, $0.address, $0.kind.rawValue) < ($1.path, $1.address, $1.kind.rawValue)
    }
  }
}

extension Site {
  /// What addresses lead to at this moment.
  func answers(to asked: [AskedAddress]) -> Fingerprint {
    var mixer = FingerprintMixer()
    for question in asked {
      switch question.kind {
      case .link:
        library.mix(target: question.address, from: question.path, into: &mixer)
        if case .file(let file) = library.target(of: question.address, from: question.path) {
          files.mix(file, into: &mixer)
        }
      case .jump:
        let target = Jump.Target.article(path: question.path, anchor: question.address)
        mixer.add(library.node(of: Jump(text: .empty, target: target))?.rawValue ?? "")
      }
    }
    return mixer.fingerprint
  }
}
