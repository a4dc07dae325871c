import Clinical
import Grading
import SampleWard
import Testing

@testable import Outcomes

@Suite("A subject kept as bytes comes back the same")
struct SubjectBytesTests {
  private static let subjects: [TrialSubject] = {
    let events = SampleWard.trial(seed: SampleWard.trialSeed).events
    let zone = Zone.ofRecord(events)
    let ids = Set(events.compactMap(\.patient)).sorted()
    return ids.map { id in
      TrialSubject(
        id, GradedCourse(events.filter { $0.patient == nil || $0.patient == id }, zone: zone))
    }
  }()

  @Test("every patient of the sample trial, facts and grades")
  func roundTrip() {
    #expect(Self.subjects.count == 20)
    for subject in Self.subjects {
      #expect(TrialSubject(subject.id, bytes: subject.bytes) == subject)
      #expect(subject.bytes.count < 16_000, "\(subject.id) takes \(subject.bytes.count) bytes")
    }
  }

  @Test("every kind of fact, with what may be missing in it")
  func kinds() {
    var patient = Invented()
    patient.response(28, .completeRemission, mrd: "negative")
    patient.response(29, .notEvaluable)
    patient.status(30, .alive)
    patient.on(31, .status(Status(state: .death, principalCause: .infection)))
    patient.add(-5, .stay(Stay(action: .admission, level: .intensiveCare)))
    patient.add(10, .stay(Stay(action: .discharge)))
    patient.on(12, .transplant(Transplant()))
    patient.on(13, .newTherapy(NewTherapy(therapy: "nelarabine, 奈拉滨")))
    patient.adverseEvent(3, "Rash", nil)
    patient.adverseEvent(-3, "Fever", 5)
    patient.add(2, .medication(Medication(drug: "tocilizumab", drugClass: .anticytokine)))
    patient.add(2.1, .medication(Medication(drug: "anakinra", drugClass: .anticytokine)))
    patient.add(2.2, .medication(Medication(drug: "dexamethasone", drugClass: .corticosteroid)))
    patient.add(2.3, .vasopressor(Vasopressor(agent: .norepinephrine, action: .start)))
    patient.add(4, .adjudication(Adjudication(scale: "CRS", grade: 2, computed: 1)))
    patient.add(5, .adjudication(Adjudication(scale: "ICANS", grade: 0)))
    patient.lab(6, .carCopies, 500, .less)
    patient.lab(7, .interleukin6, 100_000, .greater)
    patient.lab(8, .cd7Percentage, 0)
    patient.temperature(1, 390)
    let subject = patient.subject
    #expect(subject.facts.count == 20)
    #expect(TrialSubject(subject.id, bytes: subject.bytes) == subject)
  }

  @Test("spoilt bytes are no subject: cut anywhere, or with something behind")
  func spoilt() throws {
    var patient = Invented()
    patient.response(28, .completeRemission, mrd: "negative")
    patient.temperature(1, 390)
    patient.lab(7, .interleukin6, 100, .greater)
    let bytes = patient.subject.bytes
    for length in 0..<bytes.count {
      #expect(TrialSubject(patient.id, bytes: Array(bytes[..<length])) == nil, "\(length)")
    }
    #expect(TrialSubject(patient.id, bytes: bytes + [0]) == nil)
    // No byte, whatever it becomes, brings the reader down.
    for place in bytes.indices {
      for value: UInt8 in [0, 0x7F, 0x80, 0xFF] {
        var changed = bytes
        changed[place] = value
        _ = TrialSubject(patient.id, bytes: changed)
      }
    }
  }
}
