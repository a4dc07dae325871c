import Clinical
import Console
import EventStore
import EventText
import Grading

/// Grades of a store.
struct GradeOfStore {
  var place: StorePlace
  var times: GradeTimes
  /// True where only those in house are asked about.
  var inHouseOnly = false

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
    var isFirst = true
    var spoilt = 0
    for patient in patients {
      let answers: [GradeAnswer]?
      do {
        answers = try self.answers(for: patient, log, grader, ends)
      } catch let error as StoreError where error.code == .damaged && patients.count > 1 {
        environment.messages.say("vigil: no grade of \(patient.text): \(error)")
        spoilt += 1
        continue
      }
      guard let answers else { continue }
      try printer.write(answers, isFirst: isFirst, to: environment.output)
      isFirst = false
    }
    if patients.isEmpty {
      environment.messages.say(
        "\(place.path) holds no patient yet; `vigil import` brings events in")
    } else {
      try printer.writeRemark(to: environment.output)
    }
    return spoilt == 0 ? .done : .findings
  }

  // `nil` for one who is not asked about.
  private func answers(
    for patient: PatientID, _ log: some EventLog, _ grader: Grader, _ ends: KeptEnds?
  ) throws -> [GradeAnswer]? {
    let kept: WardPatient??
    if inHouseOnly {
      kept = try ends?.patient(patient, inHouseAt: grader.question.at)
    } else {
      kept = try ends?.patient(patient).map { .some($0) }
    }
    if case .some(.none) = kept { return nil }
    if let tail = (kept ?? nil)?.tail, let assessment = tail.assessment(at: grader.question.at) {
      return [grader.answer(for: patient, assessment, tail.zone)]
    }
    let stored = try log.events(of: patient).filter(isKnown)
    let course = grader.course(of: try stored.map(event))
    ends?.keep(WardPatient(patient, course), through: stored.last?.seq, facts: stored.count)
    if inHouseOnly, !grader.isInHouse(course) { return nil }
    return grader.answers(for: patient, course)
  }

  private func isKnown(_ stored: StoredEvent) -> Bool {
    times.asStoredAt.map { stored.storedAt <= $0 } ?? true
  }

  private func event(_ stored: StoredEvent) throws -> Event {
    try stored.event(OpenedStore.reader)
  }
}
