import ArgumentParser

/// One of several parts that a site is built in, on one machine or on many: `2/5`.
struct Shard: ExpressibleByArgument, Hashable, CustomStringConvertible {
  /// From 1 to `count`.
  let number: Int
  let count: Int

  private static let limit = 10_000

  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1],
      (1...Self.limit).contains(count), (1...count).contains(number)
    else { return nil }
    (self.number, self.count) = (number, count)
  }

  var description: String { "\(number)/\(count)" }

  /// Its places among all articles, in order; together the shards have each place once.
  func range(of total: Int) -> Range<Int> {
    total * (number - 1) / count..<total * number / count
  }

  /// Whether a job that one shard does for all is this one's.
  func does(_ job: ShardBuild.Job) -> Bool { job.rawValue % count == number - 1 }
}
