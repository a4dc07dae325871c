/// Tocilizumab on record and what the consensus limits leave (clinical-rules 4.2, alert A20).
///
/// It counts and displays. It never orders, and it never refuses to record what was given: where a
/// limit is passed a person gives the reason.
package struct TocilizumabLedger: Sendable {
  /// Under this weight the dose is 12 mg/kg, from it on 8 mg/kg.
  package static let lightKilograms: DecimalNumber = 30

  /// The doses in order.
  package let doses: [DoseRecord]
  package let limits: TocilizumabLimits
  private let history: MedicationHistory

  package init(_ history: MedicationHistory) {
    self.history = history
    limits = TocilizumabLimits(history.settings)
    doses = history.doses.filter { $0.drug == "tocilizumab" }
  }

  package init(_ facts: some Sequence<Fact>) { self.init(MedicationHistory(facts)) }

  /// A dose for show, from the dated weight.
  package struct Shown: Hashable, Sendable {
    /// Rounded to a whole milligram, at most what the limits allow.
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
      milligrams: min(exact, limits.mostMilligrams).roundedHalfUp(places: 0),
      perKilogram: perKilogram, isCapped: exact > limits.mostMilligrams, weight: weight)
  }

  /// The newest dose at `t`.
  package func last(at t: Instant) -> DoseRecord? { doses.last { $0.at <= t } }

  /// Doses within (t − 24 h, t].
  package func count24h(at t: Instant) -> Int {
    doses.filter { $0.at > t - .hours(24) && $0.at <= t }.count
  }

  /// Doses left of those in 24 h, and of those in all.
  package func left(at t: Instant) -> (in24h: Int, inAll: Int) {
    let given = doses.filter { $0.at <= t }.count
    return (max(0, limits.perDay - count24h(at: t)), max(0, limits.inAll - given))
  }

  /// From when the limits allow another dose; `nil` when all are given. In the past, or `t` itself,
  /// where that is now.
  package func nextPermitted(at t: Instant) -> Instant? {
    let given = doses.filter { $0.at <= t }
    guard given.count < limits.inAll else { return nil }
    var next = given.last.map { $0.at + limits.interval } ?? t
    if given.count >= limits.perDay {
      next = max(next, given[given.count - limits.perDay].at + .hours(24))
    }
    return next
  }

  /// A limit that a dose would pass.
  package enum Stop: Hashable, Sendable {
    /// It would be dose number `count` within some 24 h.
    case tooManyInADay(count: Int)
    /// It would be dose number `count` in all.
    case tooManyInAll(count: Int)
    /// Another dose lies less than the interval before or after it.
    case tooSoon(other: Instant)
    /// More milligrams than one dose may have.
    case tooMuch(DecimalNumber)
  }

  /// The limits that a dose at `t` would pass; a dose entered late is held against those before and
  /// after it.
  ///
  /// - Parameter ignoring: doses that this one replaces.
  package func stops(
    at t: Instant, milligrams: DecimalNumber?, ignoring: Set<EventID> = []
  ) -> [Stop] {
    Self.stops(
      at: t, milligrams: milligrams, beside: doses.filter { !ignoring.contains($0.id) },
      limits: limits)
  }

  /// The limits that a dose at `t` passes beside other doses.
  package static func stops(
    at t: Instant, milligrams: DecimalNumber?, beside doses: some Sequence<DoseRecord>,
    limits: TocilizumabLimits
  ) -> [Stop] {
    let others = doses.map(\.at)
    let all = (others + [t]).sorted()
    var stops: [Stop] = []
    // Every 24 h that holds the new dose ends at a dose.
    let most =
      all.filter { $0 >= t && $0 < t + .hours(24) }.map { end in
        all.filter { $0 > end - .hours(24) && $0 <= end }.count
      }.max() ?? 1
    if most > limits.perDay { stops.append(.tooManyInADay(count: most)) }
    if all.count > limits.inAll { stops.append(.tooManyInAll(count: all.count)) }
    func distance(_ other: Instant) -> Int64 { abs((t - other).microseconds) }
    if let nearest = others.min(by: { distance($0) < distance($1) }),
      distance(nearest) < limits.interval.microseconds
    {
      stops.append(.tooSoon(other: nearest))
    }
    if let milligrams, milligrams > limits.mostMilligrams { stops.append(.tooMuch(milligrams)) }
    return stops
  }
}
