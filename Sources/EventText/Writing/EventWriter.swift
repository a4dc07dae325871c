package import Clinical

/// Writes events as text.
package enum EventWriter {
  /// The object that says the event, with what the envelope carries; reading it gives an equal
  /// event.
  package static func object(for event: Event) -> JSONValue {
    var object = ObjectWriter()
    object.put(.patient, event.patient?.text)
    object.put(.kind, event.kind.rawValue)
    object.put(.at, Timestamp.text(event.at))
    object.put(.recordedAt, event.recordedAt.map { Timestamp.text($0) })
    object.put(.id, event.id.description)
    object.put(.by, event.by)
    object.put(.role, event.role?.rawValue)
    object.put(.source, event.source)
    object.put(.set, event.set?.description)
    object.put(.corrects, event.corrects?.description)
    object.put(.reason, event.reason)
    object.put(event.content)
    return .object(object.members)
  }

  /// The canonical line (RFC 8785) of an event, without line end.
  package static func line(for event: Event) -> [UInt8] {
    CanonicalJSON.bytes(of: object(for: event))
  }

  /// The text that the store keeps and hashes (contract 4, "Body"): RFC 8785 of the object as sent
  /// with `id`, `recordedAt`, `by`, `role`, `source` filled in from `sent.event` where the object
  /// lacks them.
  package static func body(of sent: SentEvent) -> [UInt8] {
    // What was read once is read again without fault.
    guard let text = try? JSONParser.parse(sent.line) else { return [] }
    let event = sent.event
    var added: [(name: String, text: String)] = []
    if let by = event.by { added.append(("by", by)) }
    added.append(("id", event.id.description))
    if let recordedAt = event.recordedAt { added.append(("recordedAt", Timestamp.utc(recordedAt))) }
    if let role = event.role { added.append(("role", role.rawValue)) }
    if let source = event.source { added.append(("source", source)) }
    return text.canonical(adding: added)
  }
}
