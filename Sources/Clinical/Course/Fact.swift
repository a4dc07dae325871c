/// An event that counts, at its place in the course.
package struct Fact: Hashable, Sendable {
  package let key: FactKey
  /// The version that counts.
  package let event: Event

  package init(key: FactKey, event: Event) {
    self.key = key
    self.event = event
  }
}
