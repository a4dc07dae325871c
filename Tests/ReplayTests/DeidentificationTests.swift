import Clinical
import EventText
import Grading
import Replay
import SampleWard
import Testing

@Suite("A scenario of a recorded course is of nobody")
struct DeidentificationTests {
  static let ward = SampleWard.ward(seed: SampleWard.wardSeed)
  static let zone = Zone.ofRecord(ward)
  static let shift: Int64 = -9000

  static func made(
    _ events: [Event], _ review: @escaping (FreeText) throws -> String? = { _ in nil }
  ) throws -> [Event] {
    let nobody = try #require(PatientID("SC-001"))
    var maker = Deidentification(as: nobody, shift: shift, offset: 8 * 3600, review: review)
    return try maker.events(events, in: zone)
  }

  static func events(of name: String) throws -> [Event] {
    let patient = try #require(PatientID(name))
    return ward.filter { $0.patient == nil || $0.patient == patient }
  }

  @Test(
    "Grades, bounds and episodes are the same, so many days earlier",
    arguments: ["CD7-003", "CD7-004", "CD7-007", "CD7-012"])
  func sameCourse(_ name: String) throws {
    let events = try Self.events(of: name).filter { $0.kind != .adjudication }
    let made = try Self.made(events)
    let end = try #require(events.map { $0.recorded(in: Self.zone) }.max())
    let before = GradedCourse(events, zone: Self.zone).changes(through: end)
    let after = GradedCourse(made, zone: Zone(fixedOffset: 8 * 3600))
      .changes(through: end + .days(Self.shift))
    #expect(before.count > 3)
    #expect(before.map { $0.at + .days(Self.shift) } == after.map(\.at))
    for (a, b) in zip(before, after) {
      for scale in Scale.allCases {
        #expect(a[scale].grade == b[scale].grade && a[scale].status == b[scale].status)
        #expect(a[scale].atMost == b[scale].atMost && a[scale].episode == b[scale].episode)
      }
    }
  }

  @Test("Nothing of name, number, bed, login, laboratory, note or id is left")
  func canaries() throws {
    let patient = try #require(PatientID("CD7-CANARY"))
    let at = EventTime.moment(Instant(microseconds: 1_772_330_400_000_000), utcOffset: 8 * 3600)
    let contents: [Content] = [
      .patient(
        PatientDetails(
          name: "CANARY", birthDate: CalendarDate(year: 1997, month: 5, day: 2),
          diagnosis: "CANARY", hospitalNumber: "CANARY", language: "CANARY")),
      .stay(Stay(action: .admission, unit: "CANARY", bed: "CANARY")),
      .infusion(Infusion(product: "CANARY", vector: "CANARY")),
      .vitals(Vitals(position: "CANARY")), .note("CANARY"),
      .medication(
        Medication(drug: "CANARY", drugClass: .other, route: "CANARY", indication: "CANARY")),
      .vasopressor(Vasopressor(agent: .other, name: "CANARY", action: .start)),
      .lymphodepletion(Lymphodepletion(drug: "CANARY")),
      .ice(ICE(total: 9, wordSet: "CANARY", writingSample: "CANARY")),
      .motor(Motor(finding: .tremor, side: "CANARY")),
      .finding(Finding(name: "CANARY", present: true)),
      .lab(
        Lab(
          results: [
            LabResult(code: "X:CANARY", value: 1, unit: "U"),
            LabResult(code: "CRP", value: 1, unit: "mg/L", status: "CANARY"),
          ], laboratory: "CANARY", kit: "CANARY", specimen: "CANARY")),
      .attribution(Attribution(domain: .fever, cause: .other, note: "CANARY")),
      .adverseEvent(
        AdverseEvent(
          term: "CANARY", scale: "CANARY", relatedness: "CANARY", action: "CANARY",
          outcome: "CANARY")),
      .response(Response(response: .completeRemission, mrd: "CANARY", sites: ["CANARY"])),
      .transplant(Transplant(donor: "CANARY")), .newTherapy(NewTherapy(therapy: "CANARY")),
      .adjudication(Adjudication(scale: "CRS", grade: 2)),
      .acknowledgement(Acknowledgement(rule: "A04", note: "CANARY")),
      .site(Site(name: "CANARY", timeZone: "Asia/Shanghai")),
      .user(User(login: "CANARY", name: "CANARY", role: .nurse)),
      .setting(Setting(name: "onCall", value: .list([.text("CANARY")]))),
      .setting(Setting(name: "limits.spo2.low", value: .number(92))),
    ]
    let events = contents.enumerated().map { n, content in
      Event(
        id: EventID(high: 0xCA9A, low: UInt64(n)),
        patient: content.kind.isWardWide ? nil : patient, at: at, by: "CANARY",
        source: "import:CANARY", reason: "CANARY", content: content)
    }
    let made = try Self.made(events)
    let text = made.map { String(decoding: EventWriter.line(for: $0), as: UTF8.self) }
      .joined(separator: "\n")
    #expect(!text.contains("CANARY"), "\(text)")
    #expect(!text.contains("ca9a"))
    #expect(made.contains { $0.kind == .setting })
    #expect(!made.contains { [.adjudication, .acknowledgement, .note].contains($0.kind) })
    // What a person has read and kept is kept, and only that.
    let kept = try Self.made(events) { $0.kind == .note ? "read: quiet night" : nil }
    #expect(kept.contains { $0.content == .note("read: quiet night") })
  }

  @Test("Links lead to the same events under their new names, and ages stay")
  func links() throws {
    for patient in Set(Self.ward.compactMap(\.patient)).sorted() {
      let events = Self.ward.filter { $0.patient == patient }
      let made = try Self.made(events)
      let ids = Set(made.map(\.id))
      #expect(ids.count == made.count)
      for event in made {
        for target in [event.corrects, event.retracts].compactMap({ $0 }) {
          #expect(ids.contains(target))
        }
      }
      let before = PatientSummary(Course(events, zone: Self.zone).facts)
      let after = PatientSummary(Course(made, zone: Self.zone).facts)
      for day in [Int64(0), 30] {
        let t = try #require(before.infusions.first ?? before.firstFact) + .days(day)
        #expect(
          before.age(at: t, zone: Self.zone)
            .map { abs($0 - (after.age(at: t + .days(Self.shift), zone: Self.zone) ?? -9)) <= 0 }
            ?? true)
      }
    }
  }
}
