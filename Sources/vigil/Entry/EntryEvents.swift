import Clinical
import Console
import EventStore
import EventText

/// Makes events of what a form or a line hands over, and stores them: together or not at all.
struct EntryEvents: Sendable {
  let log: any EventLog
  /// Who writes now.
  var user: EntryUser
  /// `console`, `command`.
  let source: String
  let clock: StoreClock
  let random: @Sendable () -> (UInt64, UInt64)

  /// What became of it.
  enum Outcome {
    case stored(EntryReceipt, [Event], findings: [AppendFinding])
    case failed(EntryFailure)
  }

  /// Stores a submission and returns once it is durable, or is known not to be.
  ///
  /// - Parameter expects: what must still hold when it is stored; of an admission, that the patient
  ///   is not in the record.
  func store(
    _ submission: EntrySubmission, expecting expects: Authorship.Expectation? = nil
  ) -> Outcome {
    let expects =
      submission.kind == .admission
      ? Authorship.Expectation(nothingOf: submission.patient, after: 0) : expects
    func failed(_ outcome: EntryFailure.Outcome) -> Outcome {
      .failed(EntryFailure(form: submission.form, outcome: outcome))
    }
    let sent: [SentEvent]
    do throws(Refusal) { sent = try made(of: submission) } catch {
      return failed(.refused("\(error)"))
    }
    do throws(StoreError) {
      let outcomes = try log.append(
        sent, by: .live(login: user.login, role: user.role, source: source, expecting: expects),
        together: true, clock: clock)
      return settle(submission, sent.map(\.event), outcomes) ?? failed(.refused("nothing to store"))
    } catch {
      return failed(
        error.code == .unknownOutcome ? .unknown("\(error)") : .refused("\(error)"))
    }
  }

  /// The events of a submission, each with an id of its own, held against all that is asked of an
  /// event.
  func made(of submission: EntrySubmission) throws(Refusal) -> [SentEvent] {
    let now = clock()
    let isSet = submission.items.count > 1
    let set = submission.set ?? (isSet ? EventID(now: now, random: random()) : nil)
    var sent: [SentEvent] = []
    for item in submission.items {
      let event = Event(
        id: EventID(now: now, random: random()),
        patient: item.isOfPatient ? submission.patient : nil, at: item.at, set: set,
        corrects: item.corrects, reason: item.reason, content: item.content)
      sent.append(try OpenedStore.reader.read(event))
    }
    return sent
  }

  private func settle(
    _ submission: EntrySubmission, _ events: [Event], _ outcomes: [AppendOutcome]
  ) -> Outcome? {
    var ids: [EventID] = []
    var at: Instant?
    var findings: [AppendFinding] = []
    for outcome in outcomes {
      switch outcome {
      case .stored(_, let id, let storedAt, let found):
        ids.append(id)
        at = storedAt
        findings += found
      case .duplicate(_, let id): ids.append(id)
      case .overtaken(let refusal, let newest):
        let failure: EntryFailure.Outcome =
          (try? newest.event(OpenedStore.reader)).map { .overtaken(newest: $0) }
          ?? .refused("\(refusal)")
        return .failed(EntryFailure(form: submission.form, outcome: failure))
      case .refused(let refusal):
        return .failed(EntryFailure(form: submission.form, outcome: .refused("\(refusal)")))
      case .withheld: continue
      }
    }
    guard ids.count == events.count, let at else { return nil }
    return .stored(
      EntryReceipt(
        form: submission.form, patient: submission.patient, kind: submission.kind, ids: ids,
        storedAt: at, login: user.login),
      events.map { event in
        var event = event
        event.recordedAt = at
        event.by = user.login
        // A `user` event has the role of the person of whom it tells.
        if event.kind != .user { event.role = user.role }
        event.source = source
        return event
      }, findings: findings)
  }
}
