extension Vocabulary {
  /// Whether a heading names trouble as a reader meets it: "I can't …", "X doesn't work", "Error …".
  ///
  /// - Parameters:
  ///   - words: the heading.
  ///   - isDiagnostic: whether the headings above it speak of problems. Words such as "error" and
  ///     "missing" say little elsewhere ("Error handling", "Find missing updates"): patterns.md
  ///
  /// - Returns: whether it does.
  static func isIssueTitle(_ words: Words, isDiagnostic: Bool) -> Bool {
    if words.starts(withAny: complaints) || words.starts(withAny: failureStarts) { return true }
    if words.contains(any: failedPredicates) { return true }
    if words.contains(any: codes) { return true }
    guard isDiagnostic || words.starts(withAny: sightings) || words.hasQuotation else {
      return false
    }
    return words.contains(any: failureWords) || (isDiagnostic && words.starts(withAny: states))
  }

  /// The reader speaks.
  private static let complaints: PhraseSet = [
    "i", "i'm", "i've", "i'd", "my", "we can't", "we cannot", "help!",
  ]

  /// Openings by which a heading or bold lead addresses the reader's state: "You have a prepaid plan".
  private static let states: PhraseSet = [
    "you have", "you don't", "you are", "you're", "you can't", "you use", "you used", "you see",
    "you get", "you want", "you need", "you lost", "you forgot", "you receive", "you already",
    "you only", "your", "users", "a user", "some users", "the user",
  ]

  /// Headings that begin with what failed.
  private static let failureStarts: PhraseSet = [
    "unable to", "failed to", "failure to", "cannot", "can't", "could not", "couldn't", "error:",
    "no longer", "not able to", "trouble", "having trouble", "problems with", "problem with",
  ]

  /// Finite verbs that deny: something does not do what it should.
  private static let failedPredicates: PhraseSet = [
    "can't", "cannot", "doesn't", "does not", "doesnt", "don't", "do not", "didn't", "did not",
    "isn't", "is not", "aren't", "are not", "wasn't", "won't", "will not", "couldn't", "could not",
    "haven't", "hasn't", "has not", "have not", "unable", "not working", "not found",
    "not available", "not showing", "not able", "not receiving", "not responding", "not detected",
    "not displayed", "not launching", "not loading", "not starting", "not appearing", "not synced",
    "not syncing", "not supported", "not recognized", "not trigger", "not correctly", "not visible",
    "fails", "failed", "is stuck", "stuck", "hangs", "crashes", "crash", "broken", "keeps",
    "stops working", "stopped working", "has been exceeded", "timed out", "times out",
    "has expired", "is missing", "are missing", "is empty", "is slow", "is disabled", "is blocked",
    "forgot", "never received", "erroneously", "causes a", "causes an", "unexpectedly",
    "not updated", "not set", "not valid", "not authorized", "denied", "out of date",
  ]

  /// Words of trouble that also occur in other headings.
  private static let failureWords: PhraseSet = [
    "error", "errors", "failure", "failures", "exception", "missing", "never", "lost", "problem",
    "problems", "issue", "issues", "invalid", "disabled", "empty", "blocked", "locked", "conflict",
    "conflicts", "slow", "delayed", "delay", "duplicate", "duplicated", "unexpected", "expired",
    "incorrect", "wrong", "corrupt", "corrupted", "unavailable", "timeout", "timeouts", "warning",
    "unknown", "incomplete", "inconsistent", "latency", "trouble",
  ]

  /// Before a word of trouble, the reader sees it.
  private static let sightings: PhraseSet = [
    "i get", "i see", "you get", "you see", "you receive", "users get", "users see", "error",
    "error code", "error message", "an error", "error when", "errors when", "getting",
  ]

  /// Codes as messages show them.
  private static let codes: PhraseSet = [
    "http 400", "http 401", "http 403", "http 404", "http 500", "http 502", "http 503", "http 504",
    "error 400", "error 401", "error 403", "error 404", "error 500", "error 502", "error 503",
  ]
}

extension Words {
  private static let quote = Array("\u{201C}".utf8)

  /// Whether a part stands in quotation marks, as messages do.
  var hasQuotation: Bool {
    bytes.contains(UInt8(ascii: "\""))
      || bytes.indices.contains { bytes[$0...].starts(with: Self.quote) }
  }
}

extension Words {
  /// "To remove it, you can:" lists ways; "As an administrator, you can:" lists what is possible.
  fileprivate var endsWithYouCan: Bool {
    guard hasSuffix("you can:") || hasSuffix("you can do the following:") else { return false }
    return sentences.suffix(2).contains { $0.starts(withAny: Self.purposes) }
  }

  private static let purposes: PhraseSet = ["to", "if"]
}

extension Vocabulary {
  /// What a sentence above a list says about its items.
  enum Offer: Equatable {
    /// One of the items is to be done: "Do one of the following:".
    case choose
    /// The items are ways or cases, if they say what to do: "There are two ways to do this."
    case cases
  }

  /// Reads the sentence above a list; `nil` when it offers no choice.
  ///
  /// Inside a step, "On the page, you can:" is about the reader who has come this far: a choice,
  /// where elsewhere it tells what a product is capable of.
  static func offer(_ lead: Words, isInStep: Bool) -> Offer? {
    guard !lead.contains(any: listings) else { return nil }
    if lead.contains(any: choosing) || lead.endsWithYouCan { return .choose }
    if isInStep, lead.hasSuffix("you can:") { return .choose }
    return lead.contains(any: ways) ? .cases : nil
  }

  /// A choice, in the words of an order or a possibility.
  private static let choosing = PhraseSet(
    [
      "do", "perform", "use", "choose", "select", "try", "take", "follow", "complete", "pick",
      "via", "by", "using", "in", "through", "with", "by doing", "run", "apply", "resolve this by",
    ],
    by: [
      "one of the following", "either of the following", "one of these", "either of these",
      "one of the steps below", "one of the two",
      "one of the methods", "one of the options", "one of several", "one of two",
    ])

  /// Ways and cases announced as such.
  private static let ways: PhraseSet = [
    "depending on", "depends on", "you can either", "two ways", "three ways", "several ways",
    "multiple ways", "different ways", "two options", "three options", "several options",
    "my options", "your options", "options are available",
    "multiple options", "two methods", "three methods", "following methods",
    "following ways", "two scenarios", "three scenarios", "following scenarios",
    "following workarounds", "two workarounds", "which of these", "in either case", "choose one",
    "select one", "options include", "choose the option", "whichever", "based on whether",
    "based on your", "choose how", "one of the following",
  ]

  /// What a list is of when it is no choice of the reader's: values, grants, kinds, reasons.
  private static let listings: PhraseSet = [
    "reason", "reasons", "cause", "causes", "one or more", "likely", "roles", "role groups",
    "permissions", "permission", "licenses", "license", "subscriptions", "subscription", "plans",
    "values", "types", "syntaxes", "formats", "properties", "statuses", "states", "categories",
    "prerequisites", "requirements", "must meet", "must have", "must be", "you need one of",
    "member of", "supported", "capabilities", "examples",
  ]
}
