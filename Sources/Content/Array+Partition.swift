extension Array {
  /// The first index from which on the predicate holds, in an array that it divides in two; the
  /// number of elements when it holds for none.
  package func partitioningIndex(where belongsInSecond: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if belongsInSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
