import Clinical
import EventText

/// Reads what an instructor types as an event for the copies of a session: a line of the contract,
/// in which the patient, the time and the id may be left out.
struct InjectionLine {
  let seat: SessionSeat
  let patient: PatientID
  let zone: Zone
  /// Where the session stands: when it is written down, and when it is observed unless it says so.
  let at: Instant
  /// Of an event that has none.
  let id: EventID

  /// - Throws: why it is no event that can be put into the copies.
  func event(_ line: String) throws(Refusal) -> Event {
    guard case .object(var members) = try JSONValue(parsing: Array(line.utf8)[...]) else {
      throw Refusal(
        problem: "that is no event", remedy: #"write it as {"kind":"vitals", …}"#)
    }
    let given: [(String, String)] = [
      ("patient", patient.text), ("id", id.description),
      ("at", Timestamp.text(.moment(at, utcOffset: zone.offset(at: at)))),
    ]
    for (name, text) in given where !members.contains(where: { $0.name == name }) {
      members.append(JSONMember(name, .string(text)))
    }
    var event = try OpenedStore.reader.read(JSONValue.object(members).bytes[...]).event
    guard event.patient == patient else {
      throw Refusal(
        field: event.patient == nil ? "kind" : "patient",
        problem: event.patient == nil
          ? "\(event.kind.rawValue) is of no patient" : "the scenario is about \(patient)",
        remedy: event.patient == nil ? "write an event of the patient" : "leave the field out")
    }
    guard event.at.start(in: zone) <= at else {
      throw Refusal(
        field: "at", problem: "it is observed later than the session stands",
        remedy: "leave it out, or write an earlier time")
    }
    event.recordedAt = at
    event.by = seat.login
    event.role = seat.role
    event.source = "scenario:\(seat.scenario.name)"
    return event
  }
}
