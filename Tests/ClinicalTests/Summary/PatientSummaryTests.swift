import Clinical
import Testing

@Suite("A patient as a line of the ward shows one")
struct PatientSummaryTests {
  static let zone = Zone(fixedOffset: 28_800)
  static let t0 = Instant(microseconds: 1_772_800_000_000_000)

  static func summary(_ contents: [(at: EventTime, Content)]) -> PatientSummary {
    let events = contents.enumerated().map { index, entry in
      Event(
        id: EventID(high: 1, low: UInt64(index + 1)), patient: PatientID("CD7-003"), at: entry.at,
        content: entry.1)
    }
    return PatientSummary(Course(events, zone: zone).facts)
  }

  static func moment(_ hours: Int) -> EventTime {
    .moment(t0 + .hours(Int64(hours)), utcOffset: 0)
  }

  static func panel(_ results: (String, DecimalNumber)...) -> Content {
    .lab(Lab(results: results.map { LabResult(code: $0.0, value: $0.1, unit: "pg/mL") }))
  }

  @Test("a high interferon without a baseline does not hide behind an IL-6 that fell")
  func leadingCytokine() {
    let summary = Self.summary([
      (Self.moment(-24), Self.panel(("IL6", 10))),
      (Self.moment(0), .infusion(Infusion(product: "anti-CD7 CAR-T"))),
      (Self.moment(48), Self.panel(("IL6", 6), ("IFNG", 900))),
    ])
    let leading = summary.leadingCytokine(zone: Self.zone)
    #expect(leading?.code == "IFNG")
    #expect(leading?.foldLow == nil)
  }

  @Test("a certain rise stands before a higher value without a baseline")
  func risen() {
    let summary = Self.summary([
      (Self.moment(-24), Self.panel(("IL6", 10))),
      (Self.moment(0), .infusion(Infusion(product: "anti-CD7 CAR-T"))),
      (Self.moment(48), Self.panel(("IL6", 80), ("IFNG", 900))),
    ])
    #expect(summary.leadingCytokine(zone: Self.zone)?.code == "IL6")
  }

  @Test("nobody is in house before the first fact, or without any")
  func firstFact() {
    let summary = Self.summary([
      (Self.moment(0), .stay(Stay(action: .admission, unit: "7B", bed: "B07")))
    ])
    #expect(!summary.isInHouse(at: Self.t0 - .hours(1), zone: Self.zone))
    #expect(summary.isInHouse(at: Self.t0, zone: Self.zone))
    #expect(!PatientSummary().isInHouse(at: Self.t0, zone: Self.zone))
  }

  @Test("a death dated by the day ends the stay with that day, one at a moment then")
  func death() {
    let day = Self.zone.date(of: Self.t0)
    let end = Self.zone.startOfDay(number: day.dayNumber + 1)
    let dated = Self.summary([
      (Self.moment(-48), .infusion(Infusion(product: "anti-CD7 CAR-T"))),
      (.day(day), .status(Status(state: .death, principalCause: .crs))),
    ])
    #expect(dated.endOfStay(zone: Self.zone) == end)
    #expect(dated.isInHouse(at: end - .seconds(1), zone: Self.zone))
    let timed = Self.summary([
      (Self.moment(-48), .infusion(Infusion(product: "anti-CD7 CAR-T"))),
      (Self.moment(0), .status(Status(state: .death, principalCause: .crs))),
    ])
    #expect(timed.endOfStay(zone: Self.zone) == Self.t0)
  }
}
