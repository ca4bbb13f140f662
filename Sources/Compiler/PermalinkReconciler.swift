import Content
import Decisions

/// What a lock can recognise a node by.
struct NodeTrace: Sendable {
  /// The position of the parent among the article's nodes.
  let parent: Int?
  /// `nil` for ends that Waymark adds to a step.
  let title: String?
  let print: TextPrint?

  init(_ node: Node, in tree: DecisionTree) {
    parent = node.parent.flatMap { tree.position(of: $0) }
    if let text = node.title.text {
      title = text.source.plainText.condensed
      print = TextPrint(of: node)
    } else {
      title = nil
      print = nil
    }
  }
}

/// Gives every node its published id: finds the nodes of a lock again among those that the articles
/// have now.
///
/// In this order, each only for what is left: the same id; the same id below a renamed parent;
/// among siblings that only a number tells apart (`x/2` and `x/3`, `x` and `x-2`) the likest text;
/// in the same article, nearly the same text. The ends that Waymark adds follow their step. What is left of the lock is lost, and what is
/// left of the articles is new.
struct PermalinkReconciler {
  /// The nodes of one article; parallel arrays.
  struct Article {
    let id: String
    let nodes: [Library.Outline]
    let traces: [NodeTrace]
    /// The names that links to it may use.
    let bookmarks: Set<String>
    /// The node that shows a heading's text, by the heading's id.
    let anchors: [String: Node.ID]
    /// `PermalinkLock.Record.source` of its first node.
    let source: LanguageTag?
    /// The published id of each node, once it is found.
    var published: [Node.ID?]

    init(
      _ entry: Library.Entry, traces: [NodeTrace], bookmarks: [String], from locale: LanguageTag?
    ) {
      source = locale == nil || entry.source == locale ? nil : entry.source
      id = entry.id
      nodes = entry.nodes
      anchors = entry.anchors
      self.traces = traces
      self.bookmarks = Set(bookmarks)
      published = Array(repeating: nil, count: nodes.count)
    }
  }

  private(set) var articles: [Article]
  let lock: PermalinkLock
  /// The recorded nodes that are not found yet.
  private(set) var free: Set<Node.ID>
  /// Published ids by the ids that texts gave when they were last recorded.
  private let idsByKey: [Node.ID: Node.ID]
  private let positions: [String: Int]
  /// The recorded nodes not found yet, for each article that still exists.
  private var freeByArticle: [[Node.ID]] = []
  /// The ids that others have with a number behind them, in the lock or now.
  private let twins: Set<Node.ID>

  init(_ articles: [Article], lock: PermalinkLock) {
    self.articles = articles
    self.lock = lock
    free = Set(lock.nodes.keys)
    idsByKey = Dictionary(
      lock.nodes.map { ($1.key ?? $0, $0) }, uniquingKeysWith: { min($0, $1) })
    positions = Dictionary(
      articles.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var twins = Set(lock.nodes.compactMap { ($1.key ?? $0).twin })
    for article in articles { twins.formUnion(article.nodes.compactMap(\.id.twin)) }
    self.twins = twins
  }

  /// Finds all that can be found.
  mutating func match() {
    for index in articles.indices { matchRoot(of: index) }
    for index in articles.indices { matchByID(in: index, isFirst: true) }
    groupFree()
    for index in articles.indices where !freeByArticle[index].isEmpty { settle(index) }
    for index in articles.indices { matchGenerated(in: index) }
  }

  /// What the lock has and the articles have not.
  var unfound: [Node.ID] { free.sorted() }

  /// Whether an id is that of an article.
  func isArticle(_ id: Node.ID) -> Bool { positions[id.rawValue] != nil }

  private mutating func take(_ id: Node.ID, for node: Int, of article: Int) {
    free.remove(id)
    articles[article].published[node] = id
  }
}

extension PermalinkReconciler {
  /// An article's own id is its first node's.
  private mutating func matchRoot(of article: Int) {
    let root = Node.ID(articles[article].id)
    if !articles[article].nodes.isEmpty { take(root, for: 0, of: article) }
  }

  private mutating func matchByID(in article: Int, isFirst: Bool = false) {
    for (index, node) in articles[article].nodes.enumerated()
    where articles[article].published[index] == nil && articles[article].traces[index].title != nil
    {
      if isFirst, isBelowUnsettledTwin(index, of: article) { continue }
      let known = isFirst ? idsByKey[node.id] : nil
      guard let id = known ?? recorded(index, of: article), free.contains(id),
        !isNumbered(node.id) || isSame(index, of: article, as: id)
      else { continue }
      take(id, for: index, of: article)
    }
  }

  /// Whether a node's own id does not tell yet what it is: which of two sections with the same
  /// heading it stands in is not known.
  private func isBelowUnsettledTwin(_ index: Int, of article: Int) -> Bool {
    guard !twins.isEmpty else { return false }
    let part = articles[article]
    var parent = part.traces[index].parent
    while let position = parent, part.published[position] == nil {
      if isNumbered(part.nodes[position].id) { return true }
      parent = part.traces[position].parent
    }
    return false
  }

  /// The recorded node that a node is by its place below its parent, else by its id.
  private func recorded(_ index: Int, of article: Int) -> Node.ID? {
    let own = idsByKey[articles[article].nodes[index].id]
    guard let id = inherited(index, of: article), free.contains(id) else { return own }
    return id
  }

  /// The recorded node whose last recorded key stands in the same way below the parent's.
  private func inherited(_ index: Int, of article: Int) -> Node.ID? {
    let part = articles[article]
    guard let parent = part.traces[index].parent, let found = part.published[parent],
      let oldKey = lock.nodes[found]?.key ?? lock.nodes[found].map({ _ in found }),
      part.nodes[index].id.rawValue.hasPrefix(part.nodes[parent].id.rawValue + "/")
    else { return nil }
    let suffix = part.nodes[index].id.rawValue.dropFirst(part.nodes[parent].id.rawValue.count)
    return idsByKey[Node.ID(oldKey.rawValue + suffix)]
  }

  private func isSame(_ index: Int, of article: Int, as id: Node.ID) -> Bool {
    articles[article].traces[index].print == lock.nodes[id]?.print
  }

  /// Whether only a number tells a node from its siblings: it has one, as `x/2` and `x-2` do, or is
  /// the `x` beside an `x-2`.
  private func isNumbered(_ id: Node.ID) -> Bool {
    Self.family(of: id) != id.rawValue || !twins.isEmpty && twins.contains(id)
  }

  /// The id without that number.
  static func family(of id: Node.ID) -> String {
    let digits = id.rawValue.reversed().prefix { $0.isNumber && $0.isASCII }.count
    let stem = id.rawValue.dropLast(digits)
    guard digits > 0, let mark = stem.last, mark == "/" || mark == "-" else { return id.rawValue }
    return String(stem.dropLast())
  }
}

extension PermalinkReconciler {
  private mutating func groupFree() {
    freeByArticle = Array(repeating: [], count: articles.count)
    for id in free.sorted() where lock.nodes[id]?.isGenerated == false {
      if let article = article(of: id) { freeByArticle[article].append(id) }
    }
  }

  /// The article that a published id belongs to, by its longest beginning that is one.
  func article(of id: Node.ID) -> Int? {
    var name = Substring(id.rawValue)
    while true {
      if let index = positions[String(name)] { return index }
      guard let slash = name.lastIndex(of: "/") else { return nil }
      name = name[..<slash]
    }
  }

  /// Repeats the weaker matches until nothing more is found: a parent that is found again tells
  /// where its children are.
  private mutating func settle(_ article: Int) {
    var before = -1
    while before != freeByArticle[article].count, !freeByArticle[article].isEmpty {
      before = freeByArticle[article].count
      matchByText(in: article, amongSiblings: true)
      matchNumbered(in: article)
      matchByText(in: article, amongSiblings: false)
      matchByID(in: article)
      freeByArticle[article].removeAll { !free.contains($0) }
    }
  }

  /// Numbered siblings that no text tells apart keep their numbers.
  private mutating func matchNumbered(in article: Int) {
    for (index, node) in articles[article].nodes.enumerated()
    where articles[article].published[index] == nil && isNumbered(node.id) {
      guard let id = recorded(index, of: article), free.contains(id) else { continue }
      take(id, for: index, of: article)
    }
  }

  /// Pairs nodes with records of nearly the same text, the likest first.
  private mutating func matchByText(in article: Int, amongSiblings: Bool) {
    let part = articles[article]
    var pairs: [(score: Double, node: Int, id: Node.ID)] = []
    for index in part.nodes.indices where part.published[index] == nil {
      for id in freeByArticle[article] where free.contains(id) {
        guard let record = lock.nodes[id], !amongSiblings || isSibling(part.nodes[index].id, id),
          let score = Likeness(part.traces[index], record).proof
        else { continue }
        pairs.append((score, index, id))
      }
    }
    pairs.sort { ($1.score, $0.node, $0.id) < ($0.score, $1.node, $1.id) }
    for pair in pairs where free.contains(pair.id) {
      guard articles[article].published[pair.node] == nil, !isAmbiguous(pair, in: pairs) else {
        continue
      }
      take(pair.id, for: pair.node, of: article)
    }
  }

  private func isSibling(_ node: Node.ID, _ id: Node.ID) -> Bool {
    let key = lock.nodes[id]?.key ?? id
    return isNumbered(node) && Self.family(of: node) == Self.family(of: key)
  }

  /// Whether another pair of the same node or the same record is just as good.
  private func isAmbiguous(
    _ pair: (score: Double, node: Int, id: Node.ID),
    in pairs: [(score: Double, node: Int, id: Node.ID)]
  ) -> Bool {
    pairs.contains { other in
      other.score == pair.score && (other.node == pair.node) != (other.id == pair.id)
        && free.contains(other.id)
    }
  }

  /// The ends that Waymark adds to a step follow it.
  private mutating func matchGenerated(in article: Int) {
    for (index, node) in articles[article].nodes.enumerated()
    where articles[article].published[index] == nil && articles[article].traces[index].title == nil
    {
      guard let parent = articles[article].traces[index].parent,
        let found = articles[article].published[parent]
      else { continue }
      let own = articles[article].nodes[parent].id.rawValue
      guard node.id.rawValue.hasPrefix(own + "/") else { continue }
      let below = Node.ID(found.rawValue + node.id.rawValue.dropFirst(own.count))
      let id = [below, idsByKey[node.id]].compactMap { $0 }.first { free.contains($0) }
      if let id { take(id, for: index, of: article) }
    }
  }
}

extension Node.ID {
  /// The id of the first of several siblings, of whose second this is the id: headings that are
  /// alike get `-1`, answers `-2`.
  fileprivate var twin: Node.ID? {
    let bytes = rawValue.utf8
    guard let last = bytes.last, last == UInt8(ascii: "1") || last == UInt8(ascii: "2"),
      bytes.dropLast().last == UInt8(ascii: "-")
    else { return nil }
    return Node.ID(String(rawValue.dropLast(2)))
  }
}
