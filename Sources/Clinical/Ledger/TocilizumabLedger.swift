/// Tocilizumab on record and what the consensus limits leave (clinical-rules 4.2, alert A20).
///
/// It counts and displays. It never orders, and it never refuses to record what was given: where a
/// limit is passed a person gives the reason.
package struct TocilizumabLedger: Sendable {
  /// Hours that must lie between two doses.
  package static let interval = TimeSpan.hours(8)
  package static let perDay = 3
  package static let inAll = 4
  package static let mostMilligrams: DecimalNumber = 800
  /// Under this weight the dose is 12 mg/kg, from it on 8 mg/kg.
  package static let lightKilograms: DecimalNumber = 30

  /// The doses in order.
  package let doses: [DoseRecord]
  private let history: MedicationHistory

  package init(_ history: MedicationHistory) {
    self.history = history
    doses = history.doses.filter { $0.drug == "tocilizumab" }
  }

  package init(_ facts: some Sequence<Fact>) { self.init(MedicationHistory(facts)) }

  /// A dose for show, from the dated weight.
  package struct Shown: Hashable, Sendable {
    /// Rounded to a whole milligram, at most 800.
    package let milligrams: Int
    package let perKilogram: Int
    package let isCapped: Bool
    package let weight: DatedWeight
  }

  /// What 8 mg/kg, or 12 mg/kg under 30 kg, comes to at `t`; `nil` without a weight.
  package func shown(at t: Instant) -> Shown? {
    guard let weight = history.weight(at: t) else { return nil }
    let perKilogram = weight.kilograms < Self.lightKilograms ? 12 : 8
    let exact = weight.kilograms.times(DecimalNumber(perKilogram), places: 3)
    return Shown(
      milligrams: min(exact, Self.mostMilligrams).roundedHalfUp(places: 0),
      perKilogram: perKilogram, isCapped: exact > Self.mostMilligrams, weight: weight)
  }

  /// The newest dose at `t`.
  package func last(at t: Instant) -> DoseRecord? { doses.last { $0.at <= t } }

  /// Doses within (t − 24 h, t].
  package func count24h(at t: Instant) -> Int {
    doses.filter { $0.at > t - .hours(24) && $0.at <= t }.count
  }

  /// Doses left of 3 in 24 h, and of 4 in all.
  package func left(at t: Instant) -> (in24h: Int, inAll: Int) {
    let given = doses.filter { $0.at <= t }.count
    return (max(0, Self.perDay - count24h(at: t)), max(0, Self.inAll - given))
  }

  /// From when the limits allow another dose; `nil` when all 4 are given. In the past, or `t`
  /// itself, where that is now.
  package func nextPermitted(at t: Instant) -> Instant? {
    let given = doses.filter { $0.at <= t }
    guard given.count < Self.inAll else { return nil }
    var next = given.last.map { $0.at + Self.interval } ?? t
    if given.count >= Self.perDay {
      next = max(next, given[given.count - Self.perDay].at + .hours(24))
    }
    return next
  }

  /// A limit that a dose would pass.
  package enum Stop: Hashable, Sendable {
    /// It would be dose number `count` within some 24 h.
    case tooManyInADay(count: Int)
    /// It would be dose number `count` in all.
    case tooManyInAll(count: Int)
    /// Another dose lies less than 8 h before or after it.
    case tooSoon(other: Instant)
    /// More than 800 mg.
    case tooMuch(DecimalNumber)
  }

  /// The limits that a dose at `t` would pass; a dose entered late is held against those before and
  /// after it.
  ///
  /// - Parameter ignoring: doses that this one replaces.
  package func stops(
    at t: Instant, milligrams: DecimalNumber?, ignoring: Set<EventID> = []
  ) -> [Stop] {
    let others = doses.filter { !ignoring.contains($0.id) }.map(\.at)
    let all = (others + [t]).sorted()
    var stops: [Stop] = []
    // Every 24 h that holds the new dose ends at a dose.
    let most =
      all.filter { $0 >= t && $0 < t + .hours(24) }.map { end in
        all.filter { $0 > end - .hours(24) && $0 <= end }.count
      }.max() ?? 1
    if most > Self.perDay { stops.append(.tooManyInADay(count: most)) }
    if all.count > Self.inAll { stops.append(.tooManyInAll(count: all.count)) }
    func distance(_ other: Instant) -> Int64 { abs((t - other).microseconds) }
    if let nearest = others.min(by: { distance($0) < distance($1) }),
      distance(nearest) < Self.interval.microseconds
    {
      stops.append(.tooSoon(other: nearest))
    }
    if let milligrams, milligrams > Self.mostMilligrams { stops.append(.tooMuch(milligrams)) }
    return stops
  }
}
