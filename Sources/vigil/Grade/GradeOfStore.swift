import Clinical
import EventStore
import EventText

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
    let grader = Grader(question, wardEvents: try events(of: nil, log))
    for (n, patient) in patients.enumerated() {
      let answers = grader.answers(for: patient, try events(of: patient, log))
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

  private func events(
    of patient: PatientID?, _ log: some EventLog
  ) throws -> [Event] {
    let stored = try log.events(of: patient)
    let known = times.asStoredAt.map { limit in stored.filter { $0.storedAt <= limit } } ?? stored
    return try known.map { try $0.event(OpenedStore.reader) }
  }
}
