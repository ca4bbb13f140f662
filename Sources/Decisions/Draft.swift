import Content

/// What a part of an article became, before it has ids, ends and a place in the tree.
struct Draft {
  enum Shape: Equatable {
    /// Leads on to topics.
    case menu
    /// Asks which of several situations applies.
    case question
    /// One situation, with what to try.
    case problem
    case procedure
    case information
    /// Names a person to turn to.
    case contact
  }

  var shape: Shape
  /// The rule that made it.
  var rule: Rule
  var title: Text
  /// What the reader sees before choosing it; its title, unless a heading above says it better.
  var label: Text?
  /// The heading's id, when the part stands under a heading of its own.
  var anchor: String?
  /// The name that a comment gives it, which its id ends with.
  var name: String?
  /// What its id is made of where its label is a part of what the writer wrote.
  var idText: Text?
  /// Whether it is for readers whom none of the others fits, though its label doesn't say so.
  var isOther = false
  /// Other headings whose text it took over.
  var aliases: [String] = []
  var line: Int
  /// Symptom and cause.
  var explanation: [Block] = []
  var body: [Block] = []
  /// Of a problem: what to try, in order.
  var attempts: [Attempt] = []
  /// Of a menu, a question, or a problem with further questions: where it leads.
  var parts: [Part] = []

  /// Whether it, or a part of it, asks something or names a problem.
  var decides: Bool {
    shape == .question || shape == .problem || parts.contains { $0.draft.decides }
  }

  struct Part {
    var role: Choice.Role
    var draft: Draft
  }
}

/// One thing to try.
struct Attempt {
  /// The heading it stands under, when it has one of its own.
  var title: Text?
  /// What it mends, where the others mend something else.
  var explanation: [Block] = []
  var body: [Block]
  var line: Int
  /// Whether it sends the reader to a person.
  var isEscalation = false
  /// Whether it was cut off from the end of the attempt before it.
  var isHandover = false

  init(title: Text? = nil, body: [Block], line: Int) {
    self.title = title
    self.body = body
    self.line = line
  }
}
