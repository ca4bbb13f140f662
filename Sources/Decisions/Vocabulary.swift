/// The source words that make a heading, a column or a bold label a pattern (patterns.md, 2).
enum Vocabulary {
  /// What the words of a heading, a column or a run-in say about the text that follows.
  enum Label: Equatable { case problem, cause, solution, answer }

  /// Reads a label that is nothing but a structural word, such as `Cause`, `Solution 2`,
  /// `Issue description`.
  static func label(_ words: Words) -> Label? {
    let stem = words.stem
    if stem.isAny(of: problems) { return .problem }
    if stem.isAny(of: causes) { return .cause }
    if stem.isAny(of: solutions) { return .solution }
    if stem.isAny(of: answers) { return .answer }
    if stem.starts(withAny: solutionsFor) { return .solution }
    if stem.starts(withAny: causesOf) { return .cause }
    guard let lead = words.cut(at: ":", "-", "–", ".")?.before.stem else { return nil }
    if lead.isAny(of: solutions) { return .solution }
    return lead.isAny(of: causes) ? .cause : nil
  }

  /// "Solution for cause 1", "Workaround for older versions".
  private static let solutionsFor = PhraseSet(
    ["solution", "solutions", "resolution", "workaround", "fix", "mitigation", "remediation"],
    by: ["for", "to", "if", "when", "using", "with"])
  private static let causesOf = PhraseSet(["cause", "causes", "reason"], by: ["of", "for"])

  static let problems: PhraseSet = [
    "symptom", "symptoms", "problem", "issue", "error", "error message", "issue description",
    "problem description", "description of the issue", "behavior", "the problem", "the issue",
    "observed behavior", "error details", "q", "question", "error code", "scenario", "what happens",
    "symptom description", "details of the issue", "error text", "problem statement", "impact",
    "description of the problem", "you see this error", "message",
  ]
  static let causes: PhraseSet = [
    "cause", "causes", "probable cause", "probable causes", "possible cause", "possible causes",
    "reason", "reasons", "root cause", "more information", "explanation", "background",
    "likely cause", "likely causes", "potential cause", "potential causes", "common causes",
    "why this happens", "why it happens", "error reason", "cause of the issue", "analysis",
    "potential issue", "potential issues", "diagnosis",
  ]
  static let solutions: PhraseSet = [
    "resolution", "resolutions", "solution", "solutions", "workaround", "workarounds", "mitigation",
    "fix", "remediation", "recommended action", "recommended actions", "recommendation",
    "possible solution", "possible solutions", "possible resolution", "possible resolutions",
    "how to fix", "how to fix it", "issue resolution", "what to do", "resolve the issue",
    "resolution steps", "validation and resolution", "suggested action", "to resolve",
    "troubleshooting steps", "option", "method", "suggested actions", "suggested solution",
    "suggested solutions", "recommended solution", "recommended steps", "possible workaround",
    "possible workarounds", "how to resolve", "how to solve", "how to solve it",
    "how to resolve it",
    "solution steps", "next steps to try", "steps to resolve", "to fix this", "to fix this error",
    "to fix this issue", "to resolve this issue", "to work around this issue", "recovery",
    "corrective action", "corrective actions", "action", "proposed solution", "known workaround",
    "fix the issue", "fix the problem", "resolving the issue", "how to work around it",
    "what you can do", "mitigations", "remediation steps", "try this",
  ]

  static let answers: PhraseSet = ["a", "answer"]

  /// Whether a heading announces problems: "Troubleshoot …", "Known issues", "Common DNS errors".
  ///
  /// - Parameters:
  ///   - words: the heading.
  ///   - isGeneral: asks for headings that name no problem of their own; "Fix sync errors" does.
  /// - Returns: whether it does.
  static func isContainer(_ words: Words, isGeneral: Bool = false) -> Bool {
    if words.contains(any: containers) || words.contains(any: questionLists) { return true }
    let endsInTrouble = words.list.last?.stem.isAny(of: troubles) == true
    if isGeneral { return endsInTrouble && words.list.count <= 3 }
    return words.starts(withAny: repairs) || (endsInTrouble && !isOrder(words))
  }

  /// Whether a heading says that each part below it is a problem: "Known issues", "Common errors".
  static func listsProblems(_ words: Words) -> Bool {
    words.contains(any: problemLists)
  }

  private static let problemLists: PhraseSet = [
    "known issue", "known issues", "common problem", "common problems", "common issues",
    "common errors", "common error", "frequent errors", "problems and solutions",
    "errors and solutions", "error messages",
  ]

  private static let containers: PhraseSet = [
    "troubleshoot", "troubleshooting", "troubleshooter", "known issue", "known issues",
    "common problem", "common problems", "common issues", "common errors", "common error",
    "frequent errors", "problems and solutions", "errors and solutions", "diagnose", "diagnosing",
    "errors", "issues and",
  ]
  private static let repairs: PhraseSet = [
    "fix", "fixing", "resolve", "resolving", "solve", "solving", "repair", "find and fix",
  ]
  private static let troubles: PhraseSet = ["issues", "problems", "errors", "failures"]

  /// Headings of sections whose parts are questions.
  static let questionLists: PhraseSet = ["faq", "faqs", "frequently asked questions"]

  /// What an article's introduction says when its headings are questions.
  static let answering: PhraseSet = [
    "answers questions", "answers common questions", "answers frequently asked", "common questions",
    "answers to", "frequently asked",
  ]

  /// Headings of sections that frame the others.
  static let framing: PhraseSet = [
    "overview", "introduction", "prerequisites", "before you begin", "recommended steps", "summary",
    "about", "requirements", "feedback", "what's going on", "applies to", "remarks", "notes",
    "conclusion", "background", "important", "note",
  ]

  /// Headings that list links to read on, and nothing to do.
  static let nextSteps: PhraseSet = [
    "next steps", "next step", "see also", "related topics", "related articles", "related content",
    "additional resources", "more information", "related links", "learn more", "references",
    "additional information", "further reading", "what's next", "related information",
    "in this article", "in this section", "additional reading", "recommended documents",
    "recommended reading", "additional documentation", "for more information", "related",
    "resources", "useful links", "useful resources", "more resources", "further information",
    "see also:", "learn more about", "related sections", "helpful links",
  ]
}
