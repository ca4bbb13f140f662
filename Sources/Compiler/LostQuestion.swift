import Articles
import Content
import Decisions
import Diagnostics

/// Published answers that are gone because what held them is no longer read as a question.
struct LostQuestion {
  /// The article that held the question.
  let entry: Library.Entry
  /// The node that was the question, and still exists.
  let id: Node.ID
  /// Two or more, in the order of the lock.
  let answers: [Permalinks.Loss]

  /// The questions that became something else, sorted by id; an answer whose text stands elsewhere
  /// has moved, and belongs to none.
  static func all(in permalinks: Permalinks, of entries: [Library.Entry]) -> [LostQuestion] {
    guard let recorded = permalinks.recorded else { return [] }
    let lost = permalinks.lost.filter { !$0.isProven }
    let groups = Dictionary(grouping: lost) { parent(of: $0.id, in: recorded) }
    return groups.compactMap { id, answers in
      guard let id, answers.count > 1, !permalinks.gone.contains(id),
        let entry = entries.first(where: { $0[id] != nil }), entry[id]?.kind != .question
      else { return nil }
      return LostQuestion(entry: entry, id: id, answers: answers)
    }.sorted { $0.id < $1.id }
  }

  /// The recorded node that another stands below.
  private static func parent(of id: Node.ID, in lock: PermalinkLock) -> Node.ID? {
    var name = id.rawValue[...]
    while let slash = name.lastIndex(of: "/") {
      name = name[..<slash]
      let parent = Node.ID(String(name))
      if lock.nodes[parent] != nil { return parent }
    }
    return nil
  }

  /// One finding for all answers, where they stand in the article now.
  ///
  /// - Parameters:
  ///   - folder: the files.
  ///   - source: the language of source texts beside translations.
  ///   - lock: the bytes of the lock, for answers that stand nowhere.
  /// - Returns: an error.
  func finding(in folder: ContentFolder, source: LanguageTag, _ lock: [UInt8]) -> Diagnostic {
    let path = entry.editions[entry.source]?.path ?? ""
    let article = folder.read(path).map { bytes in
      ParsedArticle(bytes, path: path, id: entry.id, in: folder, source: source) { _ in
        entry.source
      }.article
    }
    let rest = "so \(answers.count) published answers are gone: \(names)"
    let record = "if they are gone for good, `waymark permalinks status` prints what to record"
    guard let article, let (block, words) = holder(in: article) else {
      return Diagnostic(
        .error, "lost-permalink", "'\(id)' is no longer a question, \(rest)",
        at: PermalinkLock.location(of: id.rawValue, in: SourceLines(lock)), hint: record)
    }
    let place = SourceLocation(block.file ?? path, line: block.line)
    return Diagnostic(
      .error, "lost-permalink", "\(words) is no longer read as a question, \(rest)", at: place,
      hint: "\(Self.remedy(for: block)); \(record)")
  }

  private var names: String {
    let shown = answers.prefix(2).map { "'\($0.title)'" }.joined(separator: ", ")
    return answers.count > 2 ? "\(shown) and \(answers.count - 2) more" : shown
  }

  /// The table or list that begins its rows or items with most of the answers, and what to call it.
  private func holder(in article: Article) -> (block: Block, words: String)? {
    var found: (Block, String)?
    article.blocks.visit { block in
      guard found == nil else { return }
      switch block.kind {
      case .table(let table) where holds(table.rows.map { $0.map(\.blocks) }):
        let header = table.header.map { "'\($0.blocks.texts.words)'" }.joined(separator: " and ")
        found = (block, "the table with the columns \(header)")
      case .list(let list) where holds(list.items.map { [$0] }):
        found = (block, "the list")
      default: break
      }
    }
    return found
  }

  /// Whether most of the answers begin a part of the rows or items.
  private func holds(_ rows: [[[Block]]]) -> Bool {
    let texts = rows.flatMap { $0.map { $0.texts.words } }.filter { !$0.isEmpty }
    let count = answers.count { answer in
      !answer.title.isEmpty && texts.contains { $0.hasPrefix(answer.title) }
    }
    return count * 2 > answers.count
  }

  private static func remedy(for block: Block) -> String {
    if case .table = block.kind {
      "call the columns as before, such as \"Problem\" and \"Solution\""
    } else {
      "write above it what it is for, such as \"Do one of the following:\""
    }
  }
}

extension [Text] {
  /// The words of the source with one blank between them.
  fileprivate var words: String { map { $0.source.plainText }.joined(separator: " ").condensed }
}
