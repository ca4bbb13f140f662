package import Diagnostics
import Yams

/// What every code means; the texts are in `FindingKinds.yml`.
package enum FindingKinds {
  /// Sorted by code.
  package static let all: [FindingKind] = {
    let text = String(decoding: PackageResources.FindingKinds_yml, as: UTF8.self)
    let entries = (try? Yams.compose(yaml: text))??.mapping ?? [:]
    return entries.compactMap { FindingKind(code: $0.key.string ?? "", $0.value) }
      .sorted { $0.code.rawValue < $1.code.rawValue }
  }()

  /// The explanation of a code; `nil` for a word that is none.
  package static func of(_ code: String) -> FindingKind? {
    all.first { $0.code.rawValue == code }
  }
}

extension FindingKind {
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
