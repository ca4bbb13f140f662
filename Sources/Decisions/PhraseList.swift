/// The lists of phrases that a language has; each is a key of its file, written with hyphens.
enum PhraseList: Int, CaseIterable {
  // Headings and bold labels.
  case solutionsFor, causesOf, problemLabels, causeLabels, solutionLabels, answerLabels,
    problemLists, containers, troubleshooting, repairs, troubles, questionLists, answering,
    preconditions, framing, nextSteps

  // Titles that name trouble.
  case complaints, possessives, happenings, articles, states, failureStarts, failedPredicates,
    failureWords, sightings, codes

  // Sentences above lists.
  case purposes, choosing, listings, choiceWays, offeringSections,
    announcingProblems, announcingChoices, choosers, presentingOne

  // Headings beside each other.
  case firstPerson, addressing, yesNo, questionStarts, questionWords, choiceQuestions,
    troubleQuestions, informationQuestions, occasions, showing, examples, sameCases, wayWords,
    platforms, issueNames, scenarios, questionLetters, answerLetters

  // Columns of tables.
  case ordinalColumns, whyColumns, workaroundColumns, mendedColumns, questionColumns, answerColumns,
    problemColumns,
    adviceColumns, messageColumns, causeColumns, descriptionColumns, solutionColumns, choiceStarts,
    addressedChoices, thenColumns

  // Orders and conditions.
  case ifs, openIfs, affirmations, negations, caseStarts, clauseStarts, readingOn, checks, adverbs,
    verbs,
    nounVerbs, determiners

  // Advice.
  case nothingAtAll, nothing, references, remedies, possibilities, facts

  // One attempt after another.
  case unseen, troubleStarts, ors, ands, conjunctions, alternatives, persistence, noEffect,
    notPossible,
    announcing, inviting, oneByOne, inOrder

  // Persons to turn to.
  case whens, helpless, politeness, contacts, people, catchAlls, noneOfThem, others, matters,
    unlisted, needs, calls, collecting, calling

  // Steps by their numbers.
  case stepJumps, stepRanges, elsewhere, here, stepNames

  // The language itself.
  case youCan, commonWords

  /// The key in the files: `problem-labels`.
  var key: String {
    "\(self)".map { $0.isUppercase ? "-\($0.lowercased())" : "\($0)" }.joined()
  }
}
