extension Vocabulary {
  /// Whether a passage offers something to do, rather than only describing what happens.
  ///
  /// A passage offers when a sentence begins with an order ("Check …", "Make sure …") or says what
  /// the reader can do ("you can", "to fix this"). Lists decide this, not the mood of a verb, so
  /// that a writer can foresee it.
  static func offersAction(_ words: Words) -> Bool {
    if words.contains(any: advice) { return true }
    return sentences(of: words).contains { startsWithOrder($0) }
  }

  /// Whether a sentence, after a condition such as "If it fails," or "In the app,", is an order.
  static func startsWithOrder(_ sentence: Words) -> Bool {
    if sentence.starts(withAny: orders) { return true }
    guard let comma = sentence.text.firstIndex(of: ",") else { return false }
    guard sentence.starts(withAny: conditions) else { return false }
    return Words(String(sentence.text[sentence.text.index(after: comma)...]))
      .starts(withAny: orders)
  }

  static func sentences(of words: Words) -> [Words] {
    var found: [Words] = []
    var open = ""
    var previous: Character = " "
    for character in words.text {
      if character == " ", previous == "." || previous == "?" || previous == "!" || previous == ":"
      {
        found.append(Words(open))
        open = ""
      } else {
        open.append(character)
      }
      previous = character
    }
    if !open.isEmpty { found.append(Words(open)) }
    return found
  }

  private static let conditions = [
    "if", "to", "in", "on", "from", "for", "when", "after", "before", "first", "then", "otherwise",
    "under", "at", "as", "next", "instead", "once", "with", "because", "until", "alternatively",
  ]

  private static let advice = [
    "you can", "you should", "you must", "you need to", "you'll need to", "you have to",
    "you'll have to", "you may need to", "you might need to", "you will need to", "we recommend",
    "it is recommended", "it's recommended", "is recommended", "recommended that", "recommend that",
    "to fix this", "to fix the", "to resolve", "to work around", "to mitigate", "to correct",
    "to solve", "to avoid this", "to address", "workaround is", "solution is", "as a workaround",
    "please", "try to", "try the", "can be resolved by", "can be fixed by", "contact your",
    "make sure", "follow these", "follow the", "needs to be", "need to be", "must be", "should be",
    "ensure that", "verify that", "ask your", "have your", "admin can", "administrator can",
    "perform the following", "do the following", "use the following", "complete the following",
  ]

  private static let orders = [
    "accept", "add", "adjust", "allow", "ask", "assign", "attempt", "change", "check", "choose",
    "clear", "click", "close", "complete", "configure", "confirm", "connect", "consider", "contact",
    "convert", "copy", "correct", "create", "deactivate", "define", "delete", "deploy", "disable",
    "disconnect", "do", "don't", "double-check", "download", "edit", "enable", "ensure", "enter",
    "examine", "exclude", "execute", "extend", "file", "find", "fix", "follow", "get", "give", "go",
    "grant", "have", "hold", "identify", "import", "include", "increase", "inspect", "install",
    "let", "locate", "log", "look", "lower", "make", "manually", "map", "modify", "move",
    "navigate", "open", "order", "pause", "perform", "post", "press", "provide", "publish", "pull",
    "push", "re-enable", "re-register", "re-run", "read", "reboot", "recreate", "reduce", "refer",
    "refresh", "register", "reinstall", "remove", "rename", "repair", "repeat", "replace", "report",
    "request", "rerun", "reset", "resolve", "restart", "restore", "resubmit", "retry", "review",
    "revert", "roll", "run", "save", "scan", "search", "see", "select", "send", "set", "shorten",
    "sign", "specify", "split", "start", "stop", "submit", "swipe", "switch", "sync", "take", "tap",
    "temporarily", "test", "to fix", "troubleshoot", "try", "turn", "type", "uninstall", "unlock",
    "update", "upgrade", "upload", "use", "validate", "verify", "view", "visit", "wait",
    "whitelist",
    "work",
  ]
}

extension Vocabulary {
  /// Whether a passage says what to try when what stands before it did not help.
  static func startsNextAttempt(_ words: Words) -> Bool {
    if words.starts(withAny: alternatives) { return true }
    guard words.starts(withAny: ["if"]) else { return false }
    let clause = words.text.firstIndex(of: ",").map { Words(String(words.text[..<$0])) } ?? words
    return clause.contains(any: failures)
  }

  private static let alternatives = [
    "alternatively", "another option", "another way", "another workaround", "otherwise",
    "you can also", "you could also", "you may also", "you might also", "as an alternative", "or,",
    "or you can", "if not,", "if this fails", "if that fails", "if it fails", "as a last resort",
    "also try", "also check", "still", "option 2", "option 3", "a second", "in addition, you can",
    "additionally, you can", "also, make sure", "also make sure", "also verify", "also, verify",
  ]

  private static let failures = [
    "still", "doesn't work", "does not work", "didn't work", "did not work", "don't work",
    "doesn't help", "does not help", "didn't help", "doesn't resolve", "does not resolve",
    "doesn't fix", "does not fix", "doesn't solve", "does not solve", "didn't solve", "persists",
    "persist", "continues", "continue to", "fails", "not resolved", "isn't resolved", "often",
    "unsuccessful", "isn't an option", "not possible", "didn't fix", "none of these",
    "tried these", "not solve", "is not working", "isn't working", "can't do this",
  ]

  /// Whether a passage sends the reader to a person.
  static func isEscalation(_ words: Words) -> Bool {
    guard words.contains(any: people) else { return false }
    return words.contains(any: contacts)
  }

  private static let contacts = [
    "contact", "ask", "call", "open a support", "create a support", "file a support", "submit a",
    "get in touch", "reach out", "speak to", "notify", "get help", "raise a", "log a", "open a",
    "work with", "report", "post", "let your organization know", "get support", "consult",
  ]
  private static let people = [
    "support", "administrator", "admin", "administrators", "help desk", "helpdesk", "service desk",
    "it staff", "it department", "forum", "forums", "support team", "customer service",
    "support ticket", "support case", "support request", "service request", "it support",
    "organization", "feedback", "representative", "system administrator", "global admin",
  ]

  /// Whether a label says that none of the others applied.
  static func isCatchAll(_ words: Words) -> Bool {
    words.starts(withAny: [
      "none of", "other", "others", "something else", "anything else", "my problem isn't",
      "my issue isn't", "the problem isn't listed", "not listed", "i have a different",
      "you have a different", "any other", "all other", "all others", "everything else",
    ])
  }
}
