import FoundationEssentials

extension TreeDocument {
  /// Why a file is no tree export.
  package enum ReadingFailure: Error, Hashable {
    /// It is no JSON, or lacks members; the path to the place, such as `nodes.3.title`.
    case notATree(place: String)
    /// It was written by a newer Waymark.
    case newerVersion(Int)
  }

  /// Reads a tree export.
  package init(parsing bytes: [UInt8]) throws(ReadingFailure) {
    struct Heading: Decodable { var version: Int }
    let decoder = JSONDecoder()
    let data = Data(bytes)
    do {
      let version = try decoder.decode(Heading.self, from: data).version
      guard version <= Self.currentVersion else { throw ReadingFailure.newerVersion(version) }
      self = try decoder.decode(TreeDocument.self, from: data)
    } catch let failure as ReadingFailure {
      throw failure
    } catch {
      throw .notATree(place: (error as? DecodingError)?.place ?? "")
    }
  }
}

extension DecodingError {
  fileprivate var place: String {
    let context: Context? =
      switch self {
      case .typeMismatch(_, let context), .valueNotFound(_, let context),
        .keyNotFound(_, let context), .dataCorrupted(let context):
        context
      @unknown default: nil
      }
    let keys = (context?.codingPath ?? []).map { $0.intValue.map { String($0) } ?? $0.stringValue }
    return keys.joined(separator: ".")
  }
}
