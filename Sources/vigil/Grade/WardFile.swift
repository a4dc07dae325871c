import Clinical
import EventText
import Grading

/// A JSON Lines file of a ward read whole, to be graded or shown without a store.
struct WardFile {
  private(set) var byPatient: [PatientID: [Event]] = [:]
  /// Events of no patient.
  private(set) var wardEvents: [Event] = []
  /// In the order of lines.
  let refusals: [Refusal]
  let findings: [FileFinding]
  /// The moment at which the sample ward's demonstration begins, where the file names one.
  private(set) var demoMoment: Instant?

  /// Reads a file, or standard input for `-`.
  init(path: String, _ environment: Environment) throws {
    let source = path == "-" ? environment.input : try Source(path: path)
    var file = EventFile(reader: OpenedStore.reader)
    var piece = try source.read(upTo: 1 << 18)
    try ContentFormat.requireJSONLines(piece[...], source.name)
    while !piece.isEmpty {
      file.take(piece[...])
      piece = try source.read(upTo: 1 << 18)
    }
    file.finish()
    refusals = file.refusals
    findings = file.findings
    for sent in file.events {
      let event = sent.event
      if case .site(let site) = event.content, let moment = site.demoMoment { demoMoment = moment }
      if let patient = event.patient {
        byPatient[patient, default: []].append(event)
      } else {
        wardEvents.append(event)
      }
    }
  }

  /// Done, or with findings where a line was refused or is worth a word.
  var status: ExitStatus { refusals.isEmpty && findings.isEmpty ? .done : .findings }

  /// Says what was refused and found.
  ///
  /// - Parameter name: as messages call the file.
  func tell(as name: String, _ environment: Environment) {
    for refusal in refusals { environment.messages.say("\(name): \(refusal)") }
    for finding in findings { environment.messages.say("\(name): \(finding)") }
  }

  /// What is asked of the file, where the time that nothing else gives is its latest, or its own
  /// moment; `nil`, and that is said, where it holds no event.
  func question(
    _ times: GradeTimes, usesDemoMoment: Bool, as name: String, _ environment: Environment
  ) -> GradeQuestion? {
    let zone = times.zone ?? Zone.ofRecord(wardEvents)
    guard let now = (usesDemoMoment ? demoMoment : nil) ?? latest(in: zone) else {
      environment.messages.say("\(name): holds no event that could be graded")
      return nil
    }
    return times.question(now: now)
  }

  /// The latest `at` in the file; `nil` for a file without events.
  func latest(in zone: Zone) -> Instant? {
    let ward = wardEvents.lazy.map { $0.at.start(in: zone) }.max()
    let rest = byPatient.values.lazy.compactMap { events in
      events.lazy.map { $0.at.start(in: zone) }.max()
    }.max()
    return [ward, rest].compactMap { $0 }.max()
  }
}
