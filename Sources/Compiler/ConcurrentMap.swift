extension Array where Element: Sendable {
  /// Transforms the elements on all cores; the results are in the elements' order.
  package func concurrentMap<Result: Sendable>(
    _ transform: @escaping @Sendable (Element) async -> Result
  ) async -> [Result] {
    var results: [Result] = []
    results.reserveCapacity(count)
    await concurrentMap(transform, inOrder: { results += $0 })
    return results
  }

  /// Transforms the elements on all cores, and hands the results over in the elements' order, a few
  /// at a time, as soon as all before them are there.
  package func concurrentMap<Result: Sendable>(
    _ transform: @escaping @Sendable (Element) async -> Result, inOrder take: ([Result]) -> Void
  ) async {
    let size = Swift.max(1, count / 1024)
    var chunks = stride(from: 0, to: count, by: size)
      .map { $0..<Swift.min($0 + size, count) }.enumerated().makeIterator()
    await withTaskGroup(of: (Int, [Result]).self) { group in
      func addTask() {
        guard let (index, chunk) = chunks.next() else { return }
        group.addTask {
          var results: [Result] = []
          for element in self[chunk] { results.append(await transform(element)) }
          return (index, results)
        }
      }
      // Tasks run in the order in which they come, and so does what takes their results: with all
      // of them waiting at once, it would come last, and all results would be held until then.
      for _ in 0..<64 { addTask() }
      var early: [Int: [Result]] = [:]
      var next = 0
      for await (index, results) in group {
        addTask()
        early[index] = results
        while let results = early.removeValue(forKey: next) {
          take(results)
          next += 1
        }
      }
    }
  }
}
