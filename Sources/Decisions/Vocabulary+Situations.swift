extension Vocabulary {
  /// Whether a heading names trouble as a reader meets it: "I can't …", "X doesn't work", "Error …".
  ///
  /// - Parameters:
  ///   - words: the heading.
  ///   - isDiagnostic: whether the headings above it speak of problems. Words such as "error" and
  ///     "missing" say little elsewhere ("Error handling", "Find missing updates"): patterns.md
  ///
  /// - Returns: whether it does.
  func isIssueTitle(_ words: Words, isDiagnostic: Bool) -> Bool {
    // "Verify that users can't copy files" is a check, and names no problem.
    if words.starts(withAny: self[.checks]) { return false }
    if words.starts(withAny: self[.possessives]), words.contains(any: self[.happenings]) {
      return true
    }
    if words.starts(withAny: self[.complaints]) || words.starts(withAny: self[.failureStarts]) {
      return true
    }
    if words.contains(any: self[.failedPredicates]) { return true }
    if isDiagnostic, words.starts(withAny: self[.articles]), words.contains(any: self[.happenings])
    {
      return true
    }
    if words.contains(any: self[.codes]) { return true }
    guard isDiagnostic || words.starts(withAny: self[.sightings]) || words.hasQuotation else {
      return false
    }
    // "Share the issue" is a task.
    if isTask(words) { return false }
    return words.contains(any: self[.failureWords])
      || (isDiagnostic && (words.starts(withAny: self[.states]) || words.areCodes))
  }

  /// Whether a heading is plainly an order: a verb before an article, or a check.
  func isTask(_ words: Words) -> Bool {
    words.starts(withAny: self[.checks])
      || (isOrder(words) && words.list.dropFirst().first?.isAny(of: self[.articles]) == true)
  }
}

extension Words {
  /// Whether a part stands in quotation marks, as messages do.
  var hasQuotation: Bool { bytes.contains(UInt8(ascii: "\"")) }

  /// Whether every word has a digit, as in `0x80070005` and `550 5.1.1`; `10.0.15` and `v2` are
  /// versions, and `2019` may be a year.
  var areCodes: Bool {
    let all = list
    guard !all.isEmpty, all.allSatisfy({ word in word.bytes.contains { 0x30...0x39 ~= $0 } })
    else { return false }
    return all.count > 1 || (all[0].bytes.first != UInt8(ascii: "v") && all[0].hasLetter)
  }

  /// Whether they end with a number of three digits or more, as error codes are.
  var namesCode: Bool {
    let digits = bytes.reversed().drop { !(0x30...0x39 ~= $0) && !(0x61...0x7A ~= $0) }
    return digits.prefix { 0x30...0x39 ~= $0 }.count >= 3
  }

  private var hasLetter: Bool { bytes.contains { 0x61...0x7A ~= $0 } }
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
  func offer(_ lead: Words, isInStep: Bool) -> Offer? {
    guard !lead.contains(any: self[.listings]) else { return nil }
    if tellsToTakeOne(lead) { return .choose }
    if lead.contains(any: self[.choosing]) || offersWays(lead) { return .choose }
    if isInStep, lead.ends(withAny: self[.youCan]) { return .choose }
    return lead.contains(any: self[.choiceWays]) ? .cases : nil
  }

  /// Whether a heading or sentence asks the reader which of several things is the case or is wanted.
  ///
  /// "What would you like to do?", "Which device do you use?" and "What's wrong?" do.
  func asksWhich(_ words: Words) -> Bool {
    guard words.isQuestion, !words.starts(withAny: self[.informationQuestions]),
      !words.contains(any: self[.preconditions])
    else { return false }
    let isOfReader =
      words.contains(any: self[.addressing]) || words.contains(any: self[.firstPerson])
    // "Card lost or stolen?" names the cases.
    let namesCases =
      words.contains(any: self[.ors]) && !words.starts(withAny: self[.questionWords])
      && !words.starts(withAny: self[.yesNo])
    return namesCases || words.starts(withAny: self[.troubleQuestions])
      || (words.starts(withAny: self[.choiceQuestions]) && isOfReader)
  }

  /// Whether a sentence asks which of several things is the case, or says to look for it.
  ///
  /// "Pick the line that looks most like what you see." does.
  func tellsToTakeOne(_ sentence: Words) -> Bool {
    asksWhich(sentence) || sentence.contains(any: self[.announcingChoices])
  }

  /// "To remove it, you can:" lists ways; "As an administrator, you can:" lists what is possible.
  private func offersWays(_ lead: Words) -> Bool {
    lead.ends(withAny: self[.youCan])
      && lead.sentences.suffix(2).contains { $0.starts(withAny: self[.purposes]) }
  }
}
