extension Vocabulary {
  /// Whether a sentence offers something to do, rather than only describing what happens.
  ///
  /// It does when it is an order, when it names a remedy ("can be fixed by", "we recommend"), or
  /// when it tells the reader what they can do, unless it plainly states a fact.
  static func isAdvice(_ sentence: Words) -> Bool {
    if isNothingToDo(sentence) || sentence.starts(withAny: references) { return false }
    // What a condition says is no advice: "If you follow these steps but …, that means …".
    let main = sentence.starts(withAny: ifs) ? sentence.cut(at: ",")?.behind ?? sentence : sentence
    if isOrder(sentence) || main.contains(any: remedies) { return true }
    return main.contains(any: possibilities) && !sentence.starts(withAny: facts)
  }

  private static let ifs: PhraseSet = ["if"]

  /// Whether a passage has a sentence of advice.
  static func offersAction(_ words: Words) -> Bool {
    words.sentences.contains { isAdvice($0) }
  }

  /// "None.", "By design", "No workaround at this time".
  static func isNothingToDo(_ words: Words) -> Bool {
    words.stem.isAny(of: nothingAtAll) || words.starts(withAny: nothing)
  }

  private static let nothingAtAll: PhraseSet = [
    "none", "n/a", "not applicable", "by design", "unknown", "not available", "no", "tbd",
  ]

  /// A resolution that offers nothing to do explains; nobody can try it.
  private static let nothing: PhraseSet = [
    "none at this time", "none is available", "no action", "this is by design", "by design",
    "this is currently by design", "no workaround", "no known workaround", "no resolution",
    "no solution", "there is no workaround", "there's no workaround", "there is no resolution",
    "there is no solution", "there is no known", "there is currently no", "there's currently no",
    "currently, there is no", "currently there is no", "there are no workarounds",
    "this is a known issue", "this is expected", "no further action", "nothing",
  ]

  /// Openings of sentences that only point to more to read.
  private static let references: PhraseSet = [
    "for more info", "for more information", "for more details", "for details", "for further",
    "for additional information", "to learn more", "learn more", "see also", "read more",
    "see more", "for an example", "for example", "for instance", "note that", "find out more",
    "to read more", "for a list", "for an overview", "to find out more", "to understand",
  ]

  /// Words by which a writer names a remedy, wherever they stand in the sentence.
  private static let remedies: PhraseSet = [
    // Recommendation.
    "we recommend", "we suggest", "we advise", "it is recommended", "it's recommended",
    "is recommended", "recommended that", "recommend that", "please", "let us", "we can help",
    // Purpose of repair.
    "to fix this", "to fix the", "to fix it", "to resolve", "to work around", "to mitigate",
    "to correct", "to solve", "to avoid this", "to address this", "to address the", "to remedy",
    "to prevent this",
    // The remedy as subject or by a passive.
    "workaround is", "solution is", "fix is", "resolution is", "option is to", "only way to",
    "as a workaround", "be resolved by", "be fixed by", "be corrected by", "be solved by",
    "be avoided by", "be mitigated by", "be worked around by",
    // An order inside of a sentence.
    "make sure", "ensure that", "verify that", "follow these", "follow the", "contact your",
    "ask your", "have your", "try to", "try the", "try again", "perform the following",
    "do the following", "use the following", "complete the following", "run the following",
    "following steps", "steps below", "steps above", "one of the following steps",
  ]

  /// Words that say what the reader, or somebody for them, can or must do.
  private static let possibilities: PhraseSet = [
    "you can", "you could", "you should", "you must", "you need to", "you'll need to",
    "you will need to", "you have to", "you'll have to", "you will have to", "you may need to",
    "you might need to", "you may have to", "you might have to", "you may be able to",
    "you might be able to", "you might", "you first have to", "feel free to", "you'll want to",
    "users can",
    "users must", "users should", "users need to", "the user must", "the user should",
    "the user needs to", "admin can", "administrator can", "admins can", "administrators can",
    "admin must", "administrator must", "administrator should", "needs to be", "need to be",
    "must be", "should be", "has to be", "have to be", "is required", "need to",
  ]

  /// Openings of sentences that state a fact, even with "you can" behind them.
  private static let facts: PhraseSet = [
    "you're seeing this", "you are seeing this", "you see this", "you might see", "you may see",
    "this error", "this message", "this problem", "this issue", "this behavior", "there are",
    "there is", "there's", "this can", "this could", "this means", "this happens", "this occurs",
    "this might", "this may", "when you", "yes", "no", "because", "we're sorry", "it's possible",
    "it is possible that", "your administrator hasn't", "your organization", "the error",
    "the issue", "the problem", "the message",
  ]
}
