import Clinical
import Grading

extension Look {
  /// The laboratory round: blood count, chemistry, CRP, ferritin, coagulation. The part that has
  /// waited longest says when it is due.
  mutating func labsDue() -> DueObservation? {
    let parts = LabSeries.RoutinePart.allCases.map { ($0.rawValue, chart.labs.parts[$0]) }
    return roundDue(.labs, .labs, parts: parts, refused: chart.refused[.labs])
  }

  /// The cytokine panel; daily while CRS is 2 or more.
  mutating func cytokinesDue() -> DueObservation? {
    roundDue(
      .cytokines, .cytokines, parts: [("cytokines", chart.labs.cytokines)],
      refused: chart.refused[.cytokines])
  }

  /// CAR-T cells or copies, where the site has put them into the plan.
  mutating func carTDue() -> DueObservation? {
    roundDue(.carT, .carT, parts: [("CAR-T", chart.labs.carT)], refused: chart.refused[.carT])
  }

  private mutating func roundDue(
    _ what: ObservedThing, _ row: PlanSettings.Row, parts: [(String, Instant?)], refused: Instant?
  ) -> DueObservation? {
    guard isHere, !isPaused(row) else { return nil }
    func last(_ part: Instant?) -> Instant? { [part, refused].compactMap { $0 }.max() }
    let oldest = parts.map { last($0.1) ?? .earliest }.min() ?? .earliest
    let counted = oldest == .earliest ? nil : oldest
    let floor = earliestDue(row)
    guard let band = band(), let infused = walk.infusedAt else {
      return baselineDue(what, isDone: counted != nil)
    }
    guard let hours = settings.plan.hours(row, band) else { return nil }
    let usual = PlanInterval(span: .hours(Int64(hours)), why: Self.label(hours, band))
    let newest = parts.compactMap { last($0.1) }.max()
    let behind = parts.filter { (last($0.1) ?? .earliest) < newest ?? .earliest }.map(\.0)
    var why = since(counted ?? newest)
    if !behind.isEmpty {
      why += "; \(counted == nil ? "never" : "not then") \(behind.joined(separator: ", "))"
    }
    // Day 0 asks for one round; what was done in the days before is the baseline.
    let start = max(counted ?? .earliest, infused - usual.span)
    if what == .cytokines, hours > 24, let severe = chart.crs.sinceTwo {
      let daily = PlanInterval(span: .hours(24), why: "daily at CRS 2 and more")
      let sooner = due(after: start, daily, since: severe, insteadOf: usual.span)
      if sooner < start + usual.span {
        let begin = max(sooner, floor ?? sooner)
        return DueObservation(
          what: what, due: begin, amber: begin + daily.amber,
          overdue: begin + daily.overdue(what), why: "\(daily.why); \(why)")
      }
    }
    return next(what, after: start, usual, floor: floor, why: "\(usual.why); \(why)")
  }

  private static func label(_ hours: Int, _ band: ObservationIntervals.Band) -> String {
    hours % 24 == 0 && hours > 24
      ? "every \(hours / 24) days, days \(band.label)"
      : hours == 24 ? "daily, days \(band.label)" : "every \(hours) h, days \(band.label)"
  }

  // One round before the infusion, in the first day of the stay.
  private func baselineDue(_ what: ObservedThing, isDone: Bool) -> DueObservation? {
    guard walk.infusedAt == nil, !isDone, what != .carT else { return nil }
    let start = chart.stay.arrivedAt ?? chart.summary.firstFact ?? t
    return next(
      what, after: start, PlanInterval(span: .hours(24), why: ""), floor: nil,
      why: "the baseline before the infusion; none on record")
  }
}
