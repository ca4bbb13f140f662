import Content

/// Reads tabs and zones, of which a reader takes the one that applies (dialect.md, 7 and 8).
///
/// They are a question when what they hold is to be done; tabs of code in several languages only
/// inform.
enum BranchRule {
  /// One branch: its name, and what it holds.
  struct Branch {
    var label: Text
    var blocks: [Block]
    var line: Int
  }

  /// The branches that begin at an index, and how many blocks they take; `nil` for other blocks.
  ///
  /// Zones of pivots or versions that stand directly behind each other belong together.
  static func branches(
    in blocks: [Block], at index: Int, _ vocabulary: Vocabulary
  ) -> (branches: [Branch], count: Int)? {
    if case .tabs(let group) = blocks[index].kind {
      let tabs = group.tabs.map { Branch(label: $0.title, blocks: $0.blocks, line: $0.line) }
      return isQuestion(tabs, vocabulary) ? (tabs, 1) : nil
    }
    let zones = blocks[index...].prefix { $0.zoneBranch != nil }.compactMap(\.zoneBranch)
    // A zone may also vary a single sentence; tabs are for whole tasks.
    let withSteps = zones.count { $0.blocks.contains(where: \.isProcedure) }
    guard isQuestion(zones, vocabulary), withSteps * 2 > zones.count, differ(zones) else {
      return nil
    }
    return (zones, zones.count)
  }

  /// Whether zones say different things, and not only link to different addresses.
  ///
  /// The admin centers of several clouds differ in their address alone; asking a reader for the
  /// name of their cloud, to show them the same steps, helps nobody.
  private static func differ(_ zones: [Branch]) -> Bool {
    let words = zones.map { zone in Words(zone.blocks).list.filter { !$0.isAddress } }
    return Set(words).count > 1
  }

  private static func isQuestion(_ branches: [Branch], _ vocabulary: Vocabulary) -> Bool {
    guard branches.count >= 2,
      Set(branches.map { $0.label.source.plainText }).count == branches.count
    else { return false }
    let acting = branches.count { branch in
      branch.blocks.contains(where: \.isProcedure) || vocabulary.offersAction(Words(branch.blocks))
    }
    return acting * 2 > branches.count
  }

  /// The question that branches ask.
  static func question(_ branches: [Branch], in context: DecisionFinder.Context) -> Draft {
    var draft = Draft(
      shape: .question, rule: .branches, title: .empty, line: branches.first?.line ?? 1)
    draft.parts = branches.map { branch in
      let section = Section.branch(
        branch.label, branch.blocks, line: branch.line)
      let part = DecisionFinder.draft(of: section, in: context)
      return Draft.Part(
        role: .answer, draft: part.asSituation(isDiagnostic: true, context.vocabulary))
    }
    return draft
  }
}

extension Block {
  fileprivate var zoneBranch: BranchRule.Branch? {
    guard case .zone(let zone, let inner) = kind else { return nil }
    if case .target = zone.condition { return nil }
    return BranchRule.Branch(label: Text([.text(zone.label)]), blocks: inner, line: line)
  }
}

extension Words {
  /// Whether a word is an address that is written out.
  fileprivate var isAddress: Bool { cut(at: ":")?.behind.bytes.starts(with: "//".utf8) == true }
}
