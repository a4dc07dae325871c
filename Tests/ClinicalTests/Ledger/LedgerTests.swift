import Clinical
import Testing

@Suite("Ledgers of tocilizumab and corticosteroids")
struct LedgerTests {
  static let zone = Zone(fixedOffset: 28_800)
  static let t0 = Instant(microseconds: 1_772_800_000_000_000)

  static func course(_ contents: [(hours: Int, Content)]) -> [Fact] {
    let events = contents.enumerated().map { index, entry in
      Event(
        id: EventID(high: 1, low: UInt64(index + 1)), patient: PatientID("CD7-003"),
        at: .moment(t0 + .hours(Int64(entry.hours)), utcOffset: 0), content: entry.1)
    }
    return Course(events, zone: zone).facts
  }

  static func toci(_ milligrams: DecimalNumber = 464) -> Content {
    .medication(
      Medication(
        drug: "tocilizumab", drugClass: .anticytokine, dose: Quantity(milligrams, .milligram)))
  }

  @Test(
    "the dose for show: 8 mg/kg, 12 mg/kg under 30 kg, at most 800 mg",
    arguments: [
      ("62", 496, 8, false), ("104", 800, 8, true), ("100", 800, 8, false),
      ("29.9", 359, 12, false),
      ("30", 240, 8, false), ("12.4", 149, 12, false),
    ])
  func shown(weight: String, milligrams: Int, perKilogram: Int, capped: Bool) {
    let parts = weight.split(separator: ".")
    let coefficient = Int64(parts.joined()) ?? 0
    guard
      let kilograms = DecimalNumber(
        coefficient: coefficient, exponent: parts.count > 1 ? -parts[1].count : 0)
    else {
      Issue.record("\(weight) is no number")
      return
    }
    let facts = Self.course([(0, .patient(PatientDetails(weight: Quantity(kilograms, .kilogram))))])
    let shown = TocilizumabLedger(facts).shown(at: Self.t0 + .hours(30))
    #expect(shown?.milligrams == milligrams)
    #expect(shown?.perKilogram == perKilogram)
    #expect(shown?.isCapped == capped)
    #expect(shown?.weight.at == Self.t0)
  }

  @Test("without a weight no dose is shown")
  func noWeight() {
    #expect(TocilizumabLedger(Self.course([(0, Self.toci())])).shown(at: Self.t0) == nil)
  }

  @Test("after a dose the next is permitted 8 h later, after three in a day a day after the first")
  func next() {
    let one = TocilizumabLedger(Self.course([(0, Self.toci())]))
    #expect(one.nextPermitted(at: Self.t0 + .hours(1)) == Self.t0 + .hours(8))
    let three = TocilizumabLedger(
      Self.course([(0, Self.toci()), (8, Self.toci()), (16, Self.toci())]))
    #expect(three.nextPermitted(at: Self.t0 + .hours(17)) == Self.t0 + .hours(24))
    #expect(three.left(at: Self.t0 + .hours(17)) == (in24h: 0, inAll: 1))
    #expect(three.left(at: Self.t0 + .hours(24)) == (in24h: 1, inAll: 1))
    let four = TocilizumabLedger(
      Self.course([0, 8, 16, 24].map { ($0, Self.toci()) }))
    #expect(four.nextPermitted(at: Self.t0 + .hours(40)) == nil)
  }

  @Test(
    "a dose is held against the limits",
    arguments: [
      ([0], 7, [TocilizumabLedger.Stop.tooSoon(other: t0)]), ([0], 8, []),
      ([0, 8, 16], 23, [.tooManyInADay(count: 4), .tooSoon(other: t0 + .hours(16))]),
      ([0, 8, 16], 24, []),
      ([0, 8, 16, 24], 48, [.tooManyInAll(count: 5)]),
      // Entered late, between doses and before them.
      ([0, 8], 4, [.tooSoon(other: t0)]), ([10, 18, 26], 2, []),
      ([10, 18, 26], 3, [.tooManyInADay(count: 4), .tooSoon(other: t0 + .hours(10))]),
    ])
  func stops(given: [Int], hour: Int, expected: [TocilizumabLedger.Stop]) {
    let ledger = TocilizumabLedger(Self.course(given.map { ($0, Self.toci()) }))
    #expect(ledger.stops(at: Self.t0 + .hours(Int64(hour)), milligrams: 464) == expected)
  }

  @Test("more than 800 mg is a stop")
  func tooMuch() {
    let ledger = TocilizumabLedger(Self.course([]))
    #expect(ledger.stops(at: Self.t0, milligrams: 801) == [.tooMuch(801)])
    #expect(ledger.stops(at: Self.t0, milligrams: 800) == [])
    #expect(ledger.stops(at: Self.t0, milligrams: nil) == [])
  }

  @Test("brands and Chinese names count as tocilizumab, and a stop counts as no dose")
  func names() {
    let facts = Self.course([
      (0, .medication(Medication(drug: "Actemra", drugClass: .anticytokine))),
      (8, .medication(Medication(drug: "托珠单抗", drugClass: .anticytokine))),
      (9, .medication(Medication(drug: "tocilizumab", drugClass: .anticytokine, action: .stop))),
    ])
    #expect(TocilizumabLedger(facts).doses.count == 2)
  }

  @Test("doses per kilogram and in grams count in milligrams, by the weight of the time")
  func milligrams() {
    let facts = Self.course([
      (0, .patient(PatientDetails(weight: Quantity(50, .kilogram)))),
      (
        1,
        .medication(
          Medication(
            drug: "tocilizumab", drugClass: .anticytokine, dose: Quantity(8, .milligramPerKilogram))
        )
      ),
      (
        2,
        .medication(
          Medication(
            drug: "methylprednisolone", drugClass: .corticosteroid, dose: Quantity(1, .gram)))
      ),
    ])
    #expect(TocilizumabLedger(facts).doses.first?.milligrams == 400)
    #expect(
      CorticosteroidLedger(facts).lines(at: Self.t0 + .hours(3)).first?.milligrams24h == 1000)
  }

  @Test("corticosteroids are summed by drug over 24 h; an amount that is missing leaves no sum")
  func steroids() {
    func dex(_ dose: DecimalNumber?) -> Content {
      .medication(
        Medication(
          drug: "dexamethasone", drugClass: .corticosteroid,
          dose: dose.map { Quantity($0, .milligram) }))
    }
    let facts = Self.course([(0, dex(10)), (6, dex(10)), (12, dex(10)), (40, dex(nil))])
    let ledger = CorticosteroidLedger(facts)
    let day = ledger.lines(at: Self.t0 + .hours(13))
    #expect(day.first?.count24h == 3)
    #expect(day.first?.milligrams24h == 30)
    #expect(ledger.lines(at: Self.t0 + .hours(24)).first?.count24h == 2)
    #expect(ledger.lines(at: Self.t0 + .hours(41)).first?.milligrams24h == nil)
    #expect(ledger.lines(at: Self.t0 + .hours(41)).first?.count == 4)
  }
}
