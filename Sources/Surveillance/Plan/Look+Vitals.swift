import Clinical
import Grading

extension Look {
  /// Vital signs: by the plan of the day, closer after the infusion, with fever and tachycardia, and
  /// at CRS or ICANS 2 and more (clinical-rules 1.7, 4.4).
  ///
  /// A round counts by what grading needs of it: temperature, systolic pressure and saturation; what
  /// was left out stays due.
  mutating func vitalsDue() -> DueObservation? {
    guard isHere, !isPaused(.vitals) else { return nil }
    let readings: [(String, Instant?)] = [
      ("temperature", walk.temperature?.at), ("pressure", walk.systolic?.at),
      ("SpO2", chart.saturation.newest?.at),
    ]
    let floor = earliestDue(.vitals)
    let refused = chart.refused[.vitals]
    let start = chart.summary.firstFact ?? t
    func last(_ reading: Instant?) -> Instant? { [reading, refused].compactMap { $0 }.max() }
    let oldest = readings.map { last($0.1) ?? .earliest }.min() ?? .earliest
    let counted = oldest == .earliest ? nil : oldest
    let (due, interval) = nextRound(after: counted, from: floor ?? walk.infusedAt ?? start)
    let newest = readings.compactMap { last($0.1) }.max()
    let behind = readings.filter { (last($0.1) ?? .earliest) < newest ?? .earliest }.map(\.0)
    var why = "\(interval.why); \(since(counted ?? newest))"
    if !behind.isEmpty {
      why += "; \(counted == nil ? "never" : "not then") \(behind.joined(separator: ", "))"
    }
    let begin = max(due, floor ?? due)
    return DueObservation(
      what: .vitals, due: begin, amber: begin + interval.amber,
      overdue: begin + interval.overdue(.vitals), why: why)
  }

  private mutating func nextRound(
    after last: Instant?, from start: Instant
  ) -> (Instant, PlanInterval) {
    let usual = usualVitals(after: last)
    guard let last else { return (start, usual) }
    // What was taken before an infusion is the reading before it; the next counts from there.
    let base = usual.span < .hours(1) ? max(last, chart.summary.infusions.last ?? last) : last
    var due = base + usual.span
    var interval = usual
    func shorten(_ short: PlanInterval, since begin: Instant) {
      guard short.span < interval.span else { return }
      let sooner = self.due(after: last, short, since: begin, insteadOf: usual.span)
      if sooner < due {
        due = sooner
        interval = short
      }
    }
    if let hot = feverWithTachycardia {
      shorten(
        PlanInterval(span: .hours(2), why: "every 2 h with fever and tachycardia"), since: hot)
    }
    if let severe = chart.severe.since {
      let isOver = chart.severe.ends.map { reached($0) } ?? false
      if !isOver {
        shorten(
          PlanInterval(span: .hours(1), why: "every hour at CRS or ICANS 2 and for 4 h after"),
          since: severe)
      }
    }
    return (due, interval)
  }

  // The interval of the day; after an infusion every 15 min four times, then every hour four times.
  private mutating func usualVitals(after last: Instant?) -> PlanInterval {
    guard let band = band() else {
      return PlanInterval(span: .hours(24), why: "daily before the infusion")
    }
    let hours = walk.settings.plan.vitals[band.rawValue]
    let infusion = chart.summary.infusions.last
    if let infusion, let last, last < infusion + .hours(5) {
      if last < infusion + .hours(1) - .minutes(5) {
        return PlanInterval(span: .minutes(15), why: "every 15 min in the hour after infusion")
      }
      if last < infusion + .hours(5) - .minutes(15) {
        return PlanInterval(span: .hours(1), why: "every hour for 4 h after that")
      }
    }
    return PlanInterval(
      span: .hours(Int64(hours)), why: "every \(hours) h, days \(band.label)")
  }

  // Since when the newest temperature and heart rate both ask for closer rounds.
  private var feverWithTachycardia: Instant? {
    guard let temperature = walk.temperature, temperature.value >= FeverLimit.tenths,
      let rate = chart.heartRate,
      walk.infusedAt != nil
    else { return nil }
    let limit = settings.plan.tachycardia[PlanSettings.AgeBand(years: age).rawValue]
    return rate.value > DecimalNumber(limit) ? max(temperature.at, rate.at) : nil
  }
}

extension ObservationIntervals.Band {
  /// As the reason of something due names the days.
  var label: String {
    switch self {
    case .before: "-5 to -1"
    case .infusion: "0"
    case .first: "1-14"
    case .second: "15-21"
    case .third: "22-30"
    }
  }
}
