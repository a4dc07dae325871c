/// How a command ended (contract 2).
enum ExitStatus: Int32, Sendable {
  case done = 0
  /// Done, with refusals or findings.
  case findings = 1
  case wrongUsage = 2
  case couldNotBeDone = 3
}

/// Why a command ended without doing what was asked, in words for the person who asked.
struct Failure: Error {
  var status: ExitStatus
  /// What was wrong, where, and what to do.
  var message: String

  /// The command was used wrongly.
  static func usage(_ message: String) -> Failure {
    Failure(status: .wrongUsage, message: message)
  }

  /// It was asked rightly and could not be done.
  static func couldNot(_ message: String) -> Failure {
    Failure(status: .couldNotBeDone, message: message)
  }
}
