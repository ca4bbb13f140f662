import Diagnostics
import Yams

extension Configuration {
  /// What `rules:` says about one kind of finding.
  package struct RuleSetting: Hashable, Sendable {
    package enum Level: String, Sendable, CaseIterable { case error, warning, note, off }

    /// The code as written; nobody has looked yet whether it exists.
    package let code: String
    /// The paths it is for, with `*` for any part of a name and `**` for any part of a path; `nil`
    /// for all.
    package let paths: String?
    package let level: Level
    /// 1-based.
    package let line: Int
  }

  /// Reads `code: level`, or `code:` with a level for each of several paths.
  static func rules(_ value: Yams.Node, _ diagnostics: inout [Diagnostic]) -> [RuleSetting] {
    var found: [RuleSetting] = []
    let setting = SettingReader("rules", value.mark?.line ?? 1, example: "missing-alt: off")
    for (key, value) in setting.keys(of: value, &diagnostics) {
      let code = key.string ?? ""
      guard let paths = value.mapping else {
        found += self.setting(code, nil, value, &diagnostics)
        continue
      }
      for (path, level) in paths {
        found += self.setting(code, path.scalar?.string, level, &diagnostics)
      }
    }
    return found
  }

  private static func setting(
    _ code: String, _ paths: String?, _ value: Yams.Node, _ diagnostics: inout [Diagnostic]
  ) -> [RuleSetting] {
    let line = value.mark?.line ?? 1
    guard let level = RuleSetting.Level(rawValue: value.scalar?.string ?? "") else {
      diagnostics.append(
        finding(
          "\(SettingReader.words(for: value)) is not a level", line: line,
          hint: "write error, warning, note or off"))
      return []
    }
    return [RuleSetting(code: code, paths: paths, level: level, line: line)]
  }
}
