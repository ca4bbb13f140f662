import Articles
import Content
import Decisions
package import Storage

/// Facts are fingerprints of what something is made of: while they are the same, so is the result.
extension Library {
  /// What all addresses in some articles are resolved by, and all that they may lead to.
  ///
  /// - Parameters:
  ///   - articles: the articles.
  ///   - nodes: their `nodePrint`s.
  ///   - resolver: resolves the addresses.
  /// - Returns: a fingerprint.
  static func linkFacts(
    of articles: [Entry], _ nodes: [Fingerprint], _ resolver: LinkResolver
  ) -> Fingerprint {
    var mixer = FingerprintMixer()
    resolver.mix(into: &mixer)
    mixer.add(articles.count)
    for (entry, nodes) in zip(articles, nodes) {
      mixer.add(entry.id)
      mixer.add(entry.source.rawValue)
      mixer.add(entry.editions.keys.map(\.rawValue).sorted())
      mixer.add(nodes)
    }
    return mixer.fingerprint
  }

  /// What is shown of an article, but for what its links lead to and what all articles share; `nil`
  /// when no cache knows its files.
  package func facts(of entry: Entry) -> Fingerprint? {
    guard cache != nil else { return nil }
    var mixer = FingerprintMixer()
    mixer.add(entry.id)
    mixer.add(entry.kind.rawValue)
    mixer.add(entry.source.rawValue)
    mixer.add(nodePrint(of: entry))
    for node in entry.nodes { mixer.add(codes[node.id]?.digits ?? "") }
    mixer.add(entry.headings.count)
    for (heading, names) in entry.headings.sorted(by: { $0.key < $1.key }) {
      mixer.add(heading)
      mixer.add(names)
    }
    for (locale, summary) in entry.editions.sorted(by: { $0.key < $1.key }) {
      guard let files = cache?.fingerprint(of: summary.path) else { return nil }
      mixer.add(locale.rawValue)
      mixer.add(summary.path)
      mixer.add(files)
    }
    return mixer.fingerprint
  }

  /// What pages about the library as a whole show of it, besides its `linkFacts`.
  package var sharedFacts: Fingerprint {
    var mixer = FingerprintMixer()
    var writer = BinaryWriter()
    for entry in articles {
      mixer.add(entry.kind.rawValue)
      for node in entry.nodes { mixer.add(codes[node.id]?.digits ?? "") }
      for summaries in [entry.editions, entry.misfits] {
        writer.write(summaries.count)
        for (locale, summary) in summaries.sorted(by: { $0.key < $1.key }) {
          writer.write(locale)
          writer.write(summary.path)
          writer.write(summary.title)
        }
      }
    }
    for redirect in redirects {
      writer.write(redirect.from)
      writer.write(redirect.to)
    }
    for (locale, entries) in contents.sorted(by: { $0.key < $1.key }) {
      writer.write(locale)
      write(entries, to: &writer)
    }
    mixer.add(writer.bytes)
    mixer.add(permalinks.pointerFacts)
    return mixer.fingerprint
  }

  /// What an address leads to, and whatever its link shows of that.
  package func mix(_ target: LinkTarget, into mixer: inout FingerprintMixer) {
    var writer = BinaryWriter()
    writer.write(target)
    mixer.add(writer.bytes)
    guard case .article(let id, let anchor) = target, let entry = self[id] else { return }
    mixer.add(locales(of: entry).map(\.rawValue))
    let node = entry.anchors[anchor].flatMap { entry[$0] }
    mixer.add(node.map { [$0.id.rawValue, $0.kind.rawValue, $0.anchor, "\($0.hasOwnPage)"] } ?? [])
  }

  private func write(_ entries: [ContentsEntry], to writer: inout BinaryWriter) {
    writer.write(entries.count)
    for entry in entries {
      writer.write(entry.title)
      writer.write(entry.target)
      write(entry.children, to: &writer)
    }
  }
}

extension Library.Entry {
  /// What its nodes are, and which of its headings lead to them.
  var nodePrint: Fingerprint {
    var mixer = FingerprintMixer()
    mixer.add(nodes.count)
    for node in nodes {
      mixer.add(node.id.rawValue)
      mixer.add(node.kind.rawValue)
      mixer.add(node.anchor)
      mixer.add(node.hasOwnPage ? 1 : 0)
    }
    mixer.add(anchors.count)
    for (anchor, node) in anchors.sorted(by: { $0.key < $1.key }) {
      mixer.add(anchor)
      mixer.add(node.rawValue)
    }
    return mixer.fingerprint
  }
}

extension Permalinks {
  /// What stands at former addresses, and which codes lead on.
  package var pointerFacts: Fingerprint {
    var writer = BinaryWriter()
    for former in formerAddresses {
      writer.write([former.address, former.target.rawValue])
    }
    for gone in retirements {
      writer.write([gone.code.digits, gone.address, gone.title ?? "", gone.reason])
      writer.write(gone.replacement)
    }
    for (code, target) in formerCodes { writer.write([code.digits, target.rawValue]) }
    return Fingerprint(of: writer.bytes)
  }
}

extension FingerprintMixer {
  fileprivate mutating func add(_ texts: [String]) {
    add(texts.count)
    for text in texts { add(text) }
  }
}

extension LinkTarget: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) {
    switch self {
    case .article(let id, let anchor): writer.write(["article", id, anchor])
    case .file(let path): writer.write(["file", path])
    case .home: writer.write(["home"])
    case .external(let address): writer.write(["external", address])
    case .nowhere: writer.write(["nowhere"])
    }
  }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    let parts: [String] = try reader.read()
    switch (parts.first, parts.count) {
    case ("article", 3): self = .article(id: parts[1], anchor: parts[2])
    case ("file", 2): self = .file(parts[1])
    case ("home", 1): self = .home
    case ("external", 2): self = .external(parts[1])
    case ("nowhere", 1): self = .nowhere
    default: throw BinaryReader.Damage()
    }
  }
}
