import Compiler
import Content

extension Library {
  /// The locale in which an article is shown to a reader of another.
  func shownLocale(of entry: Entry, near locale: LanguageTag) -> LanguageTag {
    let shown = locales(of: entry)
    return shown.contains(locale) ? locale : shown.first ?? locale
  }

  /// The language that decisions are read from.
  var sourceLocale: LanguageTag {
    isLocalized ? locales.first ?? .americanEnglish : .americanEnglish
  }

  /// Whether an article has a text of its own in a locale.
  func isTranslated(_ entry: Entry, in locale: LanguageTag) -> Bool {
    entry.editions[locale] != nil
  }

  /// The absolute address of a page; `nil` when `waymark.yml` gives no `base_url`.
  func absoluteAddress(of page: String, fragment: String = "") -> String? {
    guard let base = configuration.baseURL.flatMap({ WebAddress($0) })?.text else { return nil }
    let hash = fragment.isEmpty ? "" : "#" + WebAddress.encodedFragment(fragment)
    return base + (base.hasSuffix("/") ? "" : "/") + WebAddress.encodedPath(page) + hash
  }

  /// The path of the base URL, with `/` at its ends; `nil` without a base URL.
  var basePath: String? {
    guard let base = absoluteAddress(of: "") else { return nil }
    let path = base.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    return path.count == 4 ? "/\(path[3])" : "/"
  }
}
