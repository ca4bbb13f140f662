extension Vocabulary {
  /// Whether a sentence sends the reader to a person, and offers nothing else first.
  ///
  /// "To fix this, ask your administrator" does; "Try another way, or ask your administrator" does
  /// not.
  static func sendsToPerson(_ sentence: Words) -> Bool {
    guard sentence.contains(any: people) else { return false }
    var rest = sentence
    while rest.starts(withAny: conditionStarts), let behind = rest.cut(at: ",")?.behind {
      rest = behind
    }
    while let behind = rest.droppingPrefix(politeness) { rest = behind }
    return rest.starts(withAny: contacts)
  }

  /// Whether a sentence says whom to turn to when nothing on the page helps: "If you need more
  /// help, contact …", "If you don't see an answer to your question, go to the forum".
  static func isLastResort(_ sentence: Words) -> Bool {
    guard sentence.starts(withAny: whens), sentence.contains(any: people) else { return false }
    let condition = sentence.cut(at: ",")?.before ?? sentence
    return condition.contains(any: helpless)
  }

  private static let whens: PhraseSet = ["if", "for", "when", "still", "should"]

  /// Nothing on the page helped.
  private static let helpless: PhraseSet = [
    "need help", "need more help", "need further help", "need additional help", "still need",
    "need assistance", "more help", "further help", "further assistance", "additional assistance",
    "additional help", "still have", "still having", "still can't", "persists", "persist",
    "continues", "continue to", "doesn't help", "don't resolve", "doesn't resolve",
    "does not resolve", "do not resolve", "not resolved", "unable to resolve", "can't resolve",
    "don't see an answer", "didn't find an answer", "have questions", "have a question",
    "other questions", "did not see your problem", "didn't see your problem", "isn't listed",
    "none of these", "unable to solve", "can't find", "couldn't find",
  ]

  /// What may stand before the verb of an order.
  private static let politeness: PhraseSet = [
    "then", "we recommend that", "we recommend", "please", "you should", "you must", "you can",
    "you could", "you'll need to", "you will need to", "you need to", "you'll have to",
    "you have to", "you may need to", "you might need to", "you may want to", "also", "directly",
    "try to", "try", "immediately", "you", "users should", "they should", "feel free to",
  ]

  /// Verbs that turn to a person.
  private static let contacts: PhraseSet = [
    "contact", "ask", "call", "email", "e-mail", "notify", "inform", "consult", "escalate",
    "reach out", "get in touch", "speak to", "speak with", "talk to", "work with", "check with",
    "get help", "get support", "get answers", "connect with", "report", "post",
    "search for or post", "open a support", "open a", "open an", "create a support",
    "create a service", "create a ticket", "create a case", "file a support", "file a", "file an",
    "submit a", "raise a", "log a", "request support", "request assistance", "engage", "refer to",
  ]

  /// Persons, and places where persons answer.
  static let people: PhraseSet = [
    "support", "administrator", "administrators", "admin", "admins", "global admin",
    "system administrator", "help desk", "helpdesk", "service desk", "it staff", "it department",
    "it support", "it team", "it admin", "support team", "technical support", "customer service",
    "customer support", "support engineer", "support ticket", "support case", "support request",
    "support incident", "service request", "forum", "forums", "community", "stack overflow",
    "representative", "account manager", "account team", "vendor", "supplier", "reseller",
    "partner", "manufacturer", "service provider", "your manager", "feedback", "your provider",
    "isp", "internet provider", "network team", "security team",
  ]

  /// Whether a label says that none of the others applied.
  ///
  /// "None of these", "Other problems" and "My problem isn't listed here" do; "Other devices" names
  /// a case.
  static func isCatchAll(_ words: Words) -> Bool {
    if words.stem.isAny(of: catchAlls) || words.starts(withAny: noneOfThem) { return true }
    return words.contains(any: unlisted)
      || (words.starts(withAny: others) && words.contains(any: matters))
  }

  private static let catchAlls: PhraseSet = [
    "other", "others", "something else", "anything else", "everything else", "all others",
    "not listed", "any other", "all other", "none", "other reasons", "other causes",
  ]
  private static let noneOfThem: PhraseSet = [
    "none of", "something else", "anything else", "i still need help", "still having",
    "if you don't see your", "if you did not see", "if you didn't see", "if your question wasn't",
    "i didn't find", "i did not find", "i don't see my",
  ]
  private static let others: PhraseSet = [
    "other", "any other", "all other", "another", "i have a different", "you have a different",
    "i have another", "you have another", "i see a different", "you see a different",
    "i saw another",
    "a different",
  ]
  /// What the others are others of.
  private static let matters: PhraseSet = [
    "problem", "problems", "issue", "issues", "error", "errors", "message", "messages", "question",
    "questions", "cause", "causes", "reason", "reasons", "symptom", "symptoms", "case", "cases",
    "situation", "misconfigurations", "failures", "trouble",
  ]
  private static let unlisted: PhraseSet = [
    "isn't listed", "is not listed", "not listed here", "not listed above", "what's listed here",
    "none of the above", "wasn't answered", "isn't here", "isn't in this list",
  ]

  /// Whether a heading names a person to turn to: "Need help? Contact support".
  static func isContactTitle(_ words: Words) -> Bool {
    words.count <= 60
      && (words.starts(withAny: needs)
        || (words.starts(withAny: calls) && words.contains(any: people)))
  }

  private static let needs: PhraseSet = [
    "need help", "need more help", "still need help", "get help", "get more help", "get support",
    "more help", "additional help", "still having problems", "still stuck", "for more help",
  ]
  private static let calls: PhraseSet = [
    "contact", "call", "ask", "open a", "get", "create a", "raise a", "submit a",
  ]
}
