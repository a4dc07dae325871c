package import Clinical
package import EventText

/// Makes events of what came in another format, held to everything that is asked of a line of JSON.
package enum ImportedEvent {
  /// An event without an id of its own: the id follows from the content (contract 1.1), so that the
  /// same content again is the same event.
  ///
  /// `source` is left to whoever hands it to the store; it is no part of the content.
  ///
  /// - Throws: what a line that says the same would be refused with.
  package static func sent(
    patient: PatientID, at: EventTime, _ content: Content, corrects: EventID? = nil,
    reason: String? = nil, recordedAt: Instant? = nil, by: String? = nil, role: Role? = nil,
    reader: EventReader
  ) throws(Refusal) -> SentEvent {
    let event = Event(
      id: EventID(high: 0, low: 0), patient: patient, at: at, recordedAt: recordedAt, by: by,
      role: role, corrects: corrects, reason: reason, content: content)
    guard case .object(let members) = EventWriter.object(for: event) else {
      return try reader.read(event)
    }
    let object = JSONValue.object(members.filter { $0.name != "id" })
    return try reader.read(CanonicalJSON.bytes(of: object)[...])
  }
}
