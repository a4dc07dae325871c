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
    case "patient.known":
      patient?.record.know(at: open.record.knownAt == nil ? shown : nil)
    case "patient.view":
      patient?.part = Self.next(after: open.part)
      patient?.scroll = 0
    case "patient.next": return step(by: 1, from: open.record.id)
    case "patient.previous": return step(by: -1, from: open.record.id)
    default: break
    }
    return []
  }

  // A moment at or after the clock follows it again.
  private mutating func look(at moment: Instant) {
    let isKnownAsOfMoment = patient?.record.knownAt != nil
    patient?.moment = moment >= now ? nil : moment
    if isKnownAsOfMoment { patient?.record.know(at: min(moment, now)) }
  }

  private mutating func step(by steps: Int, from id: PatientID) -> [Effect] {
    let rows = ward.listing(at: now).rows
    guard let place = rows.firstIndex(where: { $0.id == id }), !rows.isEmpty else { return [] }
    let next = rows[(place + steps + rows.count) % rows.count].id
    ward.selected = next
    return ask(for: next)
  }
}
