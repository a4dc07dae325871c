import Clinical
import Grading

extension ConsoleState {
  mutating func performOnPatient(_ id: String) -> [Effect] {
    guard let open = patient else { return [] }
    let shown = open.shown(now)
    switch id {
    case "patient.earlier": look(at: shown - .days(1))
    case "patient.later": look(at: shown + .days(1))
    case "patient.hourEarlier": look(at: shown - .hours(1))
    case "patient.hourLater": look(at: shown + .hours(1))
    case "patient.eventEarlier" where open.part == .trends: stepToReading(-1)
    case "patient.eventLater" where open.part == .trends: stepToReading(1)
    case "patient.eventEarlier":
      if let fact = open.record.course.facts.last(where: { $0.key.at < shown }) {
        look(at: fact.key.at)
      }
    case "patient.eventLater":
      if let fact = open.record.course.facts.first(where: { $0.key.at > shown }) {
        look(at: fact.key.at)
      } else {
        look(at: now)
      }
    case "patient.now":
      patient?.moment = nil
      patient?.record.know(at: nil)
      holdInSight()
    case "patient.known":
      patient?.record.know(at: open.record.knownAt == nil ? shown : nil)
    case "patient.view":
      show(Self.next(after: open.part))
    case "patient.scales":
      show(.scales)
      if patient?.part == .trends { return askForPreference() }
    case "patient.next": return step(by: 1, from: open.record.id)
    case "patient.previous": return step(by: -1, from: open.record.id)
    default: break
    }
    return []
  }

  // A moment at or after the clock follows it again.
  mutating func look(at moment: Instant) {
    let isKnownAsOfMoment = patient?.record.knownAt != nil
    patient?.moment = moment >= now ? nil : moment
    if isKnownAsOfMoment { patient?.record.know(at: min(moment, now)) }
    holdInSight()
  }

  /// A click on a day of the strip, or on a line of the list of events.
  mutating func clickOnPatient(_ target: String) -> [Effect] {
    guard let open = patient else { return [] }
    if target.hasPrefix("event:") {
      if let id = EventID(String(target.dropFirst(6))) { patient?.chosen = id }
    } else if target.hasPrefix("scale:") {
      patient?.scale = String(target.dropFirst(6))
    } else if target.hasPrefix("day:"), let day = Int(target.dropFirst(4)) {
      look(onDay: day, of: open)
    } else if target.hasPrefix("weeks:"), let week = Int(target.dropFirst(6)) {
      look(onDay: week * 7, of: open)
    }
    return []
  }

  // The same hour of that day, as the keys do it; a day to come has nothing to look at.
  private mutating func look(onDay day: Int, of open: PatientState) {
    guard let zero = open.record.dayZero else { return }
    let shown = open.shown(now)
    let number = zero + Int64(day)
    let hour = shown - zone.startOfDay(number: zone.dayNumber(of: shown))
    let start = zone.startOfDay(number: number)
    let end = zone.startOfDay(number: number + 1) - .seconds(1)
    if start <= now { look(at: min(start + hour, end)) }
  }

  private mutating func step(by steps: Int, from id: PatientID) -> [Effect] {
    let rows = ward.listing(at: now).rows
    guard let place = rows.firstIndex(where: { $0.id == id }), !rows.isEmpty else { return [] }
    let next = rows[(place + steps + rows.count) % rows.count].id
    ward.selected = next
    return ask(for: next)
  }
}
