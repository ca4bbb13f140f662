import Compiler
import Search

/// The scripts of a former search index, in which the words of some documents are to change.
struct ShardUpdate: Sendable {
  let update: SearchUpdate
  /// The folder of the scripts.
  let folder: String
  /// Reads a file of the former site.
  let read: @Sendable (_ path: String) -> [UInt8]?

  /// A script that holds words of changed documents.
  private struct Script: Sendable {
    /// Its lines.
    let text: ArraySlice<UInt8>
    var patches: [Patch] = []
  }

  /// What becomes of the line of a word.
  private struct Patch: Sendable {
    /// The number of the word.
    let word: Int
    /// Where the line stands; an empty range for a new one.
    let line: Range<Int>
    /// The word's documents with its shares.
    let postings: [UInt8]
    /// How many documents that are.
    let count: Int
  }

  /// The lines of one kind.
  private struct Lines: Sendable {
    let kind: Shards.Kind
    /// What each script begins with.
    let starts: [String]
    /// By their numbers.
    var scripts: [Int: Script] = [:]
  }

  /// Writes the scripts that differ.
  ///
  /// - Parameter write: takes them.
  /// - Returns: the paths of all scripts; `nil` when the former ones are not as expected.
  func write(to write: @escaping @Sendable (Page) -> Void) async -> SearchScripts? {
    guard let index = read("\(folder)/\(SearchShards.indexName).js"),
      let texts = SearchScript.texts(in: index, SearchShards.indexName), texts.count == 4
    else { return nil }
    let starts = texts[1...].map { text in
      text.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    }
    async let beside = patched(.texts, starts[1])
    guard let names = await patched(.names, starts[0]), let others = await beside else {
      return nil
    }
    var frequencies = Array(repeating: 0, count: update.words.count)
    for patch in [names, others].flatMap(\.scripts.values).flatMap(\.patches) {
      frequencies[patch.word] += patch.count
    }
    let found = frequencies
    async let made = shards(others, found, to: write)
    guard let first = await shards(names, found, to: write), let second = await made else {
      return nil
    }
    let page = SearchShards.index(
      in: folder, stopWords: Array(texts[0]), [first.starts, second.starts, starts[2]])
    write(page)
    let documents = starts[2].indices.map { Shards.path(.documents, $0, in: folder) }
    return SearchScripts(
      paths: [page.path] + first.paths + second.paths + documents,
      kept: first.kept + second.kept + documents)
  }
}

extension ShardUpdate {
  /// Finds the lines of all words that are in changed documents, and makes their postings.
  private func patched(_ kind: Shards.Kind, _ starts: [String]) async -> Lines? {
    var groups: [(script: Int, words: [Int])] = []
    var next = 0
    for (number, word) in update.words.enumerated() {
      while next < starts.count, !word.text.lexicographicallyPrecedes(starts[next].utf8) {
        next += 1
      }
      let script = max(0, next - 1)
      if groups.last?.script == script {
        groups[groups.count - 1].words.append(number)
      } else {
        groups.append((script, [number]))
      }
    }
    let scripts = await groups.concurrentMap { group in
      // The first word of all has no script to stand in yet.
      let text = starts.isEmpty ? [] : text(kind, group.script)
      return text.map { (group.script, patched($0, group.words, kind)) }
    }
    var lines = Lines(kind: kind, starts: starts)
    for script in scripts {
      guard let (number, script) = script else { return nil }
      lines.scripts[number] = script
    }
    return lines
  }

  /// The lines of a former script.
  private func text(_ kind: Shards.Kind, _ number: Int) -> ArraySlice<UInt8>? {
    let path = Shards.path(kind, number, in: folder)
    let texts = read(path).flatMap { SearchScript.texts(in: $0, "\(kind.rawValue)\(number)") }
    return texts?.count == 1 ? texts?.first : nil
  }

  private func patched(_ text: ArraySlice<UInt8>, _ words: [Int], _ kind: Shards.Kind) -> Script {
    var script = Script(text: text)
    var rest = words[...]
    func add(_ line: Range<Int>) {
      guard let number = rest.popFirst() else { return }
      let word = update.words[number]
      let patch = FormerLine(text[line]).replacing(
        update.documents, with: kind == .names ? word.names : word.texts)
      script.patches.append(
        Patch(word: number, line: line, postings: patch.postings, count: patch.count))
    }
    var start = text.startIndex
    while start < text.endIndex, let first = rest.first {
      let line = start..<start + text[start...].prefixOfLine
      let word = text[line].prefix { $0 != 0x20 }
      if word.elementsEqual(update.words[first].text) {
        add(line)
      } else if update.words[first].text.lexicographicallyPrecedes(word) {
        add(start..<start)
        continue
      }
      start = line.upperBound
    }
    while !rest.isEmpty { add(text.endIndex..<text.endIndex) }
    return script
  }
}

extension ShardUpdate {
  /// Lays the lines out as they are now; scripts that stay the same are not made.
  private func shards(
    _ lines: Lines, _ frequencies: [Int], to write: @escaping @Sendable (Page) -> Void
  ) async -> Shards? {
    var shards = Shards(lines.kind, folder, to: write)
    for number in 0..<max(lines.starts.count, lines.scripts.count) {
      let script = lines.scripts[number]
      let patches = script.map { changed(in: $0, frequencies) } ?? []
      if patches.isEmpty, number < lines.starts.count, shards.isAtStart(ofScript: number) {
        shards.keep(from: lines.starts[number])
        continue
      }
      guard let text = script?.text ?? text(lines.kind, number) else { return nil }
      var start = text.startIndex
      for patch in patches {
        shards.append(text[start..<patch.place.lowerBound])
        shards.append(patch.line[...])
        start = patch.place.upperBound
      }
      shards.append(text[start...])
    }
    shards.end()
    return shards
  }

  /// The lines of a script that are others now; empty for words that are gone.
  private func changed(
    in script: Script, _ frequencies: [Int]
  ) -> [(place: Range<Int>, line: [UInt8])] {
    script.patches.compactMap { patch in
      var line: [UInt8] = []
      if patch.count > 0 {
        line += update.words[patch.word].text
        line.append(inBase36: update.rarity(of: frequencies[patch.word]))
        line += patch.postings
        line += [UInt8].escapedLineEnd
      }
      return line.elementsEqual(script.text[patch.line]) ? nil : (patch.line, line)
    }
  }
}
