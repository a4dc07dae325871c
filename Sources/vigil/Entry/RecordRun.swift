import Clinical
import Console
import EventStore
import EventText
import Grading

/// One line of `vigil record`: understood, checked, stored, and answered with the grade.
struct RecordRun {
  private let log: any EventLog
  private let patient: PatientID
  private let environment: Environment
  private let ward: [Event]
  private let record: PatientRecord
  private let user: EntryUser
  private let words = EntryCatalogue.english
  /// Why a limit is passed.
  var reason: String?

  init(
    log: any EventLog, patient: PatientID, events: (ward: [Event], own: [Event]),
    _ environment: Environment
  ) {
    self.log = log
    self.patient = patient
    self.environment = environment
    ward = events.ward
    let zone = Zone.ofRecord(events.ward + events.own)
    record = PatientRecord(patient, events: events.ward + events.own, zone: zone)
    user = EntryUser(
      login: environment.person.login ?? "-", among: events.ward, zone: zone)
  }

  /// Records a line.
  ///
  /// - Throws: `Failure` where it is not understood, not allowed or not stored.
  mutating func record(_ line: [String], format: FormatOption.Format) throws -> ExitStatus {
    try checkRole()
    let now = environment.now()
    let understood = try understand(line, now)
    let context = EntryContext(
      record: record, user: user, isTraining: log.identity.kind != .ward, now: now,
      at: understood.at)
    var status = try confirm(understood, context)
    try giveReason(understood, context)
    let at = understood.at ?? now.wholeSecond
    let time = EventTime.moment(at, utcOffset: record.zone.offset(at: at))
    let submission = EntrySubmission(
      form: "line:\(patient)", kind: .line, patient: patient,
      items: understood.contents.map {
        EntrySubmission.Item(at: time, content: $0, reason: reason)
      })
    let writer = EntryEvents(
      log: log, user: user, source: "command", clock: environment.now,
      random: environment.random)
    switch writer.store(submission) {
    case .failed(let failure): throw Self.failure(failure)
    case .stored(_, let events, let findings):
      for finding in findings {
        environment.messages.say("vigil: \(finding.text)")
        status = .findings
      }
      try show(events, format: format)
      return status
    }
  }

  // MARK: Before it is stored

  private func checkRole() throws {
    guard user.role != nil else { throw Failure.couldNot(words(.notAUser, user.login)) }
    let isTraining = log.identity.kind != .ward
    guard user.may(.observe, inTraining: isTraining) else {
      let roles = EntryAct.observe.roles.map(\.rawValue).joined(separator: ", ")
      throw Failure.couldNot(words(.mayNot, roles))
    }
  }

  private func understand(_ line: [String], _ now: Instant) throws -> RecordLine {
    do throws(RecordLine.Problem) {
      return try RecordLine(line, now: now, zone: record.zone)
    } catch {
      var text = words(error.text)
      if error.isUnknownWord {
        let known = RecordLine.keywords + RecordLine.names
        text += NearestName.of(error.word, in: known).map { "; the nearest is \($0)" } ?? ""
      }
      throw Failure.usage(text + "; nothing was stored")
    }
  }

  // An improbable value is asked for again where somebody can answer; elsewhere it is stored and
  // reported, for what was measured must be recordable.
  private func confirm(_ line: RecordLine, _ context: EntryContext) throws -> ExitStatus {
    var status = ExitStatus.done
    for (_, value, why) in Suspicion.improbable(line.contents, in: context) {
      guard environment.canAsk else {
        environment.messages.say("vigil: \(value) is improbable (\(words(why))); stored as given")
        status = .findings
        continue
      }
      let again = try Question.ask("\(value) \(words(why)); type it again", nil, environment)
      guard again == value else {
        throw Failure.usage("\(value) and \(again) differ; nothing was stored")
      }
    }
    return status
  }

  // The limits of tocilizumab, which only a reason overcomes.
  private mutating func giveReason(_ line: RecordLine, _ context: EntryContext) throws {
    let stops = TocilizumabStops.texts(of: line.contents, in: context)
    guard !stops.isEmpty, reason == nil else { return }
    let text = stops.map { words($0) }.joined(separator: " ")
    guard environment.canAsk else {
      throw Failure.usage(text + " Write it with --reason; nothing was stored")
    }
    environment.messages.say(text)
    reason = try Question.ask("Reason", nil, environment)
  }

  private static func failure(_ failure: EntryFailure) -> Failure {
    switch failure.outcome {
    case .refused(let text): .couldNot("not stored: \(text)")
    case .unknown(let text):
      .couldNot("not known whether it was stored: \(text); look with vigil export")
    case .overtaken(let newest): .couldNot("not stored: \(newest.by ?? "-") has changed it")
    }
  }

  // MARK: After it

  private func show(_ events: [Event], format: FormatOption.Format) throws {
    let stored = try log.events(of: patient)
    let own = try stored.map { try $0.event(OpenedStore.reader) }
    let now = environment.now()
    let grader = Grader(GradeQuestion(at: now), wardEvents: ward)
    let answers = grader.answers(for: patient, grader.course(of: own))
    let ids = Set(events.map(\.id))
    switch format {
    case .json:
      for event in stored where ids.contains(event.id) {
        try environment.output.write(jsonLine: event.body)
      }
    case .text:
      let summary = PatientSummary(record.course.factsOfPresence)
      let who = [summary.name, summary.hospitalNumber].compactMap { $0 }
      for event in events {
        let line =
          "stored for \(([patient.text] + who).joined(separator: ", ")): "
          + Catalogue.english.text(of: event)
        try environment.output.write(Printable.line(line) + "\n")
      }
    }
    try GradePrinter(format: format, isTimeline: false)
      .write(answers, isFirst: format == .json, to: environment.output)
  }
}

extension OpenedStore {
  /// The ward's events and a patient's.
  static func events(
    of patient: PatientID, in log: any EventLog
  ) throws -> (ward: [Event], own: [Event]) {
    (
      try log.events(of: nil).map { try $0.event(reader) },
      try log.events(of: patient).map { try $0.event(reader) }
    )
  }
}
