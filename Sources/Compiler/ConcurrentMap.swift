extension Array where Element: Sendable {
  /// Transforms the elements on all cores; the results are in the elements' order.
  package func concurrentMap<Result: Sendable>(
    _ transform: @escaping @Sendable (Element) async -> Result
  ) async -> [Result] {
    let size = Swift.max(1, count / 256)
    let chunks = stride(from: 0, to: count, by: size).map { $0..<Swift.min($0 + size, count) }
    return await withTaskGroup(of: (Int, [Result]).self) { group in
      for (index, chunk) in chunks.enumerated() {
        group.addTask {
          var results: [Result] = []
          for element in self[chunk] { results.append(await transform(element)) }
          return (index, results)
        }
      }
      var parts: [[Result]] = Array<[Result]>(repeating: [], count: chunks.count)
      for await (index, results) in group { parts[index] = results }
      return parts.flatMap { $0 }
    }
  }
}
