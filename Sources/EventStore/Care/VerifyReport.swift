/// What a check of a whole store found.
package struct VerifyReport: Hashable, Sendable {
  /// Something that does not agree.
  package struct Fault: Hashable, Sendable {
    /// The position that it concerns; `nil` for the file as a whole.
    package var seq: Int64?
    package var what: String

    package init(seq: Int64?, what: String) {
      self.seq = seq
      self.what = what
    }
  }

  /// How many events could be read.
  package var events: Int64
  /// The hash of the last event that could be read; `nil` when not even h(0) is known.
  package var head: ChainHash?
  package var faults: [Fault]

  package init(events: Int64, head: ChainHash?, faults: [Fault]) {
    self.events = events
    self.head = head
    self.faults = faults
  }

  package var isSound: Bool { faults.isEmpty }
}
