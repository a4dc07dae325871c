package import Clinical
import Grading

/// What a rule sees: the course at one instant.
///
/// Whatever a rule asks of time it asks through `reached` or `passed`, which remember the instant
/// that was asked for where it lies ahead: so the course is looked at again exactly when time alone
/// may change an answer, and never sampled.
package struct Look {
  package let t: Instant
  let chart: Chart
  let walk: GradingWalk
  let settings: AlertSettings
  let zone: Zone
  /// The next instant at which time alone may change an answer.
  private(set) var next: Instant?
  /// True where the patient is in house and not on leave or dead.
  private(set) var isInHouse = false

  init(t: Instant, chart: Chart, walk: GradingWalk, settings: AlertSettings, zone: Zone) {
    self.t = t
    self.chart = chart
    self.walk = walk
    self.settings = settings
    self.zone = zone
    let end = chart.summary.endOfStay(zone: zone)
    isInHouse = chart.summary.firstFact != nil && end.map { !reached($0) } ?? true
  }

  /// True from `instant` on.
  mutating func reached(_ instant: Instant) -> Bool {
    if t >= instant { return true }
    next = next.map { min($0, instant) } ?? instant
    return false
  }

  /// True after `instant`: from one microsecond later on.
  mutating func passed(_ instant: Instant) -> Bool {
    reached(Instant(microseconds: instant.microseconds + 1))
  }

  /// Whether what was observed at `instant` still stands for the patient: in house, since the last
  /// discharge; afterwards for a day.
  mutating func isCurrent(_ instant: Instant) -> Bool {
    if isInHouse { return chart.stay.leftAt.map { instant >= $0 } ?? true }
    guard let end = chart.summary.endOfStay(zone: zone), instant >= end else { return false }
    return !reached(instant + .hours(24))
  }

  /// The newest result of a variable, where it still stands.
  mutating func lab(_ variable: LabVariable) -> LabSeries.Entry? {
    guard let entry = chart.labs.newest(variable), isCurrent(entry.at) else { return nil }
    return entry
  }

  func baseline(_ variable: LabVariable) -> LabSeries.Entry? {
    chart.labs.baseline(variable, before: walk.infusedAt, zone)
  }

  /// Completed years; `nil` without a birth date.
  var age: Int? { chart.summary.age(at: t, zone: zone) }

  /// Days after the infusion; `nil` before it.
  var day: Int? { chart.summary.day(at: t, zone: zone) }

  /// The first moment of a day after the infusion.
  func start(ofDay day: Int) -> Instant? {
    chart.summary.infusions.first.map {
      zone.startOfDay(number: zone.dayNumber(of: $0) + Int64(day))
    }
  }

  /// The causes of the CRS grade now, for the line that an alert on it belongs to.
  func courseCauses() -> Set<AlertCause> {
    var causes: Set<AlertCause> = [.course]
    if walk.low(.hypotension, at: t) >= 2 { causes.insert(.pressure) }
    if walk.low(.hypoxia, at: t) >= 2 { causes.insert(.oxygen) }
    if causes.count == 1 { causes.insert(.fever) }
    return causes
  }

  /// True within (given − span] of any tocilizumab, when a rise of IL-6 says nothing.
  mutating func isMutedByTocilizumab(_ span: TimeSpan) -> Bool {
    guard let last = chart.drugs.tocilizumab.last else { return false }
    return !reached(last.at + span)
  }
}
