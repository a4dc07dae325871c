package import Clinical

/// Writes events as text.
package enum EventWriter {
  /// The object that says the event, with what the envelope carries.
  package static func object(for event: Event) -> JSONValue { .object([]) }

  /// The canonical line (RFC 8785) of an event, without line end.
  package static func line(for event: Event) -> [UInt8] { [] }

  /// The text that the store keeps and hashes (contract 4, "Body"): RFC 8785 of the object as sent
  /// with `id`, `recordedAt`, `by`, `role`, `source` filled in from `sent.event` where the object
  /// lacks them.
  package static func body(of sent: SentEvent) -> [UInt8] { [] }
}
