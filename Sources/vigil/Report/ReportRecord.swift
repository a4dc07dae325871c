import Clinical
import Console
import EventStore
import EventText
import Grading
import Replay
import Reports

/// What reports are made of: the events of the patients that were asked for, from a store or a file,
/// as they are known.
struct ReportRecord {
  private(set) var status = ExitStatus.done
  private let question: GradeQuestion
  private let name: RecordName
  private var wardEvents: [Event]
  /// In order of id.
  private var subjects: [Subject] = []
  private let isWard: Bool
  private var isDeidentified = false

  /// A patient's events with the ward's, and what is asked of them.
  private struct Subject {
    let id: PatientID
    var events: [Event]
    var wardEvents: [Event]
    var question: GradeQuestion
  }

  /// - Throws: wrong usage for a patient that nobody is, with the nearest that somebody is.
  init(
    store place: StorePlace, _ names: [String], _ times: GradeTimes, _ environment: Environment
  ) throws {
    let log = try OpenedStore.open(place, environment)
    question = times.question(now: environment.now())
    isWard = names.isEmpty
    let chosen = try PatientChoice.of(names, among: try log.patients(), in: place.path)
    let ward = try log.events(of: nil)
    wardEvents = try ward.map { try $0.event(OpenedStore.reader) }
    let anchor = try log.anchor()
    name = .store(head: anchor.head.description, events: anchor.events)
    let ends = Self.ends(log, ward, Grader(question, wardEvents: wardEvents), names, times)
    for id in chosen {
      // Of those who have left a ward's report reads nothing.
      if let ends, let kept = try ends.patient(id, inHouseAt: question.at), kept == nil { continue }
      let own = try log.events(of: id).map { try $0.event(OpenedStore.reader) }
      subjects.append(
        Subject(id: id, events: own, wardEvents: wardEvents, question: question))
    }
  }

  init(
    file path: String, _ names: [String], _ times: GradeTimes, usesDemoMoment: Bool,
    _ environment: Environment
  ) throws {
    let file = try WardFile(path: path, environment)
    file.tell(as: path, environment)
    isWard = names.isEmpty
    let chosen = try PatientChoice.of(names, among: Array(file.byPatient.keys), in: path)
    guard
      let question = file.question(
        times, usesDemoMoment: usesDemoMoment, as: path, environment)
    else { throw Failure.couldNot("\(path): holds no event that could be reported") }
    self.question = question
    status = file.status
    wardEvents = file.wardEvents
    // The name alone: where a file lies says nothing of what is in it.
    name = .file(String(path.split(separator: "/").last ?? "-"))
    subjects = chosen.map {
      Subject(
        id: $0, events: file.byPatient[$0] ?? [], wardEvents: file.wardEvents, question: question)
    }
  }

  // Kept ends are of all that is known, and hold no past.
  private static func ends(
    _ log: SQLiteEventLog, _ ward: [StoredEvent], _ grader: Grader, _ names: [String],
    _ times: GradeTimes
  ) -> KeptEnds? {
    guard names.isEmpty, times.asKnownAt == nil, times.at == nil else { return nil }
    return grader.wardZone.map { KeptEnds(log: log, ward: ward, zone: $0) }
  }

  /// Takes out who it is and when it was: names, numbers, beds, logins and free texts, and dates by
  /// moving each patient's so that the day of the infusion is 2001-01-01.
  mutating func removeIdentities() throws {
    isDeidentified = true
    for index in subjects.indices { try Self.removeIdentities(from: &subjects[index]) }
    guard let nobody = PatientID("-") else { return }
    var maker = Deidentification(as: nobody, shift: 0, offset: 0) { _ in nil }
    wardEvents = try maker.events(wardEvents, in: Zone.ofRecord(wardEvents))
  }

  private static func removeIdentities(from subject: inout Subject) throws {
    let all = subject.wardEvents + subject.events
    let zone = subject.question.zone ?? Zone.ofRecord(all)
    let facts = Course(all, zone: zone).facts.filter { $0.event.patient != nil }
    let first = (facts.first { $0.event.kind == .infusion } ?? facts.first)?.key.at
    let day = first ?? subject.question.at
    // 2001-01-01.
    let shift = 11_323 - zone.dayNumber(of: day)
    let offset = zone.offset(at: day)
    var maker = Deidentification(as: subject.id, shift: shift, offset: offset) { _ in nil }
    let events = try maker.events(all, in: zone)
    subject.wardEvents = events.filter { $0.patient == nil }
    subject.events = events.filter { $0.patient != nil }
    subject.question.at = subject.question.at + .days(shift)
    subject.question.asKnownAt = subject.question.asKnownAt.map { $0 + .days(shift) }
    subject.question.zone = Zone(fixedOffset: offset)
  }

  private func asked(_ question: GradeQuestion) -> ReportQuestion {
    ReportQuestion(
      at: question.at, asKnownAt: question.asKnownAt, record: name,
      isDeidentified: isDeidentified)
  }

  private func reported(_ subject: Subject) -> ReportedPatient {
    let grader = Grader(subject.question, wardEvents: subject.wardEvents)
    return ReportedPatient(
      subject.id, grader.course(of: subject.events), asked(subject.question))
  }

  /// The one patient that was asked for; `nil` for a ward.
  var single: ReportedPatient? {
    isWard ? nil : subjects.first.map(reported)
  }

  /// The patients in house.
  var ward: ReportedWard {
    ReportedWard(
      subjects.map(reported), wardEvents: wardEvents,
      zone: Grader(question, wardEvents: wardEvents).wardZone, asked(question))
  }
}
