extension Vocabulary {
  /// What a sentence says that sends the reader to a step by its number.
  ///
  /// "Go to step 4" and "Repeat steps 2–5" do; a mere mention ("the file from step 2") does not
  /// (patterns.md, 3e).
  static let stepJumps = PhraseSet(
    [
      "go to", "go back to", "return to", "skip to", "skip ahead to", "proceed to",
      "proceed with", "continue to", "continue with", "continue at", "continue from", "jump to",
      "move to", "move on to", "repeat", "start again at", "start again from", "start over from",
      "start over at", "resume at", "resume with",
    ],
    by: ["step", "steps"])

  /// The words between the numbers of two steps.
  static let stepRanges: PhraseSet = ["through", "thru", "to", "and", "until"]

  /// Behind a number, they say that the step stands elsewhere: "step 2 of Create a group".
  static let elsewhere: PhraseSet = ["of", "in", "from", "under"]

  /// … unless it is the list that is being read.
  static let here: PhraseSet = ["of this", "in this", "of these", "in these"]

  /// A heading that is a step by itself: "Step 3: Enable it".
  static let stepNames: PhraseSet = ["step", "steps"]
}
