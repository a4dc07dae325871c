import Clinical
import Terminal

extension EntryState {
  /// Hands over what was entered, or goes to what stands in the way and says why.
  ///
  /// In turn: what is refused, what is missing, what must be typed again. Nothing of it can be
  /// passed by pressing the same key once more.
  package mutating func save() -> EntrySubmission? {
    wantsSave = false
    guard phase == .filling else { return nil }
    context.look(at: observedAt)
    let reading = settled
    if let excess = QuickLine.split(texts["quick"]?.text ?? "").excess, kind == .vitals {
      return stop(at: "quick", EntryText(.lineTooLong, excess))
    }
    for spec in reading.specs {
      if case .refused(let text) = reading[spec.id] { return stop(at: spec.id, text) }
    }
    guard !reading.isBlank || !kind.keepsDraft else {
      return stop(at: focus, EntryText(.nothingEntered))
    }
    for spec in reading.specs where spec.isRequired && reading[spec.id].isEmpty {
      let text = spec.remark ?? stopText(reading) ?? EntryText(.isNeeded)
      return stop(at: spec.id, text)
    }
    if let suspicion = suspicions(reading).first {
      again = Again(field: suspicion.field, why: suspicion.why, input: TextInput("", limit: 40))
      focus = suspicion.field
      savesAfterAgain = true
      return nil
    }
    let submission = submission(of: reading)
    guard !submission.items.isEmpty else { return stop(at: focus, EntryText(.nothingChanged)) }
    phase = .saving
    return submission
  }

  // The reading with nothing being typed any more.
  private var settled: FormReading {
    var quiet = self
    quiet.focus = ""
    return quiet.reading
  }

  private func stopText(_ reading: FormReading) -> EntryText? {
    kind.form.stops(reading).first
  }

  private mutating func stop(at field: String, _ text: EntryText) -> EntrySubmission? {
    focus = field
    notice = Notice(text: text, isRefusal: true)
    return nil
  }

  /// The store has refused it, or could not say.
  package mutating func fail(_ outcome: EntryFailure.Outcome) {
    switch outcome {
    case .refused(let text):
      phase = .filling
      notice = Notice(text: EntryText(.storeRefused, text), isRefusal: true)
    case .unknown(let text):
      phase = .unknown(text)
      notice = Notice(text: EntryText(.notKnownWhetherSaved, text), isRefusal: true)
    case .overtaken(let newest):
      phase = .filling
      overtaken = newest
      notice = Notice(text: EntryText(.overtakenBy, newest.by ?? "-"), isRefusal: true)
    }
  }
}
