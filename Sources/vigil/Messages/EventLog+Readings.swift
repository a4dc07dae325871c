import Clinical
import EventStore
import EventText
import Grading

extension EventLog {
  /// What counts of what devices and laboratories send: what a patient's record has of vital signs and
  /// results.
  func readings(of patient: PatientID, zone: Zone) throws -> [Fact] {
    let kinds = [EventKind.lab, .vitals, .retraction].map(\.rawValue)
    let events = try events(of: patient).filter { kinds.contains($0.kind) }.map {
      try $0.event(OpenedStore.reader)
    }
    return Course(events, zone: zone).facts
  }
}
