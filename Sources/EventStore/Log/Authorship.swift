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

  package init(entry: Entry, login: String?, role: Role?, source: String) {
    self.entry = entry
    // What stands in an event must be readable as one: neither is in our hands.
    self.login = login.map(OneLine.of)
    self.role = role
    self.source = OneLine.of(source)
  }

  /// Entry by a person at this moment.
  package static func live(login: String, role: Role?, source: String) -> Authorship {
    Authorship(entry: .live, login: login, role: role, source: source)
  }

  /// Events of a file; `by` and `role` stay what they say, or unsaid.
  package static func imported(file: String) -> Authorship {
    Authorship(entry: .imported, login: nil, role: nil, source: "import:\(file)")
  }
}
