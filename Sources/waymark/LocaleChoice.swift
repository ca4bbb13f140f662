import ArgumentParser
import Compiler
import Content
import Glibc
import Terminal

/// The language of a walk: what was asked for, else the system's, else the library's first.
struct LocaleChoice {
  let locale: LanguageTag
  /// What to tell when the system's language is not there.
  let notice: String?
  /// Whether somebody asked for the language.
  let wasAsked: Bool

  /// - Throws: a validation error when a language was asked for that the library does not have.
  init(_ wanted: String?, in library: Library) throws {
    let known = library.locales
    let first = Self.first(of: library)
    if let wanted {
      let tag = try Self.tag(wanted)
      guard let own = tag.match(in: known) else { throw library.lacks(tag) }
      locale = own
      notice = nil
      wasAsked = true
      return
    }
    wasAsked = false
    guard let system = Self.system else {
      locale = first
      notice = nil
      return
    }
    if known.contains(system) {
      locale = system
      notice = nil
    } else if let near = known.first(where: { $0.language == system.language }) {
      locale = near
      notice = nil
    } else {
      locale = first
      notice = PhraseBook.phrases(for: system).fallsBack(from: system, to: first)
    }
  }

  /// The source's locale; in a folder where each article stands in its own, the most frequent.
  private static func first(of library: Library) -> LanguageTag {
    guard !library.isLocalized else { return library.locales.first ?? .americanEnglish }
    var counts: [LanguageTag: Int] = [:]
    for entry in library.articles { counts[entry.source, default: 0] += 1 }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return most?.key ?? .americanEnglish
  }

  /// - Throws: a validation error for text that is no language tag.
  static func tag(_ text: String) throws -> LanguageTag {
    guard let tag = LanguageTag(text) else {
      throw ValidationError("'\(text)' is not a language tag. Write tags such as nl-nl or ja-jp.")
    }
    return tag
  }

  /// The language of the system's messages, by POSIX's order; `nil` for none, `C` and `POSIX`.
  private static var system: LanguageTag? {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = unsafe getenv(name).map({ unsafe String(cString: $0) }), !value.isEmpty
      else { continue }
      return LanguageTag(value)
    }
    return nil
  }
}
