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
    summary = PatientSummary(course.factsOfPresence)
    tail = course.end
  }

  /// Takes in one event later than all others; false, and nothing done, where the whole course is
  /// needed.
  package mutating func append(_ event: Event) -> Bool {
    guard tail.append(event) else { return false }
    if !event.isUnsignedDeparture { summary.apply(event, at: event.at.start(in: tail.zone)) }
    return true
  }

  /// Until when the ward shows the patient; `nil` while nothing says.
  package var endOfStay: Instant? { summary.endOfStay(zone: tail.zone) }
}

extension WardPatient {
  /// Changes whenever the rules, or what is kept, do.
  package static let engineVersion = "ward-2/" + GradedTail.engineVersion

  /// The bytes that a store keeps beside the patient's events, or `nil` when they cannot be made:
  /// the end of the stay, the length of the summary, the summary, the end of the course.
  package var bytes: [UInt8]? {
    guard let end = tail.bytes, let summary = try? JSONEncoder().encode(summary) else { return nil }
    let left = UInt64(bitPattern: endOfStay?.microseconds ?? .max)
    return Self.digits(left, count: 8) + Self.digits(UInt64(summary.count), count: 4) + summary
      + end
  }

  /// When the patient left the house, read from kept bytes without decoding them; `nil` while
  /// nothing says.
  package static func endOfStay(in bytes: [UInt8]) -> Instant? {
    guard bytes.count >= 8 else { return nil }
    let left = Int64(bitPattern: number(bytes[0..<8]))
    return left == .max ? nil : Instant(microseconds: left)
  }

  /// The patient that `bytes` hold, or `nil` for bytes of another engine or spoilt ones.
  package init?(_ id: PatientID, bytes: [UInt8], zone: Zone) {
    guard bytes.count >= 12 else { return nil }
    let length = Int(Self.number(bytes[8..<12]))
    guard bytes.count >= 12 + length,
      let summary = try? JSONDecoder().decode(
        PatientSummary.self, from: Data(bytes[12..<12 + length])),
      let tail = GradedTail(bytes: Array(bytes[(12 + length)...]), zone: zone)
    else { return nil }
    self.id = id
    self.summary = summary
    self.tail = tail
  }

  private static func digits(_ number: UInt64, count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
