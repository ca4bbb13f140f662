import Content

/// What differs from page to page, by the name that templates use for it.
///
/// Every slot holds HTML. In a template, `{{{slot}}}` is its value, and `{{#slot}}…{{/slot}}` is
/// shown when the value is not empty.
enum Slot: Int, CaseIterable {
  /// The way from the page to the site's folder: `../` for each folder, or empty.
  case root
  /// The title of the page, for the browser's tab.
  case title
  /// One sentence for search engines.
  case description
  /// Canonical address, other languages and Open Graph tags.
  case head
  /// The same page in every language: list items with links.
  case languages
  /// The attributes `lang` and `dir` of text that is not in the page's language.
  case textLanguage
  /// That the text is shown in its original language.
  case fallback
  /// That the text is older than its source.
  case outdated
  /// That some of the text is not translated yet.
  case partial
  /// The address of the question before this step.
  case back
  /// What a step is about whose heading does not say it.
  case subject
  /// The heading.
  case heading
  /// Symptom and cause.
  case explanation
  /// The text.
  case body
  /// List items with a link each; of a question or a menu.
  case choices
  /// The attributes of a list of choices that is long enough to be filtered.
  case filter
  /// The heading over the choices of a step that is no question itself.
  case choicesHeading
  /// What to answer once a remedy is done: list items with a link each.
  case outcomes
  /// The end that is reached when a remedy helped.
  case solved
  /// List items: question, answer, and a link to change it.
  case trail
  /// The step code, in groups.
  case code
  /// The step code once more, beside the words that send the reader to a person.
  case codeToTell
  /// The page's address: absolute when the site's is known, else relative to its folder.
  case permalink
  /// The page's address as people read it.
  case permalinkText
  /// The question over the choices.
  case prompt
  /// The note on one line.
  case noteLine
  /// The whole note.
  case note
  /// The whole note as Markdown.
  case noteMarkdown
  /// Source beside translation: table rows.
  case pairs
  /// The attribute that opens the note, at an end.
  case open
  /// Where parts of the page went that have moved or are gone.
  case pointers
  /// Whom to contact, under an article.
  case contact
  /// The attribute that names the section with the contact.
  case contactID
  /// The name of the source language.
  case sourceLanguage
  /// The link to the whole article.
  case articleLink
  /// The address of all answers of the article.
  case answersLink
  /// List items with links to the headings of the page.
  case contents
  /// The address of the page for writers; on the home page of a locale only.
  case writers
  /// What kind of node it is, as a class name.
  case kind
}

/// The values of a page's slots, in one buffer.
struct SlotValues {
  private var html = HTMLWriter(room: 24 << 10)
  private var ranges: [Range<Int>] = Array(repeating: 0..<0, count: Slot.allCases.count)

  /// Sets a slot to what `content` writes.
  mutating func set(_ slot: Slot, _ content: (inout HTMLWriter) -> Void) {
    let start = html.bytes.count
    content(&html)
    ranges[slot.rawValue] = start..<html.bytes.count
  }

  /// Sets a slot to text.
  mutating func set(_ slot: Slot, text: String) { set(slot) { $0.text(text) } }

  /// How many bytes all values have together.
  var count: Int { html.bytes.count }

  func isEmpty(_ slot: Slot) -> Bool { ranges[slot.rawValue].isEmpty }

  /// Appends a slot's value to a page.
  func append(_ slot: Slot, to page: inout [UInt8]) {
    page.append(html.bytes.span.extracting(ranges[slot.rawValue]))
  }
}

extension Slot {
  /// The name that templates use.
  var name: String { String(describing: self) }
}
