/// A pattern for paths: `*` stands for any part of a name, `**` for any part of a path, and `**/`
/// for any folders or none.
struct PathPattern {
  private enum Piece { case byte(UInt8), name, path, folders }

  private var pieces: [Piece] = []

  init(_ pattern: String) {
    var rest = Array(pattern.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "*") else {
        pieces.append(.byte(byte))
        continue
      }
      guard rest.first == byte else {
        pieces.append(.name)
        continue
      }
      rest.removeFirst()
      let isFolders = rest.first == UInt8(ascii: "/")
      if isFolders { rest.removeFirst() }
      pieces.append(isFolders ? .folders : .path)
    }
  }

  /// Whether the whole path fits: after each piece, the set of places up to which it may reach.
  func matches(_ path: String) -> Bool {
    let bytes = Array(path.utf8)
    let slash = UInt8(ascii: "/")
    var reached = Array(repeating: false, count: bytes.count + 1)
    reached[0] = true
    for piece in pieces {
      var next = Array(repeating: false, count: bytes.count + 1)
      var isInside = false
      for index in 0...bytes.count {
        switch piece {
        case .byte(let byte):
          next[index] = index > 0 && reached[index - 1] && bytes[index - 1] == byte
        case .name:
          isInside = reached[index] || isInside && bytes[index - 1] != slash
          next[index] = isInside
        case .path:
          isInside = isInside || reached[index]
          next[index] = isInside
        case .folders:
          next[index] = reached[index] || isInside && bytes[index - 1] == slash
          isInside = isInside || reached[index]
        }
      }
      reached = next
    }
    return reached[bytes.count]
  }
}
