import Clinical
import Testing

@Suite("The limits of tocilizumab as a site has set them")
struct TocilizumabLimitTests {
  private static func set(_ name: String, _ value: DecimalNumber) -> Content {
    .setting(Setting(name: name, value: .number(value)))
  }

  @Test("a site's own limits count in the ledger, as they do for the alert")
  func ofTheSite() {
    let doses = [0, 6, 12, 18].map { ($0, LedgerTests.toci()) }
    let ledger = TocilizumabLedger(
      LedgerTests.course(
        [
          (-9, Self.set("A20.hours", 6)), (-9, Self.set("A20.day", 5)),
          (-9, Self.set("A20.total", 6)), (-9, Self.set("A20.milligrams", 500)),
        ] + doses))
    let t = LedgerTests.t0 + .hours(24)
    #expect(ledger.stops(at: t, milligrams: 480) == [])
    #expect(ledger.stops(at: t, milligrams: 501) == [.tooMuch(501)])
    #expect(ledger.left(at: t) == (in24h: 2, inAll: 2))
    #expect(ledger.nextPermitted(at: LedgerTests.t0 + .hours(19)) == t)
  }
}
