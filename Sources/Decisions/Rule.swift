/// The rules that make nodes of an article's text, each with the reason why it may.
///
/// The names are stable: `waymark explain` prints them, and notes refer to them. The families are
/// those of patterns.md, 1.
package enum Rule: String, Sendable, CaseIterable {
  // Questions.
  case markedByWriter = "marked-by-writer"
  case diagnosticTable = "diagnostic-table"
  case choiceTable = "choice-table"
  case linkedSections = "linked-sections"
  case issueSections = "issue-sections"
  case issueLabels = "issue-labels"
  case issueHeadings = "issue-headings"
  case questionHeadings = "question-headings"
  case sameTaskHeadings = "same-task-headings"
  case offeredHeadings = "offered-headings"
  case askedHeadings = "asked-headings"
  case chosenHeadings = "chosen-headings"
  case yesAndNo = "yes-and-no"
  case labelledAnswers = "labelled-answers"
  case shortQuestions = "short-questions"
  case boldSituations = "bold-situations"
  case conditions
  case platforms
  case alternatives
  case branches

  // What stands under an answer.
  case remedies
  case checksInOrder = "checks-in-order"
  case singleProblem = "single-problem"
  case explanationOnly = "explanation-only"

  // The rest of an article.
  case procedure
  case contactSection = "contact-section"
  case nextSteps = "next-steps"
  case topics
  case information
  case suppliedEnd = "supplied-end"

  /// Whether it tells problems or situations apart, rather than ways, goals or platforms.
  var isDiagnostic: Bool {
    switch self {
    case .markedByWriter, .diagnosticTable, .linkedSections, .issueSections, .issueLabels,
      .issueHeadings, .questionHeadings, .yesAndNo, .labelledAnswers, .shortQuestions,
      .boldSituations,
      .conditions, .checksInOrder,
      .singleProblem:
      true
    case .choiceTable, .sameTaskHeadings, .offeredHeadings, .askedHeadings,
      .chosenHeadings, .platforms, .alternatives, .branches, .remedies,
      .explanationOnly, .procedure, .contactSection, .nextSteps, .topics, .information,
      .suppliedEnd:
      false
    }
  }

  /// Why the text may be read so, as one sentence for a writer.
  package var reason: String {
    switch self {
    case .markedByWriter: "a comment in the article says what this is"
    case .diagnosticTable:
      "the table's header names a problem and what to do about it, so each row is an answer"
    case .choiceTable:
      "the table's header says \"if\" or \"to\" and what to do then, so each row is an answer"
    case .linkedSections:
      "a list or table links to sections of this article, which are its answers"
    case .issueSections:
      "its headings are labels such as Symptom, Cause and Resolution, so it is one problem"
    case .issueLabels:
      "bold labels such as Issue, Cause and Resolution divide it, so it is a problem"
    case .issueHeadings:
      "the headings beside each other name problems, so each is an answer"
    case .questionHeadings:
      "the headings beside each other are a reader's questions, so each is an answer"
    case .sameTaskHeadings:
      "the headings differ only in the way, the case or the device, so the reader chooses one"
    case .offeredHeadings:
      "the sentence above the headings says to take one of them, so each is an answer"
    case .askedHeadings:
      "the heading or sentence above the headings asks which of them it is, so each is an answer"
    case .chosenHeadings:
      "the text under each heading says when to choose it, so the reader chooses one"
    case .yesAndNo: "below a question it says what to do on yes and on no, so these are the answers"
    case .labelledAnswers:
      "below a question each list item begins with an answer and a colon, and then says what to do"
    case .shortQuestions:
      "each list item or paragraph begins with a short question and then says what to do"
    case .boldSituations:
      "each list item or paragraph begins with a bold situation and then says what to do"
    case .conditions:
      "each list item or paragraph begins with a condition and then says what to do"
    case .platforms:
      "each list item begins with a device, system or tool and then says what to do there"
    case .alternatives: "the sentence above the list says to do one of its items"
    case .branches: "a reader takes the tab or zone that applies to them"
    case .remedies: "the text offers something to do, so it is tried, one thing after another"
    case .checksInOrder:
      "under a problem, each heading is a step or something to check, so they are tried in order"
    case .singleProblem:
      "the title names one problem and what stands under it says what to do, so it is tried"
    case .explanationOnly: "the text describes and offers nothing to do, so it is only shown"
    case .procedure: "a numbered list of two steps or more"
    case .contactSection: "it names a person to turn to, so it ends every path"
    case .nextSteps: "the heading announces links to read on, so nothing is asked"
    case .topics: "its headings divide it into topics, so they are a menu"
    case .information: "nothing in it is a decision or a procedure, so it is shown as it is"
    case .suppliedEnd: "every path must end, and the article does not say how this one does"
    }
  }
}
