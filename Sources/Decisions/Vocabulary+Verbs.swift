extension Vocabulary {
  /// Whether a sentence is an order, also after an adverb or a condition: "Check …",
  /// "Manually update …", "If it fails, check …", "In the app, tap …".
  ///
  /// English marks the imperative by the bare verb alone, so a list of verbs decides, and a writer
  /// can foresee it. A verb that is also a common noun counts only before an article or the like:
  /// "Report the error", not "Report shows errors".
  static func isOrder(_ sentence: Words) -> Bool {
    var rest = sentence
    while let behind = rest.droppingPrefix(adverbs) { rest = behind }
    if rest.starts(withAny: verbs) { return true }
    if let behind = rest.droppingPrefix(nounVerbs), behind.starts(withAny: determiners) {
      return true
    }
    guard rest.starts(withAny: conditionStarts) else { return false }
    while let behind = rest.cut(at: ",")?.behind {
      if isBareOrder(behind) { return true }
      rest = behind
    }
    return false
  }

  /// An order that no condition precedes.
  private static func isBareOrder(_ clause: Words) -> Bool {
    var rest = clause
    while let behind = rest.droppingPrefix(adverbs) { rest = behind }
    return rest.starts(withAny: verbs)
      || rest.droppingPrefix(nounVerbs)?.starts(withAny: determiners) == true
  }

  /// Words that begin a clause in front of an order: conditions, places and times.
  static let conditionStarts: PhraseSet = [
    "if", "to", "in", "on", "from", "for", "when", "after", "before", "under", "at", "as", "once",
    "with", "because", "until", "where", "using", "by", "unless", "since", "while", "within",
    "without", "depending", "whenever", "during", "should", "either", "usually",
  ]

  /// Words that may stand before an order and change nothing.
  private static let adverbs: PhraseSet = [
    "please", "first", "then", "next", "now", "also", "finally", "second", "third", "lastly",
    "again", "optionally", "alternatively", "instead", "otherwise", "simply", "just", "manually",
    "temporarily", "carefully", "directly", "immediately", "always", "periodically", "or", "and",
    "so", "therefore", "additionally", "likewise", "only", "(optional)", "optional", "try to", ",",
    ":", "-",
  ]

  /// Verbs of instruction that are no nouns, or hardly ever at the start of a sentence.
  ///
  /// Taken from the words that begin the steps of numbered lists in 1,800 articles, with the verbs
  /// that people use of computers, accounts, networks and machines beside them.
  private static let verbs: PhraseSet = [
    // Look at and find out.
    "analyze", "ask", "assess", "browse", "calculate", "check", "compare", "confirm", "consult",
    "determine", "diagnose", "double-check", "doublecheck", "ensure", "evaluate", "examine",
    "expect", "explore", "find", "gather", "identify", "inspect", "investigate", "locate", "look",
    "make", "monitor", "note", "observe", "ping", "read", "refer", "retrieve", "review", "see",
    "verify", "validate", "view", "visit", "watch",
    // Move about and press.
    "change", "choose", "clear", "click", "close", "collapse", "deselect", "double-click",
    "double-tap", "drag", "enter", "exit", "expand", "go", "hold", "hover", "leave", "navigate",
    "open", "paste", "pick", "press", "proceed", "quit", "return", "right-click", "scroll",
    "select", "skip", "swipe", "switch", "tap", "type", "uncheck", "unselect",
    // Make, change and take away.
    "abort", "accept", "activate", "add", "adjust", "allow", "append", "apply", "approve",
    "arrange", "assign", "attach", "authorize", "avoid", "break", "bring", "build", "cancel",
    "clean", "combine", "complete", "configure", "connect", "consider", "convert", "copy",
    "correct", "create", "customize", "deactivate", "decrease", "define", "delete", "deploy",
    "deregister", "detach", "disable", "discard", "disconnect", "dismiss", "divide", "do", "don't",
    "download", "drop", "edit", "eliminate", "empty", "enable", "encrypt", "enroll", "exclude",
    "execute", "export", "extend", "extract", "fill", "fix", "follow", "force", "generate", "get",
    "give", "grant", "hide", "import", "include", "increase", "initialize", "insert", "install",
    "invoke", "join", "keep", "launch", "let", "limit", "lower", "map", "match", "merge", "migrate",
    "minimize", "modify", "move", "obtain", "optimize", "override", "overwrite", "pair", "perform",
    "permit", "prepare", "prevent", "provide", "provision", "publish", "pull", "push", "put",
    "raise", "rebuild", "recompile", "reconfigure", "recreate", "redeploy", "reduce", "reformat",
    "regenerate", "reindex", "relaunch", "relocate", "remove", "rename", "reorder", "reorganize",
    "replace", "resize", "resolve", "restrict", "reuse", "revert", "revoke", "rewrite", "roll",
    "rotate", "save", "schedule", "send", "separate", "shorten", "shut", "sign", "simplify",
    "specify", "split", "start", "store", "submit", "subscribe", "substitute", "suspend", "swap",
    "synchronize", "take", "terminate", "toggle", "trim", "troubleshoot", "try", "tune", "turn",
    "unblock", "undo", "unhide", "uninstall", "unlink", "unlock", "unmount", "unpair", "unplug",
    "unregister", "unzip", "update", "upgrade", "upload", "use", "wait", "wake", "whitelist",
    "work around", "write", "zoom",
    // Do it again.
    "re-add", "re-create", "re-enable", "re-enter", "re-install", "re-register", "re-run",
    "re-upload", "reactivate", "reapply", "reassign", "reattach", "reboot", "reconnect", "recover",
    "recycle", "reenter", "refresh", "register", "reimport", "reinstall", "reissue", "reload",
    "renew", "reopen", "repair", "repeat", "rerun", "resend", "reset", "restart", "restore",
    "resubmit", "resume", "resync", "retry", "retype", "run", "re-sync", "rescan", "set",
    // Turn to a person.
    "call", "contact", "escalate", "notify", "inform", "tell", "reach out", "engage", "speak",
    "have", "work with", "vote", "instruct", "encourage", "remind", "educate", "advise",
  ]

  /// Verbs of instruction that are as often nouns.
  private static let nounVerbs: PhraseSet = [
    "access", "answer", "archive", "attempt", "back up", "block", "capture", "charge", "collect",
    "control", "design", "display", "file", "filter", "group", "implement", "issue", "limit",
    "link", "list", "log", "manage", "mark", "mount", "name", "order", "pause", "pin", "place",
    "plan", "plug", "point", "post", "power", "print", "purchase", "query", "queue", "record",
    "redirect", "release", "report", "request", "reverse", "route", "scale", "scan", "search",
    "secure", "share", "show", "stop", "sync", "tag", "target", "test", "trace", "track", "train",
    "transfer", "trigger", "trust",
  ]

  /// What follows a verb rather than a noun.
  private static let determiners: PhraseSet = [
    "the", "a", "an", "your", "this", "that", "these", "those", "any", "all", "each", "every",
    "another", "it", "them", "one", "some", "more", "in", "into", "on", "off", "out", "to", "up",
    "for", "again", "whether", "both", "only", "if", "until", "and", "or", "off,", "\"", "“", "`",
    "down", "back",
  ]
}
