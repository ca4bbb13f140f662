/// Which texts of two lists are the same, in an order that both have.
enum SharedOrder {
  /// The most texts to compare: the time may grow with their square.
  private static let most = 4_000

  /// The positions of a longest common subsequence, rising in both lists; none of lists with too many
  /// equal texts.
  static func pairs(of old: [[UInt8]], and new: [[UInt8]]) -> [(Int, Int)] {
    let shared = Set(old).intersection(new)
    let oldPlaces = old.indices.filter { shared.contains(old[$0]) }
    let newPlaces = new.indices.filter { shared.contains(new[$0]) }
    guard oldPlaces.count + newPlaces.count <= most else { return [] }
    let numbers = Dictionary(
      uniqueKeysWithValues: zip(shared, 0..<shared.count))
    let (oldNumbers, newNumbers) = (
      oldPlaces.compactMap { numbers[old[$0]] }, newPlaces.compactMap { numbers[new[$0]] }
    )
    let difference = newNumbers.difference(from: oldNumbers)
    return Array(
      zip(
        others(difference.removals, oldPlaces), others(difference.insertions, newPlaces)))
  }

  /// The places that no change names by their index.
  private static func others(
    _ changes: [CollectionDifference<Int>.Change], _ places: [Int]
  ) -> [Int] {
    let changed = Set(changes.map(\.position))
    return places.indices.filter { !changed.contains($0) }.map { places[$0] }
  }
}

extension CollectionDifference.Change {
  fileprivate var position: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
