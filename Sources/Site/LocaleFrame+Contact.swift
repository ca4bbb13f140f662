import Compiler
import Content

extension LocaleFrame {
  /// Writes whom to contact when nothing helps.
  func writeContact(
    _ library: Library, content: inout ContentRenderer, to html: inout HTMLWriter
  ) {
    let contact = library.contact(in: locale)
    if let language = library.foreignContact(in: locale) {
      html.element(
        "div", .init("lang", language.display), .init("dir", language.isRightToLeft ? "rtl" : "ltr")
      ) { content.write(contact, to: &$0) }
    } else {
      content.write(contact, to: &html)
    }
    if contact.isEmpty { html.element("p", text: phrases[.contactDefault]) }
  }

  /// Writes whom to contact on a page that belongs to no article.
  func writeContact(_ library: Library, from page: String, to html: inout HTMLWriter) {
    var content = ContentRenderer(
      links: PageLinks(
        library: library, files: .none, locale: locale, page: page, articlePath: "",
        leadsToSteps: false), phrases: phrases)
    writeContact(library, content: &content, to: &html)
  }
}
