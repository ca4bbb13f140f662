import CustomDump
public import Testing
public import Foundation

/// A folder of test input with its approved output.
public struct Fixture: Sendable, CustomTestStringConvertible {
  public let name: String
  public let folder: URL
  public var testDescription: String { name }

  /// Every folder beside the calling test file's `Fixtures`, by name.
  public static func all(beside file: String) -> [Fixture] {
    let root = URL(fileURLWithPath: file).deletingLastPathComponent()
      .appendingPathComponent("Fixtures")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    return names.sorted().map { Fixture(name: $0, folder: root.appendingPathComponent($0)) }
  }

  public func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  /// Compares output with `approved.txt`; with `APPROVE=1` writes it, and fails all the same.
  public func approve(_ output: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) {
    let file = folder.appendingPathComponent("approved.txt")
    let approved = try? String(contentsOf: file, encoding: .utf8)
    if ProcessInfo.processInfo.environment["APPROVE"] != nil {
      if approved != output {
        try? output.write(to: file, atomically: true, encoding: .utf8)
        Issue.record("\(name): approved.txt was written; review it", sourceLocation: sourceLocation)
      }
      return
    }
    guard let approved else {
      Issue.record("\(name): there is no approved.txt", sourceLocation: sourceLocation)
      return
    }
    expectNoDifference(
      output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init),
      approved.split(separator: "\n", omittingEmptySubsequences: false).map(String.init), name)
  }
}
