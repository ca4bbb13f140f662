package import Diagnostics

extension [Diagnostic] {
  /// Each finding once, sorted, on all cores.
  package func sortedOnce() async -> [Diagnostic] {
    let groups = Dictionary(grouping: self, by: \.location.path).sorted { $0.key < $1.key }
    return await groups.concurrentMap { Array(Set($0.value)).sorted() }.flatMap { $0 }
  }
}
