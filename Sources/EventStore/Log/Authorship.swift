package import Clinical
import EventText

/// Who hands events to the store, and how (contract 1.1).
package struct Authorship: Hashable, Sendable {
  package enum Entry: Hashable, Sendable {
    /// Typed now: the store's clock is `recordedAt`, and `by`, `role` and `source` are set to the
    /// author's whatever the event says. A correction must name the newest version.
    case live
    /// Read from a file or a device: what the event carries is kept, and only what is missing is
    /// filled in.
    case imported
  }

  package var entry: Entry
  package var login: String?
  package var role: Role?
  /// `console`, `command`, `import:<file>`, `hl7:<sender>`, `scenario:<name>`.
  package var source: String
  /// What must hold at the moment when the store takes the events.
  package var expects: Expectation?

  /// Nothing was stored of a patient after a position: what the author decided by is still all
  /// there is. Judged in the same transaction as the events are stored in, so that of two consoles
  /// that decided by the same state the second is refused.
  package struct Expectation: Hashable, Sendable {
    /// `nil` for the events of the whole ward.
    package let patient: PatientID?
    package let position: Int64

    package init(nothingOf patient: PatientID?, after position: Int64) {
      self.patient = patient
      self.position = position
    }
  }

  package init(entry: Entry, login: String?, role: Role?, source: String) {
    self.entry = entry
    // What stands in an event must be readable as one: neither is in our hands.
    self.login = login.map(OneLine.of)
    self.role = role
    self.source = OneLine.of(source)
  }

  /// Entry by a person at this moment.
  package static func live(
    login: String, role: Role?, source: String, expecting expects: Expectation? = nil
  ) -> Authorship {
    var author = Authorship(entry: .live, login: login, role: role, source: source)
    author.expects = expects
    return author
  }

  /// Events of a file; `by` and `role` stay what they say, or unsaid.
  package static func imported(file: String) -> Authorship {
    Authorship(entry: .imported, login: nil, role: nil, source: "import:\(file)")
  }
}
