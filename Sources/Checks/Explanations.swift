package import Diagnostics
import Yams

/// What every code means; the texts are in `Explanations.yml`.
package enum Explanations {
  /// Sorted by code.
  package static let all: [Explanation] = {
    let text = String(decoding: PackageResources.Explanations_yml, as: UTF8.self)
    let entries = (try? Yams.compose(yaml: text))??.mapping ?? [:]
    return entries.compactMap { Explanation(code: $0.key.string ?? "", $0.value) }
      .sorted { $0.code.rawValue < $1.code.rawValue }
  }()

  /// The explanation of a code; `nil` for a word that is none.
  package static func of(_ code: String) -> Explanation? {
    all.first { $0.code.rawValue == code }
  }
}

extension Explanation {
  fileprivate init?(code: String, _ node: Node) {
    guard let level = Diagnostic.Severity(rawValue: node["level"]?.string ?? ""),
      let meaning = node["means"]?.string, let wrong = node["wrong"]?.string,
      let right = node["right"]?.string
    else { return nil }
    self.init(
      code: Diagnostic.Code(stringLiteral: code), severity: level,
      isFixed: node["fixed"]?.bool ?? false, meaning: meaning, wrong: wrong, right: right)
  }
}
