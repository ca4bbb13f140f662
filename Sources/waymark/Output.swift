import ArgumentParser
import FoundationEssentials
import Glibc

/// What a command prints or writes.
enum Output {
  /// Writes bytes to a file, whole or not at all, with its folders; without one, to standard output.
  static func write(_ bytes: [UInt8], to path: String?) throws {
    guard let path else {
      Console.write(bytes, to: STDOUT_FILENO)
      return
    }
    let file = URL(filePath: path)
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file, options: .atomic)
    } catch {
      Console.error("\(path): error: the file cannot be written [unwritable-output]")
      Console.error("  hint: check that its folder exists and may be changed")
      throw ExitCode.couldNotRun
    }
  }
}
