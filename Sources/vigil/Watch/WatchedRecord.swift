import Clinical
import EventStore
import EventText
import Grading
import Surveillance

/// The courses that a question about alerts or the plan is asked of, from a store or a file.
struct WatchedRecord {
  /// The instant that is asked about.
  private(set) var now: Instant
  /// In order of id.
  private(set) var courses: [(patient: PatientID, course: GradedCourse)] = []
  /// What reading a file came to.
  private(set) var status = ExitStatus.done

  /// - Parameter toTheEnd: a file is read to its last event where no time was asked for, even where
  ///   it names a moment of its own.
  init(
    _ options: RecordOptions, _ store: StoreOptions, _ data: DataOptions, toTheEnd: Bool,
    _ environment: Environment
  ) throws {
    let times = GradeTimes(
      at: try TimeArgument.read(options.at, "--at"),
      asKnownAt: try TimeArgument.read(options.asKnownAt, "--as-known-at"), asStoredAt: nil,
      isTimeline: false, zone: try ZoneArgument.read(options.timeZone))
    now = environment.now()
    if let path = try options.sample?.path(data, environment) ?? options.events {
      let usesMoment = options.sample != nil && !toTheEnd
      try read(path, usesMoment: usesMoment, options.patients, times, environment)
    } else {
      try read(try store.place(environment), options.patients, times, environment)
    }
  }

  private mutating func read(
    _ path: String, usesMoment: Bool, _ names: [String], _ times: GradeTimes,
    _ environment: Environment
  ) throws {
    let file = try WardFile(path: path, environment)
    file.tell(as: path, environment)
    status = file.status
    let patients = try PatientChoice.of(names, among: Array(file.byPatient.keys), in: path)
    guard
      let question = file.question(times, usesDemoMoment: usesMoment, as: path, environment)
    else { return }
    now = question.at
    let grader = Grader(question, wardEvents: file.wardEvents)
    courses = patients.map { ($0, grader.course(of: file.byPatient[$0] ?? [])) }
  }

  private mutating func read(
    _ place: StorePlace, _ names: [String], _ times: GradeTimes, _ environment: Environment
  ) throws {
    let log = try OpenedStore.open(place, environment)
    let question = times.question(now: now)
    now = question.at
    let patients = try PatientChoice.of(names, among: try log.patients(), in: place.path)
    let ward = try log.events(of: nil).map { try $0.event(OpenedStore.reader) }
    let grader = Grader(question, wardEvents: ward)
    for patient in patients {
      let own = try log.events(of: patient).map { try $0.event(OpenedStore.reader) }
      courses.append((patient, grader.course(of: own)))
    }
    if patients.isEmpty {
      environment.messages.say(
        "\(place.path) holds no patient yet; `vigil import` brings events in")
    }
  }

  /// What is watched of each patient, one after the other.
  func surveillances() -> [(PatientSurveillance, GradedCourse)] {
    courses.map { (WatchedCourse($0.patient, $0.course).surveillance(at: now), $0.course) }
  }
}
