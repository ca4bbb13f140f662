import ArgumentParser

extension ExitCode {
  /// A walk ended with a person to contact.
  static let escalated = ExitCode(3)
  /// A walk stopped before an end.
  static let incomplete = ExitCode(4)
  /// The content has errors.
  static let contentErrors = ExitCode(1)
  /// The command could not do its work.
  static let couldNotRun = ExitCode(2)
}
