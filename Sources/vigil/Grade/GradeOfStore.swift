import Clinical
import Console
import EventStore
import EventText
import Grading

/// Grades of a store.
struct GradeOfStore {
  var place: StorePlace
  var times: GradeTimes

  func run(
    _ names: [String], _ printer: GradePrinter, _ environment: Environment
  ) throws -> ExitStatus {
    let log = try OpenedStore.open(place, environment)
    let question = times.question(now: environment.now())
    let patients = try PatientChoice.of(names, among: try log.patients(), in: place.path)
    let ward = try log.events(of: nil).filter(isKnown)
    let grader = Grader(question, wardEvents: try ward.map(event))
    // Kept ends are of all that is known, in one zone, and hold no past.
    let isOfNow = times.asKnownAt == nil && times.asStoredAt == nil && !times.isTimeline
    let ends = grader.wardZone.flatMap { isOfNow ? KeptEnds(log: log, ward: ward, zone: $0) : nil }
    for (n, patient) in patients.enumerated() {
      let answers = try self.answers(for: patient, log, grader, ends)
      try printer.write(answers, isFirst: n == 0, to: environment.output)
    }
    if patients.isEmpty {
      environment.messages.say(
        "\(place.path) holds no patient yet; `vigil import` brings events in")
    } else {
      try printer.writeRemark(to: environment.output)
    }
    return .done
  }

  private func answers(
    for patient: PatientID, _ log: some EventLog, _ grader: Grader, _ ends: KeptEnds?
  ) throws -> [GradeAnswer] {
    if let tail = try ends?.patient(patient)?.tail,
      let assessment = tail.assessment(at: grader.question.at)
    {
      return [grader.answer(for: patient, assessment, tail.zone)]
    }
    let stored = try log.events(of: patient).filter(isKnown)
    let course = grader.course(of: try stored.map(event))
    ends?.keep(WardPatient(patient, course), through: stored.last?.seq, facts: stored.count)
    return grader.answers(for: patient, course)
  }

  private func isKnown(_ stored: StoredEvent) -> Bool {
    times.asStoredAt.map { stored.storedAt <= $0 } ?? true
  }

  private func event(_ stored: StoredEvent) throws -> Event {
    try stored.event(OpenedStore.reader)
  }
}
