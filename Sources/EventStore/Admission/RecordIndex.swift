import Clinical

/// What the rules of admission ask of a store.
protocol RecordIndex {
  /// The event of that id.
  func stored(_ id: EventID) throws(StoreError) -> StoredEvent?
  /// The events that correct or retract it, in order of `seq`.
  func naming(_ id: EventID) throws(StoreError) -> [StoredEvent]
  /// True where an event of the patient, or of the ward for `nil`, was stored after a position.
  func hasEvent(of patient: PatientID?, after seq: Int64) throws(StoreError) -> Bool
}

/// A store while it takes events.
protocol Ledger: RecordIndex {
  var head: ChainHead { get }
  /// When the last event was stored; `nil` in an empty store.
  var lastStoredAt: Instant? { get }
  /// Adds a row, which follows from `head`, and moves `head` on.
  mutating func insert(_ stored: StoredEvent, _ event: Event) throws(StoreError)
}
