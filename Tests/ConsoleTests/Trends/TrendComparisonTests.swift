import Clinical
import Console
import Grading
import Terminal
import Testing

@Suite("Two patients on one axis: only what is the same is laid over one another")
struct TrendComparisonTests {
  private let id = PatientID("CD7-901")

  private func other(infused: Bool = true) -> MadePatient {
    MadePatient(name: "Bea Stone", number: "00990043", infused: infused)
  }

  /// The trends of `patient` after the key that asks for another beside, on a ward of two.
  private func asked(
    _ patient: MadePatient, _ other: MadePatient, first panel: String = "temperature"
  ) throws -> (SampleConsole, PatientRecord) {
    let id = try #require(self.id)
    let events = other.events.map { event in
      var event = event
      event.patient = id
      return event
    }
    var console = patient.trends(first: panel)
    console.take(
      .ward([
        WardPatient(
          try #require(MadePatient.id), GradedCourse(patient.events, zone: SampleConsole.zone)),
        WardPatient(id, GradedCourse(events, zone: SampleConsole.zone)),
      ]))
    console.press("c")
    return (console, PatientRecord(id, events: events, zone: SampleConsole.zone))
  }

  /// The same with the other beside.
  private func compared(
    _ patient: MadePatient, _ other: MadePatient, first panel: String
  ) throws -> SampleConsole {
    var (console, record) = try asked(patient, other, first: panel)
    _ = console.state.update(.terminal(.key(try Key(name: "Enter"))))
    console.take(.patient(record))
    return console
  }

  private func feverish(_ patient: MadePatient) -> MadePatient {
    var patient = patient
    patient.vitals(.hours(-10), temperature: 385)
    return patient
  }

  @Test("Whoever was not infused has no day to be laid upon, and the screen says so")
  func notInfused() throws {
    let both = try asked(feverish(MadePatient()), feverish(other())).0
    #expect(both.text(80, 24).contains("Bea Stone"))
    let alone = try asked(feverish(MadePatient()), feverish(other(infused: false))).0
    #expect(!alone.text(80, 24).contains("Bea Stone"))
    #expect(alone.text(80, 24).contains("nobody else in sight was infused"))
    let before = try asked(feverish(MadePatient(infused: false)), feverish(other())).0
    #expect(!before.text(80, 24).contains("Bea Stone"))
    #expect(before.text(80, 24).contains("not infused: no day on which to lay another"))
  }

  @Test("Grades and treatments of both stand in lanes on the same days, each under the other's")
  func lanes() throws {
    var patient = feverish(MadePatient())
    patient.drug(.hours(-9), "tocilizumab", .anticytokine)
    var other = self.other()
    other.vitals(.hours(-60), temperature: 391, systolic: 82, saturation: 97)
    other.drug(.hours(-59), "dexamethasone", .corticosteroid)
    let console = try compared(patient, other, first: "temperature")
    let rows = console.rows(120, 40)
    let first = try #require(rows.firstIndex { $0.hasPrefix("CRS ") })
    #expect(
      rows[first..<(first + 7)].map { $0.prefix(8).split(separator: " ").joined(separator: " ") }
        == ["CRS", "o CRS", "ICANS", "o ICANS", "O2", "Given", "o Given"])
    // Day 2 of the other: hypotension with fever; day 4 of the one in front: fever.
    #expect(rows[first + 1].contains("2"))
    #expect(!rows[first].contains("2"))
    #expect(rows[first + 5].contains("T") && !rows[first + 5].contains("D"))
    #expect(rows[first + 6].contains("D") && !rows[first + 6].contains("T"))
    let low = console.rows(80, 12)
    #expect(low.contains { $0.hasPrefix("o CRS") })
    let plain = console.state.plainLines(glyphs: .unicode).joined(separator: "\n")
    #expect(plain.contains("o Given: D0 04:30 infusion anti-CD7 CAR-T; D+2 17:30 dexamethasone"))
  }

  @Test("A value in another unit is not drawn on the axis of this one")
  func units() throws {
    func text(_ unit: String) throws -> String {
      var patient = MadePatient()
      patient.lab(.hours(-40), "X:Anti-HLA", 30, unit: "ng/mL")
      var other = self.other()
      other.lab(.hours(-40), "X:Anti-HLA", 47, unit: unit)
      return try compared(patient, other, first: "X:Anti-HLA").text(120, 40)
    }
    #expect(try text("ng/mL").contains("o 47"))
    #expect(try !text("mg/L").contains("o 47"))
    #expect(try text("mg/L").contains("o other unit"))
  }

  @Test("An ICE is not laid over a CAPD: the one says the more the better, the other the worse")
  func instruments() throws {
    func text(isChild: Bool) throws -> String {
      var patient = MadePatient()
      patient.add(.hours(-30), .ice(ICE(total: 8)))
      var other = self.other()
      if isChild {
        other.add(
          .days(-8), .patient(PatientDetails(birthDate: CalendarDate(year: 2018, month: 5, day: 2)))
        )
        other.add(.hours(-30), .capd(CAPD(total: 9)))
      }
      // Once as an adult: what stood there before the details were known is not of this instrument.
      other.add(.hours(-34), .ice(ICE(total: 7)))
      return try compared(patient, other, first: "score").text(120, 40)
    }
    #expect(try text(isChild: false).contains("o 7"))
    #expect(try !text(isChild: true).contains("o 7"))
    #expect(try text(isChild: true).contains("o other instrument"))
  }
}
