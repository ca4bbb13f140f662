import Compiler
import Content
import Decisions

extension [Inline] {
  /// The words on one line, without white space around them.
  var line: String {
    plainText.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r\n" }
      .joined(separator: " ")
  }
}

extension PhraseBook {
  /// The words of a caption on one line.
  func line(of caption: Caption) -> String {
    switch caption {
    case .text(let text): text.target.line
    case .phrase(let phrase): self[phrase]
    }
  }
}
