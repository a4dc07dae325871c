import Clinical
import Terminal

extension ConsoleState {
  /// A command of entry; `nil` for one of another part of the console.
  mutating func performEntry(_ id: String) -> [Effect]? {
    switch id {
    case "entry.save": return saveForm()
    case "entry.leave": return leaveForm()
    case "entry.time":
      entry.open?.focus(on: "at")
      return []
    case "entry.words":
      entry.open?.changeWords()
      return []
    case "entry.instrument":
      entry.open?.changeInstrument()
      return []
    case "entry.discard": return discardForm()
    case "entry.correct": return openChosenEvent(.vitals)
    case "entry.retract": return openChosenEvent(.retract)
    case "entry.undo": return undoLast()
    case "ward.record": return openWardRecord()
    default:
      guard id.hasPrefix("enter."), let kind = FormKind(rawValue: String(id.dropFirst(6))) else {
        return nil
      }
      return openForm(kind)
    }
  }

  /// What is typed into the palette, where it is a line of `vigil record`: understood whole, or
  /// begun by one of its words and nothing else in the palette.
  var lineInPalette: String? {
    guard let list, case .palette = list.kind, entry.open == nil else { return nil }
    let text = TypedText.plain(list.picker.query.text)
    if (try? RecordLine(text, now: now, zone: zone)) != nil { return text }
    let first = text.split(separator: " ").first.map { $0.lowercased() } ?? ""
    let begins = RecordLine.keywords.contains(first) && text.contains(" ")
    return begins && list.picker.found.isEmpty ? text : nil
  }

  // Discarding is asked for by a key and done by another: the first empties nothing.
  private mutating func discardForm() -> [Effect] {
    entry.open?.asksToDiscard = true
    return []
  }

  /// The answer to whether a draft is to be thrown away.
  mutating func settleDiscard(_ key: Key) -> [Effect] {
    guard let state = entry.open else { return [] }
    entry.open?.asksToDiscard = false
    guard key.text == "d" else { return [] }
    entry.open = nil
    message = Message(entryWords(.discarded))
    return [.discardDraft(form: state.name)]
  }

  // The event on which the list stands, with all that was saved together with it.
  private mutating func openChosenEvent(_ kind: FormKind) -> [Effect] {
    guard screen == .patient, let open = patient, open.part == .events else {
      message = Message(entryWords(.chooseEvent), .warning)
      return []
    }
    let list = eventList(open)
    guard let line = list.chosen else {
      message = Message(entryWords(.chooseEvent), .warning)
      return []
    }
    if line.fate.isStruck {
      message = Message(entryWords(.notInForce), .warning)
      return []
    }
    let event = line.event
    guard kind == .retract || event.kind != .retraction, event.patient != nil else {
      message = Message(entryWords(.cannotCorrect), .warning)
      return []
    }
    let together = list.lines.filter {
      event.set != nil && $0.event.set == event.set && !$0.fate.isStruck
        && ($0.event.kind == .retraction) == (event.kind == .retraction)
    }.map(\.event)
    let targets = together.isEmpty ? [event] : together
    guard kind != .retract else { return openForm(.retract, targets: targets.map(\.id)) }
    guard let form = Self.form(for: targets) else {
      message = Message(entryWords(.cannotCorrect), .warning)
      return []
    }
    return openForm(form, targets: targets.map(\.id))
  }

  // A round is corrected as a round, whatever of it was chosen; a set that no form holds whole is
  // corrected one event at a time.
  private static func form(for events: [Event]) -> FormKind? {
    let kinds = Set(events.map(\.kind))
    if kinds.contains(.vitals) {
      return kinds.isSubset(of: [.vitals, .oxygen, .consciousness, .notDone]) ? .vitals : nil
    }
    return events.first.flatMap { FormKind(of: $0.kind) }
  }

  private mutating func undoLast() -> [Effect] {
    guard let receipt = entry.lastReceipt else {
      message = Message(entryWords(.nothingToUndo))
      return []
    }
    guard let id = receipt.patient else {
      message = Message(entryWords(.nothingToUndo))
      return []
    }
    guard let record = patient?.record, record.id == id else {
      entry.pending = EntryDesk.Pending(
        kind: .retract, patient: id, targets: receipt.ids, texts: [:])
      return [.loadPatient(id)]
    }
    return openForm(.retract, targets: receipt.ids)
  }
}

extension EntryState {
  /// Another word set, as long as no object was named.
  mutating func changeWords() {
    guard kind == .neuro, phase == .filling else { return }
    wordSet = ICEWords.next(after: wordSet)
    draftAt = context.now
  }

  /// ICE in the place of CAPD, or the other way round.
  mutating func changeInstrument() {
    guard kind == .neuro, phase == .filling, originals.isEmpty else { return }
    usesCAPD.toggle()
    draftAt = context.now
    let reading = self.reading
    focus = NeuroForm().firstField(reading) ?? focus
  }
}

extension Clinical.Role {
  var entryWord: EntryWord {
    switch self {
    case .nurse: .roleNurse
    case .physician: .rolePhysician
    case .instructor: .roleInstructor
    case .trainee: .roleTrainee
    case .reader: .roleReader
    case .administrator: .roleAdministrator
    }
  }
}
