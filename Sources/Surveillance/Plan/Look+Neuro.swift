import Clinical
import Grading

extension Look {
  /// The instrument that is due: the one that fits, else the one that was recorded, else ICE.
  var dueInstrument: Instrument { walk.instrument(at: t, zone: zone) ?? .ice }

  /// The scores of the instrument that is due.
  var neuro: ScoreTrack { dueInstrument == .ice ? chart.ice : chart.capd }

  /// ICE or CAPD: by the plan of the day; after any lost point every 30 min for 2 h, then every 4 h
  /// while below the patient's own (clinical-rules 4.4). Counted from the last done or refused.
  mutating func neuroDue() -> DueObservation? {
    guard isHere, !isPaused(.ice) else { return nil }
    let what: ObservedThing = dueInstrument == .ice ? .ice : .capd
    let track = neuro
    let floor = earliestDue(.ice)
    guard let band = band(), let infused = walk.infusedAt else { return baselineNeuroDue(what) }
    let hours = walk.settings.plan.neuro[band.rawValue]
    let usual = PlanInterval(
      span: .hours(Int64(hours)), why: "every \(hours) h, days \(band.label)")
    guard let last = track.attempted else {
      return next(
        what, after: infused, usual, floor: floor, why: "\(usual.why); none on record")
    }
    var interval = usual
    if let loss = track.loss {
      // A check falls due every 30 min up to 2 h after the loss.
      if last + .minutes(30) <= loss + .hours(2) {
        interval = PlanInterval(
          span: .minutes(30),
          why: "every 30 min for 2 h after a lost point at \(Words(zone: zone).time(loss))")
      } else if usual.span > .hours(4), isBelowOwn(track) {
        interval = PlanInterval(span: .hours(4), why: "every 4 h while below the patient's own")
      }
    }
    return next(
      what, after: max(last, infused), interval, floor: floor,
      why: "\(interval.why); \(since(last))")
  }

  /// True while the newest score is below the patient's own: fewer points of ICE, more of CAPD.
  func isBelowOwn(_ track: ScoreTrack) -> Bool {
    guard let newest = track.newest else { return false }
    if dueInstrument == .ice { return newest.high < walk.normalICE }
    return walk.baselineCAPD.map { newest.low > $0 } ?? false
  }

  // One score before the infusion, in the first day of the stay.
  private func baselineNeuroDue(_ what: ObservedThing) -> DueObservation? {
    guard walk.infusedAt == nil, neuro.attempted == nil else { return nil }
    let start = chart.stay.arrivedAt ?? chart.summary.firstFact ?? t
    let daily = PlanInterval(span: .hours(24), why: "")
    return next(
      what, after: start, daily, floor: nil, why: "the baseline before the infusion; none on record"
    )
  }
}
