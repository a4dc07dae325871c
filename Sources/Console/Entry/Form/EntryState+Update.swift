import Clinical
package import Terminal

extension EntryState {
  /// What a key does in the form.
  ///
  /// - Returns: false for a key that means nothing here.
  package mutating func press(_ key: Key) -> Bool {
    guard phase == .filling else { return false }
    keys += 1
    notice = nil
    if again != nil { return pressAgain(key) }
    switch (key.code, key.modifiers) {
    case (.enter, []): return enter()
    case (.tab, []), (.down, []): return leave(by: 1)
    case (.tab, .shift), (.up, []): return leave(by: -1)
    default: break
    }
    guard let spec = reading.spec(focus) else { return false }
    if spec.isByKey { return pressChoice(key, spec) }
    let before = texts[focus]?.text ?? ""
    var input = texts[focus] ?? TextInput("", limit: limit(of: spec))
    guard input.handle(key) else { return false }
    texts[focus] = input
    if input.text != before { edited(spec, before: before) }
    return true
  }

  /// Text that was pasted goes into the field that has the focus, and nowhere else.
  package mutating func paste(_ text: String) {
    guard phase == .filling else { return }
    notice = nil
    if again != nil {
      // The second typing shows that the first was meant; a paste shows nothing.
      notice = Notice(text: EntryText(.pasteNotTyped), isRefusal: true)
      return
    }
    guard let spec = reading.spec(focus), !spec.isByKey else {
      notice = Notice(text: EntryText(.pasteNeedsText), isRefusal: true)
      return
    }
    let before = texts[focus]?.text ?? ""
    var input = texts[focus] ?? TextInput("", limit: limit(of: spec))
    input.paste(text)
    texts[focus] = input
    if input.text != before { edited(spec, before: before) }
  }

  private func limit(of spec: FieldSpec) -> Int {
    switch spec.kind {
    case .text(let limit): limit
    case .line, .results: 400
    default: 80
    }
  }

  // A key of an answer: it stands alone, and may go on to the next field.
  private mutating func pressChoice(_ key: Key, _ spec: FieldSpec) -> Bool {
    switch (key.code, key.modifiers) {
    case (.backspace, []), (.delete, []):
      set(spec.id, "")
      return true
    default: break
    }
    guard let typed = key.text else { return false }
    let letter = TypedText.plain(String(typed).lowercased()).first ?? typed
    let isSign = letter == "=" && spec.last != nil || letter == "-" && spec.mayBeNotDone
    guard isSign || spec.options.option(key: letter) != nil else {
      notice = Notice(
        text: EntryText(.noSuchKey, String(typed), spec.options.keys), isRefusal: true)
      return true
    }
    switch spec.kind {
    case .choices where !isSign:
      var held = texts[spec.id]?.text ?? ""
      if held.contains(letter) {
        held.removeAll { $0 == letter }
      } else if spec.options.first?.key == letter {
        // The first of several answers is "none": it stands alone.
        held = String(letter)
      } else {
        held.removeAll { $0 == spec.options.first?.key }
        held.append(letter)
      }
      set(spec.id, held)
    case .choice(_, let advances):
      set(spec.id, String(letter))
      if advances { move(by: 1) }
    default: set(spec.id, String(letter))
    }
    return true
  }

  /// Puts a text into a field as if it had been typed.
  mutating func set(_ id: String, _ text: String) {
    let before = texts[id]?.text ?? ""
    guard text != before else { return }
    var input = texts[id] ?? TextInput("", limit: 80)
    input.replace(with: text)
    texts[id] = input
    if let spec = reading.spec(id) { edited(spec, before: before) }
  }

  // What follows from a changed field.
  private mutating func edited(_ spec: FieldSpec, before: String) {
    if firstKey == nil { firstKey = context.now }
    draftAt = context.now
    confirmed[spec.id] = nil
    if spec.kind == .quick { fillFromLine(before: before) }
    if spec.id == "at" || spec.kind == .line || context.at != observedAt {
      context.look(at: observedAt)
    }
  }

  // The fields get what the line says; one that was typed over since keeps what was typed, until
  // its part of the line changes.
  private mutating func fillFromLine(before: String) {
    let old = QuickLine.split(before).texts
    let new = QuickLine.split(texts["quick"]?.text ?? "").texts
    for id in Set(old.keys).union(new.keys).sorted() where old[id] != new[id] {
      var text = new[id] ?? ""
      // `=` for oxygen repeats what the last state said, and no more.
      if text == "=", id == "flow", context.facts.oxygen?.entry.flow == nil { text = "" }
      if text == "=", id == "fio2", context.facts.oxygen?.entry.fio2 == nil { text = "" }
      texts[id] = TextInput(text, limit: 80)
      confirmed[id] = nil
    }
  }

  // MARK: Moving

  // Enter: to the next field; out of a whole line, or out of the last field, to saving.
  private mutating func enter() -> Bool {
    let reading = self.reading
    if focus == "quick", let line = texts["quick"]?.text {
      guard !QuickLine.isWhole(line) else {
        wantsSave = true
        return true
      }
      // On to the first field that the line has not filled.
      focus =
        reading.specs.first { VitalsForm.rowOrder.contains($0.id) && reading[$0.id].isEmpty }?.id
        ?? focus
      return true
    }
    if reading.specs.last?.id == focus || kind == .line {
      wantsSave = true
      return true
    }
    return leave(by: 1)
  }

  // A value that cannot be true keeps the cursor; an improbable one asks to be typed again.
  private mutating func leave(by steps: Int) -> Bool {
    let reading = self.reading
    if steps > 0, focus != "quick" {
      let spec = reading.spec(focus)
      let settled = spec.map {
        $0.read(
          texts[focus]?.text ?? "", isTyping: false,
          time: TimeRule(now: context.now, zone: context.zone))
      }
      if case .refused(let text)? = settled {
        notice = Notice(text: text, isRefusal: true)
        return true
      }
      if let suspicion = Suspicion.improbable(reading).first(where: { $0.field == focus }),
        confirmed[focus] != reading[focus]
      {
        again = Again(field: focus, why: suspicion.why, input: TextInput("", limit: 40))
        return true
      }
    }
    move(by: steps)
    return true
  }

  mutating func move(by steps: Int) {
    let ids = reading.specs.map(\.id)
    guard let place = ids.firstIndex(of: focus) else {
      focus = ids.first ?? ""
      return
    }
    focus = ids[max(0, min(ids.count - 1, place + steps))]
  }

  /// Goes to a field, as a click or a command does.
  package mutating func focus(on id: String) {
    guard phase == .filling, again == nil, reading.spec(id) != nil else { return }
    focus = id
  }

  // MARK: Typing again

  private mutating func pressAgain(_ key: Key) -> Bool {
    guard var asked = again else { return false }
    switch (key.code, key.modifiers) {
    case (.enter, []), (.tab, []): return settleAgain()
    case (.backspace, []) where asked.input.isEmpty, (.tab, .shift), (.up, []):
      // Back to the value itself, to change it.
      again = nil
      focus = asked.field
      savesAfterAgain = false
      return true
    default: break
    }
    guard asked.input.handle(key) else { return false }
    again = asked.with(asked.input)
    return true
  }

  private mutating func settleAgain() -> Bool {
    guard let asked = again, let spec = reading.spec(asked.field) else { return false }
    let value = reading[asked.field]
    let second = spec.read(
      asked.input.text, isTyping: false, time: TimeRule(now: context.now, zone: context.zone))
    guard Self.isSame(value, second) else {
      notice = Notice(
        text: EntryText(.againDiffers, texts[asked.field]?.text ?? "", asked.input.text),
        isRefusal: true)
      again = asked.with(TextInput("", limit: 40))
      return true
    }
    confirmed[asked.field] = value
    again = nil
    focus = asked.field
    if savesAfterAgain {
      wantsSave = true
    } else {
      move(by: 1)
    }
    return true
  }

  // Of a pressure the systolic is what was asked about, and enough.
  private static func isSame(_ value: FieldValue, _ second: FieldValue) -> Bool {
    if case .pressure(let systolic, let diastolic) = value,
      case .pressure(let again, let low) = second
    {
      return systolic == again && (low == nil || low == diastolic)
    }
    return value == second && value.isWhole
  }
}

extension EntryState.Again {
  fileprivate func with(_ input: TextInput) -> EntryState.Again {
    EntryState.Again(field: field, why: why, input: input)
  }
}

extension VitalsForm {
  /// The rows that the quick line fills, with the oxygen taken apart.
  static let rowOrder = [
    "temperature", "heart", "pressure", "breaths", "spo2", "device", "flow", "fio2", "level",
  ]
}
