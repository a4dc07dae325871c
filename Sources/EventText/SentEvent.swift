package import Clinical

/// One event as it was sent: its meaning, and the text that it came as.
package struct SentEvent: Sendable {
  /// What it says, with the id that it carries or that follows from its content (contract 1.1).
  package var event: Event
  /// The object as sent, members in the order written.
  package var object: JSONValue
  /// SHA-256 over the RFC 8785 form of the object as sent, without `source`: what "the same
  /// content" means.
  package var contentHash: [UInt8]

  package init(event: Event, object: JSONValue, contentHash: [UInt8]) {
    self.event = event
    self.object = object
    self.contentHash = contentHash
  }
}
