import Clinical
import EventStore
import Grading

/// The record in the order in which it came in, for telling what is new since somebody looked.
protocol WardHistory: Sendable {
  var zone: Zone { get }
  /// How far the record goes now.
  func position(at now: Instant) throws -> Int64
  /// The ward's own events.
  func ward() throws -> [Event]
  /// A patient's events after a position, each with its own.
  func events(
    of patient: PatientID, after position: Int64, at now: Instant
  ) throws -> [(position: Int64, event: Event)]
}

/// A store's record: positions are those of its chain.
struct StoreHistory: WardHistory {
  let log: any EventLog
  let zone: Zone

  func position(at now: Instant) throws -> Int64 { try log.position() }

  func ward() throws -> [Event] { try log.events(of: nil).map { try $0.event(OpenedStore.reader) } }

  func events(
    of patient: PatientID, after position: Int64, at now: Instant
  ) throws -> [(position: Int64, event: Event)] {
    try log.events(of: patient, after: position).map {
      ($0.seq, try $0.event(OpenedStore.reader))
    }
  }
}

/// The sample ward, whose events become known as its clock goes on: positions are times.
struct SampleHistory: WardHistory {
  let zone: Zone
  private let own: [Event]
  private let byPatient: [PatientID: [Event]]

  init(_ file: WardFile, zone: Zone) {
    self.zone = zone
    own = file.wardEvents
    byPatient = file.byPatient
  }

  func position(at now: Instant) -> Int64 { now.microseconds }

  func ward() -> [Event] { own }

  func events(
    of patient: PatientID, after position: Int64, at now: Instant
  ) -> [(position: Int64, event: Event)] {
    (byPatient[patient] ?? []).compactMap { event in
      let recorded = event.recorded(in: zone)
      guard recorded <= now, recorded.microseconds > position else { return nil }
      return (recorded.microseconds, event)
    }
  }
}
