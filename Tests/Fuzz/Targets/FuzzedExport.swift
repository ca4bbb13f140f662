import Compiler
import Content
import Exports

/// Files that Waymark wrote and gets back.
enum FuzzedExport {
  /// The trees of a small help centre, to start from.
  static var tree: [UInt8] {
    FuzzedFolder.wait { [library = FuzzedFolder.compile("unused.md", [])] in
      await TreeJSON.render(library, articles: library.articles, locale: .americanEnglish)
    }
  }

  /// One translated text, to start from.
  static let xliff = """
    <?xml version="1.0" encoding="UTF-8"?>
    <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="nl">
      <file id="f1" original="en-us/a.md">
        <unit id="a-101">
          <originalData><data id="d1">**</data></originalData>
          <segment>
            <source>Save <pc id="1" dataRefStart="d1" dataRefEnd="d1">now</pc></source>
            <target>Sla <pc id="1" dataRefStart="d1" dataRefEnd="d1">nu</pc> op</target>
          </segment>
        </unit>
      </file>
    </xliff>
    """

  /// A tree differs from itself in nothing.
  static func readTree(_ bytes: [UInt8]) {
    guard let tree = try? TreeDocument(parsing: bytes) else { return }
    precondition(TreeChanges(from: tree, to: tree).isEmpty, "a tree differs from itself")
  }

  static func readXLIFF(_ bytes: [UInt8]) {
    guard let texts = try? XLIFFTexts(parsing: bytes) else { return }
    precondition(!texts.targetLanguage.utf8.contains(0), "XML holds no NUL")
  }
}
