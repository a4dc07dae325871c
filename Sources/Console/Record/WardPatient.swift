package import Clinical
import FoundationEssentials
package import Grading

/// A patient as the ward keeps one: who and where, the newest values, and the end of the graded
/// course. The past stays in the store until somebody opens the patient.
package struct WardPatient: Sendable {
  package let id: PatientID
  package private(set) var summary: PatientSummary
  package private(set) var tail: GradedTail

  package init(_ id: PatientID, _ course: GradedCourse) {
    self.id = id
    summary = PatientSummary(course.facts)
    tail = course.end
  }

  /// Takes in one event later than all others; false, and nothing done, where the whole course is
  /// needed.
  package mutating func append(_ event: Event) -> Bool {
    guard tail.append(event) else { return false }
    summary.apply(event, at: event.at.start(in: tail.zone))
    return true
  }

  /// Until when the ward shows the patient; `nil` while nothing says.
  package var endOfStay: Instant? { summary.endOfStay(zone: tail.zone) }
}

extension WardPatient {

  /// The bytes that a store keeps beside the patient's events, or `nil` when they cannot be made.
  package var bytes: [UInt8]? {
    guard let end = tail.bytes, let summary = try? JSONEncoder().encode(summary) else { return nil }
    // Two texts with the length of the first before them; nothing of them is read by the store.
    let length = UInt32(summary.count)
    let head = (0..<4).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
    return head + [UInt8](summary) + end
  }

  /// The patient that `bytes` hold, or `nil` for bytes of another engine or spoilt ones.
  package init?(_ id: PatientID, bytes: [UInt8], zone: Zone) {
    guard bytes.count >= 4 else { return nil }
    let length = (0..<4).reduce(0) { $0 | Int(bytes[$1]) << (8 * $1) }
    guard bytes.count >= 4 + length,
      let summary = try? JSONDecoder().decode(
        PatientSummary.self, from: Data(bytes[4..<4 + length])),
      let tail = GradedTail(bytes: Array(bytes[(4 + length)...]), zone: zone)
    else { return nil }
    self.id = id
    self.summary = summary
    self.tail = tail
  }
}
