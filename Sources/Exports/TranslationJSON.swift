import Compiler
import Content
import JSON

/// Writes how far translations are for programs.
package enum TranslationJSON {
  /// One JSON document with every locale and article of the report.
  package static func render(_ report: TranslationReport) -> [UInt8] {
    var json = JSONWriter(.indented)
    json.object { json in
      json.member("version", 1)
      json.member("source_locale", report.source?.display)
      json.array("locales", of: report.locales) { json, locale in
        json.object { json in
          json.member("locale", locale.tag.display)
          json.array("articles", of: locale.articles) { $0.write($1) }
        }
      }
    }
    json.endLine()
    return json.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ article: TranslationReport.Article) {
    object { json in
      json.member("id", article.id)
      json.member("title", article.title)
      json.member("state", article.state.rawValue)
      guard let translation = article.translation else { return }
      json.member("path", translation.path)
      json.member("origin", translation.origin.rawValue)
      json.member("side_by_side", translation.isSideBySide)
      json.member("sentences", translation.sentences)
      guard translation.isSideBySide else { return }
      json.member("current", translation.current)
      json.array("outdated", of: translation.outdated) { $0.write($1, of: translation) }
      json.array("untranslated", of: translation.untranslated) { $0.write($1, of: translation) }
      json.array("missing", of: translation.missing) { $0.value($1.source) }
    }
  }

  private mutating func write(_ passage: Translation.Passage, of translation: Translation) {
    object { json in
      json.member("unit", passage.unit?.rawValue)
      json.member("path", passage.file ?? translation.path)
      json.member("line", passage.line)
      json.member("source", passage.source)
    }
  }
}
