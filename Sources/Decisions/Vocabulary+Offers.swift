extension Vocabulary {
  /// Whether a sentence offers something to do, rather than only describing what happens.
  ///
  /// It does when it begins with an order ("Check …"), also after a condition ("If it fails,
  /// check …"), or says what the reader can do ("you can"). Lists decide this, not the mood of a
  /// verb, so that a writer can foresee it.
  static func isAdvice(_ sentence: Words) -> Bool {
    if isNothingToDo(sentence) || sentence.starts(withAny: references) { return false }
    if startsWithOrder(sentence) { return true }
    return sentence.contains(any: advice) && !sentence.starts(withAny: facts)
  }

  /// Whether a passage has a sentence of advice.
  static func offersAction(_ words: Words) -> Bool {
    words.sentences.contains { isAdvice($0) }
  }

  /// Whether a sentence, after a condition such as "If it fails," or "In the app,", is an order.
  private static func startsWithOrder(_ sentence: Words) -> Bool {
    if sentence.starts(withAny: orders) { return true }
    guard sentence.starts(withAny: conditions), let rest = sentence.cut(at: ",")?.behind
    else { return false }
    return rest.starts(withAny: orders)
      || (rest.starts(withAny: conditions) && startsWithOrder(rest))
  }

  /// "None.", "By design", "No workaround at this time".
  static func isNothingToDo(_ words: Words) -> Bool {
    words.stem.isAny(of: nothingAtAll) || words.starts(withAny: nothing)
  }

  private static let nothingAtAll: PhraseSet = [
    "none", "n/a", "not applicable", "by design", "unknown",
  ]

  private static let nothing: PhraseSet = [
    "none at this time", "no workaround", "there is no workaround", "there's no workaround",
    "no resolution", "there is no resolution", "no known workaround", "no solution",
    "there is currently no", "there's currently no", "none is available", "no action",
    "currently, there is no", "there is no known", "this is by design",
    "this is currently by design",
  ]

  /// Openings of sentences that only point to more to read.
  private static let references: PhraseSet = [
    "for more info", "for more information", "for more details", "for details", "for further",
    "for additional information", "to learn more", "learn more", "see also", "read more",
    "see more",
    "for an example", "for example", "for instance", "note that", "find out more",
  ]

  /// Openings of sentences that explain, whatever follows.
  private static let facts: PhraseSet = [
    "you're seeing this", "you are seeing this", "you see this", "this error", "this message",
    "this problem", "this issue", "there are", "there is", "this can", "this could", "this means",
    "this happens", "when you", "yes", "no", "because", "we're sorry", "it's possible",
    "it is possible that", "your administrator hasn't", "your organization decides",
  ]

  private static let conditions: PhraseSet = [
    "if", "to", "in", "on", "from", "for", "when", "after", "before", "first", "then", "otherwise",
    "under", "at", "as", "next", "instead", "once", "with", "because", "until", "alternatively",
    "also", "either", "usually", "finally", "second", "again", "optionally", "so", "where", "using",
    "by",
  ]

  private static let advice: PhraseSet = [
    "you can", "you should", "you must", "you need to", "you'll need to", "you have to",
    "you'll have to", "you may need to", "you might need to", "you will need to", "we recommend",
    "it is recommended", "it's recommended", "is recommended", "recommended that", "recommend that",
    "to fix this", "to fix the", "to resolve", "to work around", "to mitigate", "to correct",
    "to solve", "to avoid this", "to address", "workaround is", "solution is", "as a workaround",
    "please", "try to", "try the", "can be resolved by", "can be fixed by", "contact your",
    "make sure", "follow these", "follow the", "needs to be", "need to be", "must be", "should be",
    "ensure that", "verify that", "ask your", "have your", "admin can", "administrator can",
    "perform the following", "do the following", "use the following", "complete the following",
    "is required", "following steps", "steps below", "you first have to", "you might solve",
    "you might be able to", "you may be able to", "you could", "you might", "option is to",
    "only way to", "need to", "fix is required", "let us", "we can help", "try again",
  ]

  private static let orders: PhraseSet = [
    "accept", "add", "adjust", "allow", "answer", "ask", "assign", "attempt", "call", "change",
    "check", "choose", "clear", "click", "close", "complete", "configure", "confirm", "connect",
    "consider", "contact", "convert", "copy", "correct", "create", "deactivate", "define", "delete",
    "deploy", "disable", "disconnect", "do", "don't", "double-check", "doublecheck", "download",
    "edit", "enable", "ensure", "enter", "examine", "exclude", "execute", "extend", "file", "find",
    "fix", "follow", "force", "get", "give", "go", "grant", "have", "hold", "identify", "import",
    "include", "increase", "inspect", "install", "let", "locate", "log", "look", "lower", "make",
    "manually", "map", "match", "modify", "move", "navigate", "open", "order", "pause", "perform",
    "post", "press", "provide", "publish", "pull", "push", "re-enable", "re-register", "re-run",
    "read", "reboot", "recreate", "reduce", "refer", "refresh", "register", "reinstall", "remove",
    "rename", "repair", "repeat", "replace", "report", "request", "rerun", "reset", "resolve",
    "restart", "restore", "resubmit", "retry", "review", "revert", "roll", "run", "save", "scan",
    "search", "see", "select", "send", "set", "shorten", "sign", "specify", "split", "start",
    "stop",
    "submit", "swipe", "switch", "sync", "take", "tap", "temporarily", "test", "to fix",
    "troubleshoot", "try", "turn", "type", "uninstall", "unlock", "unregister", "update", "upgrade",
    "upload", "use", "validate", "verify", "view", "visit", "wait", "whitelist",
  ]
}

extension Vocabulary {
  /// Whether a passage says what to try when what stands before it did not help.
  static func startsNextAttempt(_ words: Words) -> Bool {
    if words.starts(withAny: alternatives) { return true }
    guard words.starts(withAny: ifs) else { return false }
    return condition(of: words).contains(any: failures)
  }

  /// The condition at the start of a sentence: "if it's right, but still fails" with its "but".
  private static func condition(of sentence: Words) -> Words {
    var rest = sentence
    while let cut = rest.cut(at: ",") {
      rest = cut.behind
      guard rest.starts(withAny: conjunctions) else { return sentence.before(cut.behind) }
    }
    return sentence
  }

  private static let ifs: PhraseSet = ["if"]
  private static let conjunctions: PhraseSet = ["but", "and", "yet", "or"]

  private static let alternatives: PhraseSet = [
    "alternatively", "another option", "another way", "another workaround", "otherwise",
    "you can also", "you could also", "you may also", "you might also", "as an alternative", "or,",
    "or you can", "if not,", "if this fails", "if that fails", "if it fails", "as a last resort",
    "also try", "a second option", "second option", "additionally, you can", "however, if",
    "or get", "the other option", "less commonly",
  ]

  private static let failures: PhraseSet = [
    "still", "doesn't work", "does not work", "didn't work", "did not work", "don't work",
    "doesn't help", "does not help", "didn't help", "doesn't resolve", "does not resolve",
    "doesn't fix", "does not fix", "doesn't solve", "does not solve", "didn't solve", "persists",
    "persist", "continues", "continue to", "fails", "not resolved", "isn't resolved", "often",
    "unsuccessful", "isn't an option", "is not an option", "not possible", "didn't fix",
    "none of these", "none of the above", "tried these", "tried all", "not solve", "not fix",
    "is not working", "isn't working", "can't do this", "isn't desirable", "is not desirable",
    "unable to",
  ]

  /// Whether a sentence sends the reader to a person, and offers nothing else first.
  ///
  /// "To fix this, ask your administrator" does; "Try another way, or ask your administrator" does
  /// not.
  static func sendsToPerson(_ sentence: Words) -> Bool {
    guard sentence.contains(any: people) else { return false }
    var rest = sentence
    while rest.starts(withAny: conditions), let behind = rest.cut(at: ",")?.behind { rest = behind }
    while let behind = rest.droppingPrefix(politeness) { rest = behind }
    return rest.starts(withAny: contacts)
  }

  /// What may stand before the verb of an order.
  private static let politeness: PhraseSet = [
    "then", "we recommend that", "please", "you should", "you must", "you can", "you'll need to",
    "you need to", "you'll have to", "you have to", "you may need to", "you might need to", "also",
    "directly", "try to", "try",
  ]

  private static let contacts: PhraseSet = [
    "contact", "ask", "call", "open a support", "create a support", "file a support", "submit a",
    "get in touch", "reach out", "speak to", "speak with", "notify", "get help", "raise a", "log a",
    "open a", "work with", "report", "post", "get support", "consult", "search for or post",
  ]
  private static let people: PhraseSet = [
    "support", "administrator", "admin", "administrators", "help desk", "helpdesk", "service desk",
    "it staff", "it department", "forum", "forums", "support team", "customer service",
    "support ticket", "support case", "support request", "service request", "it support",
    "feedback", "representative", "vendor", "supplier", "your manager", "system administrator",
    "global admin",
  ]

  /// Whether a label says that none of the others applied.
  static func isCatchAll(_ words: Words) -> Bool {
    words.starts(withAny: catchAlls) || words.contains(any: unlisted)
  }

  private static let catchAlls: PhraseSet = [
    "none of", "other", "others", "something else", "anything else", "my problem isn't",
    "my issue isn't", "the problem isn't listed", "not listed", "i have a different",
    "you have a different", "any other", "all other", "all others", "everything else",
    "i didn't find", "i see a different", "i saw another", "my question isn't",
    "if your question wasn't", "i have another",
  ]
  private static let unlisted: PhraseSet = [
    "isn't listed", "not listed here", "what's listed here",
  ]

  /// Whether a heading names a person to turn to: "Need help? Contact support".
  static func isContactTitle(_ words: Words) -> Bool {
    words.count <= 60
      && (words.starts(withAny: needs)
        || (words.starts(withAny: calls) && words.contains(any: people)))
  }

  private static let needs: PhraseSet = [
    "need help", "need more help", "still need help", "get help",
  ]
  private static let calls: PhraseSet = ["contact", "call", "ask"]
}
