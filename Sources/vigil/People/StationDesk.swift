import Clinical
import Console
import EventStore
import Grading

/// What the console asks about people: whether somebody is who they say, and what is new for them.
///
/// Called away from the thread of the screen.
struct StationDesk: Sendable {
  let notes: any PersonalNotes
  let history: any WardHistory
  /// `nil` where nobody can change places.
  let signIn: SignInCheck?

  /// The answer to an effect, where it has one.
  func answer(_ effect: Effect, of user: EntryUser, at now: Instant) throws -> Input? {
    switch effect {
    case .signIn(let login, let pin, let check):
      return .signIn(try signIn?.answer(login, pin, at: now) ?? .refused, check: check)
    case .looked(let patient):
      try notes.markLooked(
        user.login, at: patient, seq: try history.position(at: now), now: now)
      return nil
    case .loadLooks(let patients):
      return .looks(try new(among: patients, for: user.login, at: now), of: user.login)
    case .loadChanges(let patients):
      return .changes(try changes(of: patients, for: user.login, at: now))
    default: return nil
    }
  }

  // Who was never opened is new whole, and need not be read for that; but for somebody who has
  // opened nobody yet, a ward full of marks would tell nothing.
  private func new(
    among patients: [PatientID], for login: String, at now: Instant
  ) throws -> Set<PatientID> {
    let marks = try notes.lastLooked(login)
    guard !marks.isEmpty else { return [] }
    return Set(
      try patients.filter { patient in
        guard let mark = marks[patient] else { return true }
        return try history.events(of: patient, after: mark.seq, at: now).contains {
          $0.event.by != login
        }
      })
  }

  private func changes(
    of patients: [PatientID], for login: String, at now: Instant
  ) throws -> [PatientChanges] {
    let marks = try notes.lastLooked(login)
    let ward = try history.ward()
    return try patients.compactMap { patient in
      let mark = marks[patient]
      let all = try history.events(of: patient, after: 0, at: now)
      let new = all.filter { position, event in
        guard event.by != login else { return false }
        // Of a patient who was never opened, the last day.
        return mark.map { position > $0.seq }
          ?? (now - event.recorded(in: history.zone) <= .hours(24))
      }
      guard !new.isEmpty else { return nil }
      let record = PatientRecord(patient, events: ward + all.map(\.event), zone: history.zone)
      let before = mark.map { mark in
        GradedCourse(
          ward + all.filter { $0.position <= mark.seq }.map(\.event), zone: history.zone)
      }
      return PatientChanges(
        record, new: Set(new.map(\.event.id)), since: mark?.at, before: before, now: now)
    }
  }
}
