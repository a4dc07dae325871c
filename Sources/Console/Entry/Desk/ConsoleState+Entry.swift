import Clinical
import Grading
import Replay
import Surveillance
import Terminal

extension ConsoleState {
  /// The words of the entry room in the console's language.
  package var entryWords: EntryCatalogue { EntryCatalogue.of(words.language) }

  /// Opens a form for the patient in front, or says why not.
  ///
  /// From the ward the record is asked for first, and the form opens when it has come.
  mutating func openForm(
    _ kind: FormKind, of patient: PatientID? = nil, targets: [EventID] = [],
    texts: [String: String] = [:], alert: AlertAtHand? = nil
  ) -> [Effect] {
    guard let id = patient ?? patientInFront else {
      message = Message(entryWords(.choosePatient), .warning)
      return []
    }
    if let refusal = refusal(opening: kind) {
      message = Message(refusal, .warning)
      return []
    }
    entry.pending = EntryDesk.Pending(
      kind: kind, patient: id, targets: targets, texts: texts, alert: alert)
    guard let record = self.patient?.record, record.id == id else { return [.loadPatient(id)] }
    return begin(with: record)
  }

  /// Whom a command is about: the patient who is open, of the lit alert, of the lit line.
  var patientInFront: PatientID? {
    switch screen {
    case .patient: patient?.record.id
    case .alerts: chosenAlert?.patient
    case .ward: chosenRow?.id
    case .about, .trial, .table: nil
    case .holding: holding.chosen?.patient
    }
  }

  /// Why the person may not; `nil` where there is nothing against it.
  func refusal(_ act: EntryAct) -> String? {
    guard let user = entry.user, user.role != nil else {
      return entryWords(.notAUser, entry.user?.login ?? "-")
    }
    guard !user.may(act, inTraining: entry.isTraining) else { return nil }
    let roles = act.roles.map { entryWords($0.entryWord) }.joined(separator: ", ")
    return entryWords(.mayNot, roles)
  }

  // The form of settings is a physician's for a patient and an administrator's for the ward; which
  // of the two it is, is answered in it.
  private func refusal(opening kind: FormKind) -> String? {
    guard kind == .setting, refusal(.administer) == nil else { return refusal(kind.act) }
    return nil
  }

  /// Begins the form that waits, with the record that has come.
  mutating func begin(with record: PatientRecord) -> [Effect] {
    guard let pending = entry.pending, pending.patient == record.id, let user = entry.user else {
      return []
    }
    var context = EntryContext(
      record: record, user: user, isTraining: entry.isTraining, site: site, now: now)
    context.alert = pending.alert
    context.hidesGrades = isInLesson
    let originals = pending.targets.compactMap { id in
      record.events.first { $0.id == id }
    }
    for event in originals {
      if let refusal = refusal(user.act(correcting: event, at: now, zone: zone)) {
        message = Message(refusal, .warning)
        entry.pending = nil
        return []
      }
    }
    var state = EntryState(
      pending.kind, context, originals: originals,
      texts: pending.texts.isEmpty ? nil : pending.texts, bedToType: bedToType(for: record))
    state.twin = twin(of: state)
    return present(state, to: user)
  }

  /// Puts a form in front, and asks for the draft of whoever opens it.
  mutating func present(_ state: EntryState, to user: EntryUser) -> [Effect] {
    entry.open = state
    alerts.foresight = nil
    // Whoever enters something in a lesson stands at the bedside: time stands too.
    replay?.clock.pause()
    entry.pending = nil
    list = nil
    message = nil
    // A draft of one's own is asked for; it comes into the open form. Right after the start nobody
    // knows yet whether there is one.
    let own = entry.marks.contains { $0.login == user.login && $0.form == state.name }
    guard own || !entry.knowsMarks, state.kind.keepsDraft else { return [] }
    entry.open?.held = []
    return [.loadDraft(form: state.name)]
  }

  // The bed, where another patient in house bears the same name or one like it.
  private func bedToType(for record: PatientRecord) -> String? {
    guard let own = ward.patients[record.id], let name = own.summary.name, let bed = own.summary.bed
    else { return nil }
    var names = [record.id: name]
    for other in ward.patients.values where other.summary.isInHouse(at: now, zone: zone) {
      if other.id != record.id { names[other.id] = other.summary.name }
    }
    return SimilarNames.alike(names).contains(record.id) ? bed : nil
  }

  /// Somebody else's entry of the same kind within half an hour, or open form.
  func twin(of state: EntryState) -> EntryState.Twin? {
    guard state.originals.isEmpty, !state.kind.kinds.isEmpty else { return nil }
    let at = state.observedAt
    func isNear(_ t: Instant) -> Bool {
      abs((t - at).microseconds) <= TimeSpan.minutes(30).microseconds
    }
    for fact in state.context.record.course.facts.reversed() {
      guard state.kind.kinds.contains(fact.event.kind), isNear(fact.key.at),
        let by = fact.event.by
      else { continue }
      // One's own of the very same time: saved, and then the line broke before the draft went.
      let isOwn = by == state.context.user.login
      guard !isOwn || fact.key.at == at && state.resumedFrom != nil else { continue }
      let written = fact.event.recordedAt ?? fact.key.at
      return EntryState.Twin(
        by: by, at: fact.key.at, isSaved: true, asks: isOwn || written >= state.openedAt)
    }
    let others = entry.marks.filter { mark in
      mark.kind == state.kind && mark.patient == state.context.patient
        && mark.login != state.context.user.login && now - mark.savedAt <= .minutes(30)
    }
    return others.first.map {
      EntryState.Twin(by: $0.login, at: $0.savedAt, isSaved: false, asks: false)
    }
  }

  // MARK: While a form is open

  /// A key while a form is open.
  mutating func pressInForm(_ key: Key) -> [Effect] {
    if let held = entry.open?.held, !held.isEmpty || key.code != .escape {
      entry.open?.held?.append(.key(key))
      return []
    }
    if entry.open?.asksToDiscard == true { return settleDiscard(key) }
    // Letters belong to the field; everything else may be a command.
    if key.text == nil, let command = keymap.command(for: key, in: .entry),
      command.id != "back" || key.code == .escape
    {
      return perform(command)
    }
    guard entry.open?.press(key) == true else { return [] }
    return afterTyping()
  }

  mutating func pasteInForm(_ text: String) -> [Effect] {
    if entry.open?.held != nil {
      entry.open?.held?.append(.paste(text))
      return []
    }
    entry.open?.paste(text)
    return afterTyping()
  }

  private mutating func afterTyping() -> [Effect] {
    guard let state = entry.open else { return [] }
    if state.wantsSave { return saveForm() }
    return keepDraft() + foresee()
  }

  // Every key leads to a draft that is as new as the screen.
  private func keepDraft() -> [Effect] {
    guard let state = entry.open, state.draftAt != nil, state.kind.keepsDraft else { return [] }
    guard let bytes = state.draftBytes else { return [.discardDraft(form: state.name)] }
    return [
      .saveDraft(EntryDraft(form: state.name, patient: state.context.patient, content: bytes))
    ]
  }

  /// F2, or Enter at the end.
  mutating func saveForm() -> [Effect] {
    guard var state = entry.open else { return [] }
    guard state.held == nil else {
      message = Message(entryWords(.draftAwaited))
      return []
    }
    state.twin = twin(of: state)
    if let refusal = refusal(state.act) {
      message = Message(refusal, .warning)
      return keepDraft()
    }
    let submission = state.save()
    entry.open = state
    let kept = keepDraft()
    guard let submission else { return kept }
    return kept + [.append(submission)]
  }

  /// Esc: leaves the form; what was typed stays as a draft.
  mutating func leaveForm() -> [Effect] {
    guard let state = entry.open else { return [] }
    let effects = keepDraft()
    entry.open = nil
    entry.pending = nil
    if case .saving = state.phase {
      message = Message(entryWords(.stillSaving))
    } else if state.draftBytes != nil, state.kind.keepsDraft {
      message = Message(entryWords(.draftKept))
    }
    return effects
  }

  // MARK: Answers

  mutating func take(_ receipt: EntryReceipt) -> [Effect] {
    entry.marks.removeAll { $0.form == receipt.form && $0.login == receipt.login }
    let isOwn = receipt.login == entry.user?.login
    if isOwn {
      entry.lastReceipt = receipt
      if entry.open?.name == receipt.form { entry.open = nil }
    }
    let time = LocalTime(zone: zone).clockWithSeconds(receipt.storedAt)
    message = Message(entryWords(.saved, time, entryWords(receipt.kind.form.title)))
    // That of somebody who has gone meanwhile is discarded where it was stored.
    return isOwn ? [.discardDraft(form: receipt.form)] : []
  }

  mutating func take(_ failure: EntryFailure) -> [Effect] {
    if entry.open?.name == failure.form {
      entry.open?.fail(failure.outcome)
    } else {
      message = Message(entryWords(.notSaved), .failure)
    }
    return []
  }

  mutating func take(marks: [EntryDraftMark]) -> [Effect] {
    entry.marks = marks
    entry.knowsMarks = true
    if var state = entry.open {
      state.twin = twin(of: state)
      entry.open = state
    }
    return []
  }

  /// A draft that was asked for.
  mutating func take(draft form: String, _ bytes: [UInt8]?) -> [Effect] {
    guard entry.open?.name == form else { return [] }
    let held = entry.open?.held ?? []
    entry.open?.held = nil
    if let bytes, entry.open?.draftAt == nil {
      let saved = entry.marks.first { $0.form == form && $0.login == entry.user?.login }?.savedAt
      if entry.open?.resume(bytes, savedAt: saved) == false {
        message = Message(entryWords(.draftUnreadable), .warning)
      }
    }
    return held.flatMap { update(.terminal($0)) } + foresee()
  }

  /// Events that came while a form is open.
  mutating func takeIntoForm(_ events: [Event]) -> [Effect] {
    guard var state = entry.open else { return [] }
    let own = events.filter { $0.patient == state.context.patient || $0.patient == nil }
    guard !own.isEmpty else { return [] }
    state.context.append(own)
    state.twin = twin(of: state)
    entry.open = state
    // What would be raised or ended was worked out without them.
    alerts.foresight = nil
    return foresee()
  }
}
