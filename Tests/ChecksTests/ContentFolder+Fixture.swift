import Compiler
import Foundation

extension ContentFolder {
  /// The files below a folder, read at once.
  static func onDisk(_ root: URL) -> ContentFolder {
    let names =
      FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    var files: [String: [UInt8]] = [:]
    for name in names {
      if let data = try? Data(contentsOf: root.appendingPathComponent(name)) {
        files[name] = [UInt8](data)
      }
    }
    return inMemory(files)
  }

  static func inMemory(_ files: [String: [UInt8]]) -> ContentFolder {
    ContentFolder(files: Array(files.keys)) { files[$0] }
  }

  static func inMemory(_ texts: [String: String]) -> ContentFolder {
    inMemory(texts.mapValues { Array($0.utf8) })
  }
}
