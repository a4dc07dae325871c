package import Clinical
package import Replay
import Terminal

/// One's seat in a training session: as what one is there, and the session as it was told last.
package struct SessionState: Sendable {
  package let part: TrainingPart
  package let login: String
  package internal(set) var now: TrainingSession
  /// The line that is typed into the session; `nil` while none is.
  package internal(set) var asking: Asking?

  package init(part: TrainingPart, login: String, now: TrainingSession) {
    self.part = part
    self.login = login
    self.now = now
  }

  package var isInstructor: Bool { part == .instructor }

  /// A line for the session.
  package struct Asking: Sendable {
    enum Kind: Sendable {
      case note
      /// An event of the contract.
      case event
    }

    let kind: Kind
    var input: TextInput
    /// Why it was not taken.
    var refusal: String?
    /// True while there is no answer yet.
    var isUnderWay = false

    init(_ kind: Kind) {
      self.kind = kind
      // As long as the store's longest note on a screen, or a line that a person can overlook.
      input = TextInput("", limit: kind == .note ? 200 : 4000)
    }
  }
}
