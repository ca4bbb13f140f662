import Content

/// Reads items that each begin with another device, system or tool and say what to do there.
///
/// "Chrome: Select the padlock." is such an item, and so is "On an iPhone, open the settings." The
/// last may be for all others.
enum PlatformRule {
  /// The platforms of a list's items, where the sentence above it says what they are for.
  static func situations(_ list: List, lead: Words, _ vocabulary: Vocabulary) -> [Draft]? {
    guard list.start == nil, !lead.contains(any: vocabulary[.listings]),
      lead.endsWithColon || lead.isQuestion || vocabulary.offer(lead, isInStep: false) != nil
    else { return nil }
    var items: [Item] = []
    for blocks in list.items {
      // Most lists are seen to be none by their first item.
      guard let item = item(blocks), SituationRule.platform(item.name, vocabulary) != nil else {
        break
      }
      items.append(item)
    }
    guard items.count >= 2, list.items.count - items.count <= 1 else { return nil }
    let other = items.count < list.items.count ? ListRule.wayOut(of: list, vocabulary) : nil
    guard other != nil || items.count == list.items.count,
      SituationRule.arePlatforms(items.map(\.name), vocabulary),
      list.items.count(where: { ListRule.isActing($0, vocabulary) }) * 4 >= list.items.count * 3
    else { return nil }
    let platforms = zip(items, list.items).compactMap { item, blocks in
      guard let label = item.label else { return ListRule.whole(blocks, vocabulary) }
      return ListRule.situation(
        label, item.rest, line: blocks[0].line, isSolution: true, vocabulary)
    }
    return platforms + [other].compactMap { $0 }
  }

  /// The words that name an item's platform, and the label that they are; "On an iPhone, open …" is
  /// its own.
  private typealias Item = (name: Words, label: Text?, rest: [Block])

  private static func item(_ item: [Block]) -> Item? {
    guard let first = item.first, case .paragraph(let text) = first.kind else { return nil }
    if let (lead, rest) = text.splittingBoldLead ?? text.splittingPlainLead {
      let own = Block(.paragraph(rest), line: first.line, file: first.file)
      return (Words(lead), lead, (rest.isBlank ? [] : [own]) + item.dropFirst())
    }
    return Words(text).cut(at: ",").map { ($0.before, nil, []) }
  }
}
