import Compiler
import Diagnostics

/// The levels that a folder's `waymark.yml` gives to kinds of findings.
struct Levels: Sendable {
  private var settings: [String: [Configuration.RuleSetting]] = [:]
  /// What is wrong with the settings themselves.
  private(set) var findings: [Diagnostic] = []

  init(_ configuration: Configuration) {
    for setting in configuration.rules {
      let place = SourceLocation(Configuration.fileName, line: setting.line)
      if let kind = FindingKinds.of(setting.code), kind.isFixed {
        findings.append(
          Diagnostic(
            .warning, "fixed-level", "the level of '\(setting.code)' cannot be changed", at: place,
            hint: "delete the line; a reader's link or walk would break"))
      } else if FindingKinds.of(setting.code) == nil {
        findings.append(UnknownRule.finding(setting.code, at: place))
      } else {
        settings[setting.code, default: []].append(setting)
      }
    }
  }

  /// The finding with its level; `nil` when that is `off`.
  func apply(to finding: Diagnostic) -> Diagnostic? {
    let path = finding.location.path
    let setting = settings[finding.code.rawValue]?.last { setting in
      setting.paths.map { PathPattern($0).matches(path) } ?? true
    }
    switch setting?.level {
    case .error: return finding.with(.error)
    case .warning: return finding.with(.warning)
    case .note: return finding.with(.note)
    case .off: return nil
    case nil: return finding
    }
  }
}

/// Codes that no finding has, in `waymark.yml` or in a comment.
enum UnknownRule {
  static func finding(_ code: String, at place: SourceLocation) -> Diagnostic {
    let nearest = Suggestion.nearest(to: code, in: FindingKinds.all.map(\.code.rawValue))
    return Diagnostic(
      .warning, "unknown-rule", "no finding is called '\(code)'", at: place,
      hint: nearest.map { "did you mean '\($0)'?" }
        ?? "write a code as `waymark check` prints it in brackets, or delete the line")
  }
}
