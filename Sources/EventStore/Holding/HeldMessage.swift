package import Clinical

/// Something from a device or a laboratory that could not be filed and waits for a person.
package struct HeldMessage: Hashable, Sendable {
  /// SHA-256 of the content: the same message again is the same entry.
  package let id: [UInt8]
  package var receivedAt: Instant
  /// As events of it will say: `hl7:<sender>`.
  package var source: String
  /// What it says of whose it is, for a list: `0004711`, `bed 7B B07`; `""` where it says nothing.
  package var subject: String
  /// The patient where that is known, and something else stands in the way.
  package var patient: PatientID?
  /// Why it waits, a word for programs.
  package var reason: String
  /// Why it waits, for a person; a line for each thing.
  package var text: String
  /// As it came.
  package var content: [UInt8]
  /// How it was worked off; `nil` while it waits.
  package var settlement: Settlement?

  /// How somebody worked off an entry.
  package struct Settlement: Hashable, Sendable {
    package enum Outcome: String, Sendable {
      /// Its events are in the record.
      case filed
      /// It was put aside, for a reason.
      case dismissed
    }

    package var outcome: Outcome
    package var at: Instant
    /// Login.
    package var by: String
    package var note: String?

    package init(outcome: Outcome, at: Instant, by: String, note: String? = nil) {
      self.outcome = outcome
      self.at = at
      self.by = by
      self.note = note
    }
  }

  package init(
    receivedAt: Instant, source: String, subject: String, patient: PatientID? = nil,
    reason: String, text: String, content: [UInt8], settlement: Settlement? = nil
  ) {
    id = ContentDigest.sha256(content[...])
    self.receivedAt = receivedAt
    self.source = source
    self.subject = subject
    self.patient = patient
    self.reason = reason
    self.text = text
    self.content = content
    self.settlement = settlement
  }
}

/// What could not be filed: in the store beside the drafts, outside the chain, kept by rebuild, backup
/// and restore. Never a clinical fact.
package protocol HoldingList: Sendable {
  /// Keeps an entry durably, unless it is there already, waiting or worked off.
  ///
  /// - Returns: false where it was there.
  /// - Throws: `notSaved` where as many wait as are kept.
  func hold(_ message: HeldMessage) throws(StoreError) -> Bool
  /// What waits, the oldest first.
  func waiting() throws(StoreError) -> [HeldMessage]
  func countWaiting() throws(StoreError) -> Int
  /// What waits, by sender, subject, patient and reason; the oldest group first.
  func waitingGroups() throws(StoreError) -> [HeldMessageGroup]
  /// What waits of a group, the oldest first.
  func waiting(in group: HeldMessageGroup.Key) throws(StoreError) -> [HeldMessage]
  /// An entry, waiting or worked off.
  func heldMessage(_ id: [UInt8]) throws(StoreError) -> HeldMessage?
  /// Writes an entry anew: worked off, or waiting for something else.
  func update(_ message: HeldMessage) throws(StoreError)
}

/// Entries of one sender that wait for the same thing.
package struct HeldMessageGroup: Hashable, Sendable {
  package struct Key: Hashable, Sendable {
    package var source: String
    package var subject: String
    package var patient: PatientID?
    package var reason: String

    package init(source: String, subject: String, patient: PatientID?, reason: String) {
      self.source = source
      self.subject = subject
      self.patient = patient
      self.reason = reason
    }
  }

  package var key: Key
  package var count: Int
  package var first: Instant
  package var last: Instant
  /// Why the newest waits.
  package var text: String
}

extension HeldMessage {
  /// The group that it belongs to.
  package var key: HeldMessageGroup.Key {
    HeldMessageGroup.Key(source: source, subject: subject, patient: patient, reason: reason)
  }
}

/// How many entries may wait. A monitor that nobody has assigned sends some thousand a day; what comes
/// beyond is not taken, and the sender is told.
package let mostHeldMessages = 50_000
