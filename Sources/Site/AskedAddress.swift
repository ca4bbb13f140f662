import Compiler
import Content
import Decisions
package import Storage

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

/// Notes what pages ask for while they are made, and what they were told, so that each address is
/// looked up once.
///
/// A class, since all parts of an article's pages note in the same one.
final class AddressLog {
  /// What links and pictures lead to, by the files that they stand in.
  private var targets: [String: [String: LinkTarget]] = [:]
  private var jumps: Set<AskedAddress> = []

  /// What an address in a file leads to.
  func target(of address: String, from path: String, in library: Library) -> LinkTarget {
    if let known = targets[path]?[address] { return known }
    let target = library.target(of: address, from: path)
    targets[path, default: [:]][address] = target
    return target
  }

  /// Notes where the jumps of a tree lead outside of it.
  func note(jumpsOf tree: DecisionTree) {
    for case .article(let path, let anchor) in tree.nodes.lazy.flatMap(\.jumps).map(\.target) {
      jumps.insert(AskedAddress(.jump, path, anchor))
    }
  }

  /// What was asked for, sorted.
  var asked: [AskedAddress] {
    let links = targets.flatMap { path, found in found.keys.map { AskedAddress(.link, path, $0) } }
    return (links + jumps).sorted {
      ($0.path, $0.address, $0.kind.rawValue) < ($1.path, $1.address, $1.kind.rawValue)
    }
  }
}

extension Site {
  /// What addresses lead to at this moment.
  ///
  /// - Parameters:
  ///   - asked: the addresses.
  ///   - log: knows what some of them lead to.
  /// - Returns: a fingerprint of the answers.
  func answers(to asked: [AskedAddress], knowing log: AddressLog = AddressLog()) -> Fingerprint {
    var mixer = FingerprintMixer()
    for question in asked {
      switch question.kind {
      case .link:
        let target = log.target(of: question.address, from: question.path, in: library)
        library.mix(target, into: &mixer)
        if case .file(let file) = target { files.mix(file, into: &mixer) }
      case .jump:
        let target = Jump.Target.article(path: question.path, anchor: question.address)
        mixer.add(library.node(of: Jump(text: .empty, target: target))?.rawValue ?? "")
      }
    }
    return mixer.fingerprint
  }
}
