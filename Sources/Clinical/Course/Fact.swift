/// An event that counts, at its place in the course.
package struct Fact: Hashable, Sendable {
  package let key: FactKey
  /// The version that counts.
  package let event: Event
  /// The other ids by which the fact may be named: its other versions, and what they correct. Other
  /// events may have named any of them before the newest version came.
  package let otherNames: [EventID]

  package init(key: FactKey, event: Event, otherNames: [EventID] = []) {
    self.key = key
    self.event = event
    self.otherNames = otherNames
  }
}
