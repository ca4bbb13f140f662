import Mustache
import Testing

@testable import Site

@Suite struct PageTemplateTests {
  private func render(_ template: String, _ fill: (inout SlotValues) -> Void) throws -> String {
    var library = MustacheLibrary()
    try library.register(template, named: "t")
    var values = SlotValues()
    fill(&values)
    let constants: [String: Any] = ["term": ["back": "Back & forth"]]
    let page = PageTemplate("t", in: library, constants: constants)
    return String(decoding: page.render(values), as: UTF8.self)
  }

  @Test func `slots are filled, and words of the locale are escaped`() throws {
    let page = try render("<a>{{{heading}}}</a> {{term.back}}") { $0.set(.heading, text: "1 < 2") }
    #expect(page == "<a>1 &lt; 2</a> Back &amp; forth")
  }

  @Test func `a section shows only when its slot has a value, also inside another`() throws {
    let template = "{{#body}}[{{#code}}({{{code}}}){{/code}}{{{body}}}]{{/body}}."
    #expect(try render(template) { $0.set(.code, text: "1") } == ".")
    #expect(try render(template) { $0.set(.body, text: "b") } == "[b].")
    let both = try render(template) {
      $0.set(.code, text: "1")
      $0.set(.body, text: "b")
    }
    #expect(both == "[(1)b].")
  }

  @Test func `the slots have marks that Mustache does not change`() throws {
    let template = Slot.allCases.map { "{{\($0.name)}}{{#\($0.name)}}|{{/\($0.name)}}" }.joined()
    let page = try render(template) { values in
      for slot in Slot.allCases { values.set(slot, text: slot.name) }
    }
    #expect(page == Slot.allCases.map { $0.name + "|" }.joined())
  }
}
