/// What a check of a whole store found.
package struct VerifyReport: Hashable, Sendable {
  /// Something that does not agree.
  package struct Fault: Hashable, Sendable {
    /// The position that it concerns; `nil` for the file as a whole.
    package var seq: Int64?
    package var what: String
  }

  /// How many events could be read.
  package var events: Int64
  /// The hash of the last event that could be read; `nil` when not even h(0) is known.
  package var head: ChainHash?
  package var faults: [Fault]

  package var isSound: Bool { faults.isEmpty }
}
