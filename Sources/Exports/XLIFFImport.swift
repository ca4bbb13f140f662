import Articles
package import Compiler
package import Diagnostics
import Markdown

/// Puts the translations of an XLIFF file into side-by-side articles.
package enum XLIFFImport {
  package struct Result: Sendable {
    /// The files to write, sorted by their paths, relative to the content folder.
    package var files: [File] = []
    /// In the order of places.
    package var diagnostics: [Diagnostic] = []
  }

  package struct File: Sendable, Hashable {
    package let path: String
    package let bytes: [UInt8]
    package let isNew: Bool
    /// How many of its sentences have no translation, and show the source.
    package let untranslated: Int
  }

  /// Translates files.
  ///
  /// A file that is there and has the current source text is changed only where a translation is
  /// another one. Any other is written anew, and only when all of it is translated.
  ///
  /// - Parameters:
  ///   - texts: the translations.
  ///   - files: the files of the locale as they stand in the content folder.
  ///   - allowsPartial: whether to write files that are not wholly translated.
  /// - Returns: the files that change, and what was left out.
  package static func apply(
    _ texts: XLIFFTexts, to files: [TranslationFile], allowsPartial: Bool
  ) -> Result {
    var result = Result()
    let known = Dictionary(
      files.map { ($0.sourcePath, $0) }, uniquingKeysWith: { first, _ in first })
    for file in texts.files {
      guard let existing = known[file.original] else {
        result.diagnostics.append(
          Diagnostic(
            .error, "unknown-original", "the content folder has no '\(file.original)' to translate",
            at: SourceLocation(file.original),
            hint: "import into the folder that the file was exported from"))
        continue
      }
      apply(file, to: existing, allowsPartial, &result)
    }
    result.files.sort { $0.path < $1.path }
    result.diagnostics.sort()
    return result
  }

  private static func apply(
    _ file: XLIFFTexts.File, to existing: TranslationFile, _ allowsPartial: Bool,
    _ result: inout Result
  ) {
    var text = existing.text
    let places = Dictionary(
      UnitPlace.places(in: existing).map { ($0.id, $0.position) },
      uniquingKeysWith: { first, _ in first })
    for unit in file.units {
      guard let position = places[unit.id],
        existing.source(at: position).isSameText(as: unit.source)
      else {
        result.diagnostics.append(changed(unit, existing))
        continue
      }
      guard let target = unit.target else { continue }
      guard !UnitFile.Unit.breaksMarkup(target) else {
        result.diagnostics.append(breaking(unit, existing))
        continue
      }
      if !existing.target(at: position).isSameText(as: target) {
        text.setTarget(target, at: position)
      }
    }
    finish(text, existing, allowsPartial, &result)
  }

  private static func finish(
    _ text: UnitFile, _ existing: TranslationFile, _ allowsPartial: Bool, _ result: inout Result
  ) {
    let isWritten = existing.isWritten
    let missing = text.units.count { $0.target == nil }
    if !isWritten {
      // A draft that nobody has translated is no translation.
      guard missing < text.units.count else { return }
      guard missing == 0 || allowsPartial else {
        result.diagnostics.append(incomplete(missing, of: text.units.count, existing))
        return
      }
    } else if text == existing.text {
      return
    }
    result.files.append(
      File(
        path: existing.path, bytes: text.bytes, isNew: existing.isNew, untranslated: missing))
  }
}

extension XLIFFImport {
  private static func changed(
    _ unit: XLIFFTexts.Unit, _ file: TranslationFile
  ) -> Diagnostic {
    Diagnostic(
      .warning, "changed-source",
      "the source of unit '\(unit.id)' is no longer '\(unit.source.shown)'",
      at: SourceLocation(file.path), hint: "export again, and translate what is new")
  }

  private static func breaking(
    _ unit: XLIFFTexts.Unit, _ file: TranslationFile
  ) -> Diagnostic {
    Diagnostic(
      .error, "unit-markup", "the translation of unit '\(unit.id)' holds mark-up of text units",
      at: SourceLocation(file.path), hint: "remove 'data-ttu-id' and the like from it")
  }

  private static func incomplete(
    _ missing: Int, of count: Int, _ file: TranslationFile
  ) -> Diagnostic {
    Diagnostic(
      .warning, "incomplete-translation",
      "\(missing) of \(count) sentences have no translation; the file is not written",
      at: SourceLocation(file.path),
      hint: "translate them, or import with --partial to show them in the source language")
  }
}

extension TranslationFile {
  fileprivate var isNew: Bool { if case .new = kind { true } else { false } }
  fileprivate var isWritten: Bool { if case .current = kind { true } else { false } }

  fileprivate func source(at position: Int) -> [UInt8] {
    switch text.pieces[position] {
    case .unit(let unit): unit.source
    case .field(let field): Array((sourceFields[field.key] ?? "").utf8)
    case .literal(let bytes): bytes
    }
  }

  fileprivate func target(at position: Int) -> [UInt8] {
    switch text.pieces[position] {
    case .unit(let unit): unit.target ?? []
    case .field(let field): Array(field.value.utf8)
    case .literal(let bytes): bytes
    }
  }
}

extension [UInt8] {
  /// Whether both are the same once bytes that are no UTF-8 are replaced, as XML needs.
  fileprivate func isSameText(as other: [UInt8]) -> Bool {
    self == other || String(decoding: self, as: UTF8.self).utf8.elementsEqual(other)
  }

  fileprivate var shown: String {
    let text = String(decoding: self, as: UTF8.self)
    return text.count > 60 ? text.prefix(60) + "…" : text
  }
}
