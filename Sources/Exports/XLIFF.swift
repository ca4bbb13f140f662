import Articles
package import Compiler
package import Content
package import Markdown

/// Texts to translate, as XLIFF 2.1 holds them.
package struct XLIFF: Sendable, Hashable {
  package static let namespace = "urn:oasis:names:tc:xliff:document:2.0"

  /// BCP 47 tags.
  package var sourceLanguage: String
  package var targetLanguage: String
  package var files: [File]

  package struct File: Sendable, Hashable {
    /// The source file, relative to the content folder.
    package var original: String
    /// In document order; their ids differ.
    package var units: [Unit]
  }

  package struct Unit: Sendable, Hashable {
    package var id: String
    package var source: [InlineCode]
    /// `nil` when there is no translation.
    package var target: [InlineCode]?
  }
}

extension XLIFF {
  /// What a translator needs of files.
  package init(_ files: [TranslationFile], from source: LanguageTag, to target: LanguageTag) {
    sourceLanguage = source.display
    targetLanguage = target.display
    self.files = files.map { File($0) }
  }
}

extension XLIFF.File {
  init(_ file: TranslationFile) {
    original = file.sourcePath
    units = UnitPlace.places(in: file).map { place in
      switch file.text.pieces[place.position] {
      case .unit(let unit):
        let target = unit.target == unit.source ? nil : unit.target
        return XLIFF.Unit(
          id: place.id, source: InlineCode.codes(in: unit.source),
          target: target.map { InlineCode.codes(in: $0) })
      case .field(let field):
        let source = file.sourceFields[field.key] ?? ""
        return XLIFF.Unit(
          id: place.id, source: [.text(Array(source.utf8))],
          target: field.value == source ? nil : [.text(Array(field.value.utf8))])
      case .literal: return XLIFF.Unit(id: place.id, source: [], target: nil)
      }
    }
  }
}

/// Where a unit of an XLIFF file stands in a translation.
struct UnitPlace {
  /// Unique in the file: the unit's own, a further unit of the same id with `.2`; a field's key.
  let id: String
  /// Among the file's pieces.
  let position: Int

  static func places(in file: TranslationFile) -> [UnitPlace] {
    var counts: [String: Int] = [:]
    return file.text.pieces.enumerated().compactMap { position, piece in
      switch piece {
      case .literal: return nil
      case .field(let field):
        return file.sourceFields[field.key] == nil
          ? nil : UnitPlace(id: field.key, position: position)
      case .unit(let unit):
        let id = unit.id.rawValue
        counts[id, default: 0] += 1
        let count = counts[id, default: 1]
        return UnitPlace(id: count == 1 ? id : "\(id).\(count)", position: position)
      }
    }
  }
}
