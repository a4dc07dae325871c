import Clinical
import EventStore
import EventText
import Grading
import Interchange

/// Files messages of HL7 version 2: finds the patient, fits corrections to what is there, stores, and
/// keeps what cannot be filed for a person.
struct MessageDesk {
  private let log: any EventLog
  /// `nil` in a rehearsal, which keeps nothing.
  private let holding: (any HoldingList)?
  private let clock: StoreClock
  /// False where a message for training waits instead of being filed.
  private let takesTraining: Bool
  private var directory: PatientDirectory
  private(set) var zone: Zone
  private var seen: Int64 = 0

  init(
    _ log: any EventLog, holding: (any HoldingList)?, takesTraining: Bool,
    clock: @escaping StoreClock
  ) throws {
    self.log = log
    self.holding = holding
    self.clock = clock
    self.takesTraining = takesTraining
    zone = Zone.ofRecord(try log.events(of: nil).map { try $0.event(OpenedStore.reader) })
    directory = PatientDirectory(zone: zone)
    try follow()
  }

  /// Who files what waited, and for whom.
  struct Assignment {
    var patient: PatientID
    var login: String
    var role: Role?
  }

  /// What became of a message.
  struct Answer {
    /// As far as it could be read.
    var message: HL7Message?
    var outcome: HL7Acknowledgement.Outcome
    var stored = 0
    var alreadyThere = 0
    /// What is not charted, and why.
    var notes: [String] = []
    /// What is odd about it.
    var remarks: [String] = []
    /// What waits, and why.
    var held: [HL7Charting.Held] = []
    /// True where an entry of the holding list is new.
    var isNewlyHeld = false
  }

  /// Files a message as it came.
  ///
  /// - Throws: when the store cannot be read or written; nothing is to be acknowledged then.
  mutating func file(_ bytes: ArraySlice<UInt8>) throws -> Answer {
    try follow()
    var answer = Answer(outcome: .accepted)
    do throws(HL7Error) {
      let message = try HL7Message(bytes)
      answer.message = message
      if case .acknowledge(let what) = try HL7Intake.decide(message) {
        answer.notes = ["\(what): acknowledged and not charted"]
        return answer
      }
    } catch {
      if answer.message == nil { answer.message = Self.header(of: bytes) }
      answer.outcome = .rejected(error)
      return answer
    }
    for part in HL7Intake.onePatientEach(bytes) {
      let message = try? HL7Message(part)
      guard let message else { continue }
      try file(message, part, assigned: nil, &answer)
    }
    if !answer.held.isEmpty { answer.outcome = .notFiled(answer.held.map(\.line)) }
    return answer
  }

  /// Files what waited for a patient whom somebody names.
  mutating func file(_ entry: HeldMessage, for assignment: Assignment) throws -> Answer {
    try follow()
    var answer = Answer(outcome: .accepted)
    do throws(HL7Error) {
      let message = try HL7Message(entry.content[...])
      answer.message = message
    } catch {
      answer.outcome = .rejected(error)
      return answer
    }
    guard let message = answer.message else { return answer }
    try file(message, entry.content[...], assigned: assignment, &answer)
    if !answer.held.isEmpty { answer.outcome = .notFiled(answer.held.map(\.line)) }
    return answer
  }

  // A message that cannot be taken is answered by its header, where that can be read.
  private static func header(of bytes: ArraySlice<UInt8>) -> HL7Message? {
    let line = bytes.prefix { $0 != 0x0D && $0 != 0x0A }.prefix(2000).filter { $0 < 0x80 }
    return try? HL7Message(line[...])
  }

  private mutating func file(
    _ message: HL7Message, _ bytes: ArraySlice<UInt8>, assigned: Assignment?,
    _ answer: inout Answer
  ) throws {
    let known = try holding?.heldMessage(ContentDigest.sha256(bytes))
    if assigned == nil, known?.settlement != nil {
      answer.remarks.append("it was worked off before; nothing is stored")
      answer.alreadyThere += 1
      return
    }
    let report = HL7Report(message, zone: zone)
    let charting = HL7Charting(report, now: clock())
    answer.notes += charting.notes
    answer.remarks += charting.remarks
    guard !charting.drafts.isEmpty || !charting.changes.isEmpty || !charting.held.isEmpty else {
      return
    }
    if assigned == nil, !takesTraining, let id = message.processingID, id == "T" || id == "D" {
      let held = HL7Charting.Held(
        reason: .notProduction,
        text: "MSH-11 is \(id), for \(id == "T" ? "training" : "debugging")")
      return try hold([held], bytes, report, nil, &answer)
    }
    let patient: PatientID
    if let assigned {
      patient = assigned.patient
    } else {
      let moment = charting.drafts.first?.at ?? charting.changes.first?.at
      switch directory.match(report, at: moment?.start(in: zone) ?? clock()) {
      case .patient(let found): patient = found
      case .none(let reason, let text):
        let held = [HL7Charting.Held(reason: reason, text: text)] + charting.held
        return try hold(held, bytes, report, nil, &answer)
      }
    }
    let held = charting.held + (try store(charting, patient, message, assigned, &answer))
    guard held.isEmpty else { return try hold(held, bytes, report, patient, &answer) }
    if var known, known.settlement == nil {
      known.patient = patient
      known.settlement = HeldMessage.Settlement(
        outcome: .filed, at: clock(), by: assigned?.login ?? "vigil",
        note: assigned == nil ? "it could be filed when it came again" : nil)
      try holding?.update(known)
    }
  }

  // Stores what is charted; returns what the record did not take.
  private func store(
    _ charting: HL7Charting, _ patient: PatientID, _ message: HL7Message,
    _ assigned: Assignment?, _ answer: inout Answer
  ) throws -> [HL7Charting.Held] {
    let source = "hl7:" + message.sender
    var held: [HL7Charting.Held] = []
    var events: [SentEvent] = []
    var fresh: [HL7Charting.Draft] = []
    for draft in charting.drafts {
      let sent: SentEvent
      do throws(Refusal) {
        sent = try ImportedEvent.sent(
          patient: patient, at: draft.at, draft.content, reader: OpenedStore.reader)
      } catch {
        held.append(HL7Charting.Held(reason: .refused, text: "\(error)"))
        continue
      }
      if try log.event(sent.event.id) != nil {
        answer.alreadyThere += 1
      } else if case .lab = draft.content {
        fresh.append(draft)
      } else if !draft.corrected.isEmpty {
        fresh.append(draft)
      } else {
        events.append(sent)
      }
    }
    if !fresh.isEmpty || !charting.changes.isEmpty {
      var resolution = HL7Resolution(
        facts: try log.readings(of: patient, zone: zone), source: Self.source(source))
      for draft in fresh { resolution.take(draft) }
      for change in charting.changes { resolution.take(change) }
      answer.remarks += resolution.notes
      held += resolution.held
      let steps = resolution.finished()
      if steps.isEmpty, resolution.held.isEmpty { answer.alreadyThere += 1 }
      for step in steps {
        do throws(Refusal) {
          events.append(
            try ImportedEvent.sent(
              patient: patient, at: step.at, step.content, corrects: step.corrects,
              reason: step.reason, reader: OpenedStore.reader))
        } catch {
          held.append(HL7Charting.Held(reason: .refused, text: "\(error)"))
        }
      }
    }
    let author = Authorship(
      entry: .imported, login: assigned?.login, role: assigned?.role, source: source)
    for outcome in try log.append(events, by: author, together: false, clock: clock) {
      switch outcome {
      case .stored: answer.stored += 1
      case .duplicate: answer.alreadyThere += 1
      case .refused(let refusal), .overtaken(let refusal, _):
        held.append(HL7Charting.Held(reason: .refused, text: "\(refusal)"))
      case .withheld: break
      }
    }
    return held
  }

  // As the store writes it into an event: on one line.
  private static func source(_ text: String) -> String {
    Authorship(entry: .imported, login: nil, role: nil, source: text).source
  }

  private func hold(
    _ held: [HL7Charting.Held], _ bytes: ArraySlice<UInt8>, _ report: HL7Report,
    _ patient: PatientID?, _ answer: inout Answer
  ) throws {
    answer.held += held
    guard let holding, let first = held.first else { return }
    let entry = HeldMessage(
      receivedAt: clock(), source: Self.source("hl7:" + report.message.sender),
      subject: report.subject, patient: patient, reason: first.reason.rawValue,
      text: held.map(\.line).joined(separator: "\n"), content: Array(bytes))
    if try holding.hold(entry) {
      answer.isNewlyHeld = true
    } else if var known = try holding.heldMessage(entry.id), known.settlement == nil,
      known.patient != patient || known.text != entry.text
    {
      known.patient = patient
      known.reason = entry.reason
      known.text = entry.text
      try holding.update(known)
    }
  }

  // Whoever came, moved or got a number since the last message.
  private mutating func follow() throws {
    guard try log.position() > seen else { return }
    let kinds = PatientDirectory.kinds.map(\.rawValue)
    var isWardChanged = false
    try log.forEachEvent(after: seen) { stored in
      seen = stored.seq
      guard let patient = stored.patient else {
        isWardChanged = true
        return
      }
      if kinds.contains(stored.kind) {
        directory.take(try stored.event(OpenedStore.reader))
      } else {
        directory.know(patient)
      }
    }
    guard isWardChanged else { return }
    let now = Zone.ofRecord(try log.events(of: nil).map { try $0.event(OpenedStore.reader) })
    if now != zone {
      zone = now
      directory = directory.moved(to: now)
    }
  }
}

extension HL7Charting.Held {
  /// One line for a person.
  var line: String { "\(reason.label): \(text)" }
}

extension HL7Report {
  /// Whose it says that it is, for a list.
  var subject: String {
    if !identifiers.isEmpty { return identifiers.joined(separator: ", ") }
    guard let bed else { return "" }
    return "bed " + (unit.map { "\($0) " } ?? "") + bed
  }
}
