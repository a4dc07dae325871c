import Clinical
import EventStore
import EventText
import Interchange

extension ImportRun {
  /// Imports Observations of FHIR.
  ///
  /// - Parameter isGiven: true where the person has said that it is FHIR.
  mutating func bring(resources bytes: [UInt8], name: String, isGiven: Bool) throws {
    let book = try PatientBook(log)
    let document: FHIRImport
    do throws(Refusal) {
      document = try FHIRImport(bytes[...], now: clock(), reader: OpenedStore.reader)
    } catch {
      guard !isGiven else { throw Failure.couldNot("\(name): cannot be read as FHIR: \(error)") }
      throw Failure.couldNot(
        "\(name): this looks like FHIR and cannot be read: \(error)."
          + " If it is JSON Lines after all, say `vigil import --as jsonl`")
    }
    report.readsMessages = true
    var items: [ImportLines.Item] = []
    var versions = FHIRVersions(zone: book.zone)
    let outcomes = document.outcomes { words throws(Refusal) in try book.patient(words) }
    for outcome in outcomes {
      for note in outcome.notes { try report.note(note, line: nil, in: name) }
      if let id = outcome.inError, let retraction = try retraction(of: id) {
        items.append(.event(retraction, line: outcome.number))
      }
      if let own = outcome.versions {
        versions.take(own, number: outcome.number)
      } else {
        for event in outcome.events {
          if try isThere(event) {
            report.count(stored: 0, alreadyThere: 1)
          } else {
            items.append(.event(event, line: outcome.number))
          }
        }
      }
      if let refusal = outcome.refusal { items.append(.refused(refusal, [], isWhole: true)) }
    }
    let settled = try versions.settled(in: log)
    report.count(stored: 0, alreadyThere: settled.alreadyThere)
    for remark in settled.remarks { try report.remark(remark.text, line: remark.number, in: name) }
    for note in settled.notes { try report.note(note, line: nil, in: name) }
    try bring(WholeItems(name: name, items + settled.items), source: Self.last(name))
  }

  // What came from this record may be written otherwise in FHIR (`°C` is Cel there) and means the same.
  private func isThere(_ sent: SentEvent) throws -> Bool {
    guard let stored = try log.event(sent.event.id)?.event(OpenedStore.reader) else { return false }
    let event = sent.event
    return stored.patient == event.patient && stored.at == event.at
      && stored.content == event.content && stored.corrects == event.corrects
  }

  // An event of this record that another Vigil, or this one, calls entered in error; nothing where it is
  // not here, or gone already.
  private func retraction(of id: EventID) throws -> SentEvent? {
    guard let stored = try log.event(id)?.event(OpenedStore.reader), let patient = stored.patient
    else { return nil }
    let facts = try log.readings(of: patient, zone: .utc)
    guard facts.contains(where: { $0.event.id == id }) else { return nil }
    return try ImportedEvent.sent(
      patient: patient, at: stored.at, .retraction(Retraction(retracts: id)),
      reason: "entered in error by the sender (status entered-in-error)",
      reader: OpenedStore.reader)
  }
}
