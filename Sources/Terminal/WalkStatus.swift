import Decisions

/// How far a walk came.
package enum WalkStatus: String, Sendable {
  /// At an end that says the problem is solved.
  case resolved
  /// At an end that says whom to contact.
  case escalated
  /// At no end.
  case incomplete
}

extension WalkSession {
  package var status: WalkStatus {
    switch visit?.walk.node.kind {
    case .resolved: .resolved
    case .escalation: .escalated
    case .menu, .question, .remedy, .procedure, .information, nil: .incomplete
    }
  }
}
