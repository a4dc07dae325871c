import Clinical

/// The list of a patient's events as it stands on the screen, for moving in it, drawing it, and
/// correcting what is chosen: one list, so that what is lit is what is corrected.
package struct EventList: Sendable {
  package let lines: [EventLine]
  /// The place of the chosen line; `nil` where there is none.
  package let place: Int?

  init(_ lines: [EventLine], chosen: EventID?) {
    self.lines = lines
    // What is chosen may not have happened yet at the moment that is looked at: then the newest.
    place = lines.isEmpty ? nil : lines.firstIndex { $0.event.id == chosen } ?? 0
  }

  package var chosen: EventLine? { place.map { lines[$0] } }
}

extension ConsoleState {
  /// The list of the patient in front at the moment that is looked at.
  func eventList(_ open: PatientState) -> EventList {
    EventList(
      open.record.lines(until: open.shown(now), words: words), chosen: open.chosen)
  }

  /// One step in the list of events.
  mutating func moveInEvents(_ step: Step) {
    guard let open = patient, open.part == .events else { return }
    let list = eventList(open)
    guard let place = list.place else { return }
    let next = Self.moved(place, step, count: list.lines.count)
    patient?.chosen = list.lines[next].event.id
  }

  /// Shows a part of the patient's screen; the list of events opens on its newest line.
  mutating func show(_ part: PatientState.Part) {
    patient?.part = part
    patient?.chosen = nil
    patient?.reading = nil
    holdChosenEvent()
  }

  /// Keeps the line that is lit chosen, whatever else comes into the list.
  mutating func holdChosenEvent() {
    guard let open = patient, open.part == .events else { return }
    let chosen = eventList(open).chosen?.event.id
    patient?.chosen = chosen
  }
}
