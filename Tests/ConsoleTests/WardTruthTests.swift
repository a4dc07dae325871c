import Clinical
import Console
import Grading
import Surveillance
import Terminal
import Testing

@Suite("What the ward says of a patient is what the rooms below decide")
struct WardTruthTests {
  private func row(_ patient: MadePatient) throws -> WardRow {
    try #require(patient.onWard.state.ward.listing(at: MadePatient.now).rows.first)
  }

  @Test("a clinician's higher grade counts in filters, counters and the worst hidden")
  func clinicianCounts() throws {
    var patient = MadePatient()
    patient.vitals(.hours(-1), temperature: 384, systolic: 122, saturation: 97)
    patient.add(
      .minutes(-30),
      .adjudication(Adjudication(scale: "CRS", grade: 3)))
    let row = try row(patient)
    #expect(row.crs.grade == 1)
    #expect(row.gravest == 3)
    var console = patient.onWard
    console.state.ward.filter = .severe
    #expect(console.state.ward.listing(at: MadePatient.now).rows.count == 1)
    #expect(console.text(80, 24).contains("CRS≥3 1"))
    console.press("/")
    console.type("nobody")
    console.press("Enter")
    #expect(console.text(80, 24).contains("1 hidden, worst ≥3"))
  }

  @Test("a trainee's discharge leaves the patient on the ward until it is co-signed")
  func unsignedDischarge() throws {
    var patient = MadePatient()
    patient.vitals(.hours(-1), temperature: 384, systolic: 122, saturation: 97)
    let discharge = Event(
      id: EventID(high: 10, low: 1), patient: MadePatient.id,
      at: .moment(MadePatient.now - .minutes(5), utcOffset: 8 * 3600), role: .trainee,
      content: .stay(Stay(action: .discharge)))
    let id = try #require(MadePatient.id)
    let zone = SampleConsole.zone
    let whole = WardPatient(id, GradedCourse(patient.events + [discharge], zone: zone))
    var grown = WardPatient(id, GradedCourse(patient.events, zone: zone))
    let isTaken = grown.append(discharge)
    #expect(isTaken)
    for ward in [whole, grown] {
      #expect(WardRow(ward, at: MadePatient.now).isInHouse)
      #expect(ward.endOfStay == nil)
    }
    var signed = discharge
    signed.role = .nurse
    let left = WardPatient(id, GradedCourse(patient.events + [signed], zone: zone))
    #expect(!WardRow(left, at: MadePatient.now).isInHouse)
  }

  @Test("at grade 2 values are amber after an hour and a half, else after 5 h")
  func freshness() throws {
    var calm = MadePatient()
    calm.vitals(.hours(-4), temperature: 367, systolic: 122, saturation: 97)
    #expect(try !row(calm).freshness.isStale(vitals: .hours(4)))
    #expect(try row(calm).freshness.isStale(vitals: .hours(5)))
    var sick = MadePatient()
    sick.vitals(.minutes(-100), temperature: 391, systolic: 82, saturation: 97)
    sick.add(.minutes(-99), .fluidBolus(FluidBolus(volume: Quantity(500, .millilitre))))
    #expect(try row(sick).crs.certain == 2)
    #expect(try row(sick).freshness.isStale(vitals: .minutes(90)))
    #expect(try !row(sick).freshness.isStale(vitals: .minutes(89)))
  }

  @Test("the patient's own limit of SpO2 marks, not the one of the text books")
  func ownLimit() throws {
    var patient = MadePatient()
    patient.add(
      .days(-4),
      .setting(
        Setting(name: "limits.spo2.low", value: .number(85))))
    patient.vitals(.hours(-1), temperature: 367, systolic: 122, saturation: 88)
    #expect(try row(patient).saturationLimit == 85)
  }

  @Test("a patient on leave is marked as on leave, and again present after the return")
  func leave() throws {
    var patient = MadePatient()
    patient.add(.hours(-5), .stay(Stay(action: .leave)))
    #expect(try row(patient).isOnLeave)
    #expect(patient.onWard.text(120, 40).contains("B21 on leave"))
    #expect(patient.onWard.text(80, 24).contains("leave"))
    patient.add(.hours(-1), .stay(Stay(action: .return)))
    #expect(try !row(patient).isOnLeave)
    #expect(!patient.onWard.text(120, 40).contains("leave"))
  }
}
