/// A value with the time at which it was observed and the event that says it.
package struct Observed<Value: Sendable & Hashable & Codable>: Sendable, Hashable, Codable {
  package let value: Value
  package let at: Instant
  package let id: EventID

  package init(_ value: Value, at: Instant, id: EventID) {
    self.value = value
    self.at = at
    self.id = id
  }
}
