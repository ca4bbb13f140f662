import Compiler
import Foundation

extension ContentFolder {
  /// The files of a folder on disk.
  init(at folder: URL) {
    let enumerator = FileManager.default.enumerator(atPath: folder.path)
    let files = (enumerator?.compactMap { $0 as? String } ?? []).filter { path in
      !URL(fileURLWithPath: path, relativeTo: folder).hasDirectoryPath && path.contains(".")
    }
    self.init(files: files) { path in
      (try? Data(contentsOf: folder.appendingPathComponent(path))).map { [UInt8]($0) }
    }
  }

  /// Files in memory, by path.
  init(_ files: [String: String]) {
    self.init(files: Array(files.keys)) { path in files[path].map { Array($0.utf8) } }
  }
}
