import CustomDump
import Foundation
import JSON
import Testing

@Suite struct JSONWriterTests {
  private func document(_ layout: JSONWriter.Layout) -> String {
    var json = JSONWriter(layout)
    json.object { json in
      json.member("text", "a")
      json.member("absent", nil as String?)
      json.array("numbers", of: [1, -2]) { $0.value($1) }
      json.array("none", of: [Int]()) { $0.value($1) }
      json.object("inner") { json in
        json.member("flag", false)
        json.key("nothing")
        json.null()
      }
      json.object("empty") { _ in }
    }
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test func `compact JSON has no white space`() {
    expectNoDifference(
      document(.compact),
      #"{"text":"a","numbers":[1,-2],"none":[],"inner":{"flag":false,"nothing":null},"empty":{}}"#
        + "\n")
  }

  @Test func `indented JSON has a line for each value`() {
    expectNoDifference(
      document(.indented),
      """
      {
        "text": "a",
        "numbers": [
          1,
          -2
        ],
        "none": [],
        "inner": {
          "flag": false,
          "nothing": null
        },
        "empty": {}
      }

      """)
  }

  @Test func `every character survives`() throws {
    let text = String(String.UnicodeScalarView((0..<0x250).compactMap(Unicode.Scalar.init)))
    let words = [text, "\u{2028}\u{2029}\u{FEFF}", "日本語", "العربية", "👩🏽‍💻", #"\" \\ / </script>"#]
    var json = JSONWriter(.compact)
    json.array { json in for word in words { json.value(word) } }
    #expect(try JSONDecoder().decode([String].self, from: Data(json.bytes)) == words)
  }

  @Test(arguments: [JSONWriter.Layout.compact, .indented])
  func `parts that are written apart join to the same text`(layout: JSONWriter.Layout) {
    var whole = JSONWriter(layout)
    whole.object { $0.array("a", of: [1, 2, 3]) { json, n in json.object { $0.member("n", n) } } }
    let parts = [[1, 2], [], [3]].map { numbers in
      var part = JSONWriter(layout, depth: 2)
      for number in numbers { part.object { $0.member("n", number) } }
      return part
    }
    var joined = JSONWriter(layout)
    joined.object { json in
      json.key("a")
      json.array { json in for part in parts { json.append(elements: part) } }
    }
    #expect(
      String(decoding: joined.bytes, as: UTF8.self) == String(decoding: whole.bytes, as: UTF8.self))
  }

  @Test func `several texts stand on a line each`() {
    var json = JSONWriter(.compact)
    for number in 1...2 {
      json.object { $0.member("n", number) }
      json.endLine()
    }
    #expect(String(decoding: json.bytes, as: UTF8.self) == "{\"n\":1}\n{\"n\":2}\n")
  }
}
