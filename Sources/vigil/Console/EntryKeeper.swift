import Clinical
import Console
import EventStore
import EventText

/// Stores what forms hand over, and keeps drafts, in a log; its calls block and belong on a thread of
/// their own.
struct EntryKeeper: Sendable {
  let log: any EventLog & PersonalNotes
  let user: EntryUser
  let zone: Zone
  let clock: StoreClock
  let random: @Sendable () -> (UInt64, UInt64)

  /// Stores all of a form or none of it, and tells what became of it.
  func store(_ submission: EntrySubmission) -> Input {
    do {
      let sent = try events(of: submission)
      let outcomes = try log.append(
        sent, by: .live(login: user.login, role: user.role, source: "console"), together: true,
        clock: clock)
      return answer(submission, sent, outcomes)
    } catch let error as StoreError {
      return .appendFailed(
        EntryFailure(form: submission.form, outcome: error.code == .unknownOutcome ? .unknown("\(error)") : .refused("\(error)")))
    } catch {
      return .appendFailed(EntryFailure(form: submission.form, outcome: .refused("\(error)")))
    }
  }

  private func events(of submission: EntrySubmission) throws -> [SentEvent] {
    let now = clock()
    let set = submission.set ?? (submission.items.count > 1 ? EventID(now: now, random: random()) : nil)
    return try submission.items.map { item in
      try OpenedStore.reader.read(
        Event(
          id: EventID(now: now, random: random()),
          patient: item.isOfPatient ? submission.patient : nil, at: item.at, set: set,
          corrects: item.corrects, reason: item.reason, content: item.content))
    }
  }

  private func answer(
    _ submission: EntrySubmission, _ sent: [SentEvent], _ outcomes: [AppendOutcome]
  ) -> Input {
    for outcome in outcomes {
      switch outcome {
      case .overtaken(_, let newest):
        if let event = try? newest.event(OpenedStore.reader) {
          return .appendFailed(
            EntryFailure(form: submission.form, outcome: .overtaken(newest: event)))
        }
        fallthrough
      case .refused:
        let text = outcome.refusal.map { "\($0)" } ?? ""
        return .appendFailed(EntryFailure(form: submission.form, outcome: .refused(text)))
      case .stored, .duplicate, .withheld: continue
      }
    }
    var storedAt = clock()
    for case .stored(_, _, let at, _) in outcomes { storedAt = at }
    return .appended(
      EntryReceipt(
        form: submission.form, patient: submission.patient, kind: submission.kind,
        ids: sent.map(\.event.id), storedAt: storedAt))
  }

  /// Keeps a draft, and tells which exist.
  func keep(_ draft: EntryDraft) -> Input {
    notes { log throws(StoreError) in
      try log.save(
        Draft(
          login: user.login, form: draft.form, patient: draft.patient, savedAt: clock(),
          content: draft.content))
    }
  }

  func discard(_ form: String) -> Input {
    notes { log throws(StoreError) in try log.discardDraft(of: user.login, form: form) }
  }

  /// One's own draft of a form.
  func draft(_ form: String) -> Input {
    do {
      return .draft(form: form, try log.draft(of: user.login, form: form)?.content)
    } catch {
      return .message(Message("\(error)", .failure))
    }
  }

  /// Which drafts exist, everybody's.
  func marks() -> Input { notes { _ throws(StoreError) in } }

  private func notes(
    _ change: (any EventLog & PersonalNotes) throws(StoreError) -> Void
  ) -> Input {
    do {
      try change(log)
      return .drafts(
        try log.draftMarks().map {
          EntryDraftMark(login: $0.login, form: $0.form, patient: $0.patient, savedAt: $0.savedAt)
        })
    } catch {
      return .message(Message("\(error)", .failure))
    }
  }
}
