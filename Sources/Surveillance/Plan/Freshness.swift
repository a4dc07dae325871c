package import Clinical

/// From which age on a value is amber (clinical-rules 1.7), for screens that show the age of what was
/// observed: the plan's interval and a quarter, or one and a half hours while rounds are hourly.
///
/// The whole plan says more, and needs the whole course: `DueObservation`.
package struct Freshness: Sendable, Hashable {
  /// Temperature, pressure, SpO2, rates.
  package let vitals: TimeSpan
  /// ICE and CAPD.
  package let neuro: TimeSpan

  /// - Parameters:
  ///   - day: days after the infusion; `nil` before any, when rounds are daily.
  ///   - isSevere: CRS or ICANS was 2 or more within the last 4 h.
  package init(plan: ObservationIntervals, day: Int?, isSevere: Bool) {
    // Days after 30 go on as the last.
    let band = day.flatMap { ObservationIntervals.Band(day: $0) ?? ($0 > 30 ? .third : nil) }
    func amber(_ hours: Int) -> TimeSpan {
      let interval = PlanInterval(span: .hours(Int64(hours)), why: "")
      return interval.span + interval.amber
    }
    let usual = amber(band.map { plan.vitals[$0.rawValue] } ?? 24)
    vitals = isSevere ? min(usual, amber(1)) : usual
    neuro = amber(band.map { plan.neuro[$0.rawValue] } ?? 24)
  }

  package func isStale(vitals age: TimeSpan) -> Bool { age >= vitals }
  package func isStale(neuro age: TimeSpan) -> Bool { age >= neuro }
}
