import Clinical
import Grading
import Terminal

extension ConsoleState {
  /// An open form as a description.
  func entryScreen(
    _ state: EntryState, size: Size, _ glyphs: GlyphSet
  ) -> ScreenDescription {
    let reading = state.reading
    // Forms of the neurological examination are read out to the patient, in the patient's language.
    let prompts =
      state.kind == .neuro ? EntryCatalogue.of(state.context.language) : entryWords
    let isNew = state.kind == .admission
    let identity = isNew ? admissionIdentity(reading) : entryIdentity(state, glyphs)
    let called = isNew ? nil : name(state.context.summary, state.context.patient, glyphs)
    // Beside the form where there is room, else under it.
    let isNarrow = size.width < 112
    let asides = EntryAsides(state, reading, prompts, words).groups.map { group in
      var group = group
      if isNarrow {
        group.frame = .rule
        group.growth = 0
      }
      return Arrangement.group(group)
    }
    let form = formGroup(state, reading, prompts)
    var column: [Arrangement] = warnings(state, reading).map { .group($0) }
    column.append(.group(form))
    if let group = answers(state, reading, prompts) { column.append(.group(group)) }
    if let group = replyGroup(state, prompts) { column.append(.group(group)) }
    if let group = willGroup(state, reading) { column.append(.group(group)) }
    let body: Arrangement =
      isNarrow || asides.isEmpty
      ? .rows(column + asides) : .columns([.rows(column), .rows(asides)])
    return ScreenDescription(
      title: titleLine(
        path: [FittedText(words(.productName)), FittedText(entryWords(state.kind.form.title))],
        subject: FittedText(
          [state.context.summary.bed, called].compactMap { $0 }.joined(separator: " "))),
      identity: [identity], body: body, message: entryMessage(state),
      hints: entryHints(state), essence: [identity, focusLine(state, reading, prompts)])
  }

  // Two identifiers above every field that takes a value.
  private func entryIdentity(_ state: EntryState, _ glyphs: GlyphSet) -> FittedText {
    let summary = state.context.summary
    let id = state.context.patient.text
    let text = name(summary, state.context.patient, glyphs)
    let name = StyledText(text, .strong)
    let number = StyledText(words(.number, summary.hospitalNumber ?? id))
    let born = summary.birthDate.map { StyledText(words(.born, "\($0)")) } ?? StyledText()
    let bed = StyledText(summary.bed ?? "", .strong)
    let grades = state.context.record.course.grades(at: now)
    let day = StyledText(words.day(summary.day(at: now, zone: zone)), .strong)
    let crs = StyledText("CRS ") + gradeText(grades.crs, at: now)
    let icans = StyledText("ICANS ") + gradeText(grades.icans, at: now)
    let weight = summary.weight.map {
      StyledText(
        entryWords(.weightOf, "\($0.value)", LocalTime(zone: zone).date($0.at)), .dim)
    }
    let by = StyledText(
      entryWords(.typedBy, state.context.user.name ?? state.context.user.login), .dim)
    let alike =
      state.bedToType == nil
      ? StyledText() : StyledText("~ " + entryWords(.sameName), .warning)
    var forms: [StyledText] = [
      .joined([
        bed, name, born, number, day, crs, icans, weight ?? StyledText(), alike, by,
      ]),
      .joined([bed, name, born, number, day, crs, icans, alike]),
      .joined([name, born, number, alike]), .joined([name, number], separator: " "),
    ]
    forms += cut(text).map { .joined([$0, number], separator: " ") }
    return FittedText(forms)
  }

  private func formGroup(
    _ state: EntryState, _ reading: FormReading, _ prompts: EntryCatalogue
  ) -> Group {
    let time = LocalTime(zone: zone)
    var title = prompts(state.kind.form.title)
    if state.kind == .neuro, state.context.isBeforeInfusion { title = prompts(.titleBaseline) }
    if state.isCorrection { title = entryWords(.correcting, title) }
    let taken =
      state.kind.isDated
      ? time.date(state.observedAt)
      : time.date(state.observedAt) == time.date(now)
        ? time.clock(state.observedAt) : time.dayAndClock(state.observedAt)
    return Group(
      id: "form",
      title: FittedText([
        StyledText("\(title)  ") + StyledText(entryWords(.takenAt, taken), .strong),
        StyledText(title),
      ]),
      note: FittedText(status(state)),
      content: .form(
        Form(state.rows(reading, prompts), fieldWidth: fieldWidth(state, reading))),
      focused: true, priority: 100, leastRows: 3, growth: 1, width: .filling(minimum: 44, growth: 2)
    )
  }

  private func fieldWidth(_ state: EntryState, _ reading: FormReading) -> Int {
    switch state.kind {
    case .vitals: 22
    case .line, .note: 60
    case .neuro: 6
    default: 18
    }
  }

  private func status(_ state: EntryState) -> StyledText {
    let time = LocalTime(zone: zone)
    switch state.phase {
    case .saving: return StyledText(entryWords(.saving), .strong)
    case .unknown: return StyledText(entryWords(.unknownMark), .failure)
    case .filling: break
    }
    if state.held != nil { return StyledText(entryWords(.draftAwaited), .draft) }
    if let resumed = state.resumedFrom {
      return StyledText(entryWords(.resumed, time.dayAndClock(resumed)), .draft)
    }
    return state.draftAt.map {
      StyledText(entryWords(.draftSaved, time.clockWithSeconds($0)), .draft)
    } ?? StyledText()
  }

  // The answers of the field with the focus, each with its key.
  private func answers(
    _ state: EntryState, _ reading: FormReading, _ prompts: EntryCatalogue
  ) -> Group? {
    guard let spec = reading.spec(state.focus), spec.isByKey else { return nil }
    var texts = spec.options.map {
      StyledText("\($0.key) ", .key) + StyledText(prompts($0.word, $0.id), .keyLabel)
    }
    if spec.last != nil {
      texts.append(StyledText("= ", .key) + StyledText(prompts(.sameAsLast), .keyLabel))
    }
    if spec.mayBeNotDone {
      texts.append(StyledText("- ", .key) + StyledText(prompts(.notDoneMark), .keyLabel))
    }
    return Group(
      id: "answers", title: FittedText(prompts(spec.label)),
      content: .text([.joined(texts, separator: "   ")]), frame: .rule, priority: 40, leastRows: 1)
  }

  // What the set will do, before it is saved.
  private func willGroup(_ state: EntryState, _ reading: FormReading) -> Group? {
    // In a lesson that is what the learner is asked when it is saved.
    guard !isInLesson, state.phase == .filling, state.kind != .acknowledge,
      state.kind != .retract || !state.originals.isEmpty,
      let consequence = state.consequence(of: reading)
    else { return nil }
    var facts: [Terminal.Fact] = []
    for scale in Scale.allCases {
      let before = GradeText.short(consequence.before[scale], words)
      let after = GradeText.short(consequence.after[scale], words)
      let reason = consequence.reason(scale).map { StyledText($0, .dim) } ?? StyledText()
      let isSame = !consequence.changes(scale)
      facts.append(
        Terminal.Fact(
          FittedText(words(scale.word)),
          FittedText([
            before + StyledText(" → ") + after
              + StyledText(isSame ? "  " + entryWords(.unchanged) : "", .dim),
            before + StyledText(" → ") + after,
          ]), note: FittedText(reason), priority: isSame ? 35 : 60))
    }
    facts += alertFacts(of: state)
    return Group(
      id: "will", title: FittedText(entryWords(.thisWill)), content: .facts(facts), frame: .rule,
      priority: 80, leastRows: 2)
  }

  // What a person must know before saving.
  private func warnings(_ state: EntryState, _ reading: FormReading) -> [Group] {
    let time = LocalTime(zone: zone)
    var texts: [StyledText] = []
    if let twin = state.twin {
      let text =
        twin.isSaved
        ? entryWords(.twinSaved, twin.by, time.clock(twin.at))
        : entryWords(.twinOpen, twin.by, time.clock(twin.at))
      texts.append(StyledText(text, .warning))
    }
    if let newest = state.overtaken {
      texts.append(
        StyledText(
          entryWords(
            .overtakenText, newest.by ?? "-",
            newest.recordedAt.map(time.dayAndClock) ?? "-", words.text(of: newest)), .failure))
    }
    if state.kind == .neuro, let timer = SeizureFields.remark(reading) {
      let role: Terminal.Role = timer.weight == .out ? .alert1 : .warning
      texts.append(
        StyledText(entryWords(.seizureRunning) + "  " + entryWords(timer.text), role))
    }
    if state.asksToDiscard { texts.append(StyledText(entryWords(.askDiscard), .failure)) }
    if case .unknown(let text) = state.phase {
      texts.append(StyledText(entryWords(.notKnownWhetherSaved, text), .failure))
    }
    for stop in state.kind.form.stops(reading) {
      texts.append(StyledText(entryWords(stop), .failure))
    }
    guard !texts.isEmpty else { return [] }
    return [
      Group(
        id: "warnings", title: FittedText([]), content: .text(texts), frame: .none, priority: 95,
        leastRows: 1)
    ]
  }

  private func entryMessage(_ state: EntryState) -> FittedText {
    if let again = state.again, state.notice == nil {
      let typed = state.texts[again.field]?.text ?? ""
      return FittedText(entryWords(.askedAgain, typed, entryWords(again.why)), .warning)
    }
    guard let notice = state.notice else { return messageText }
    return FittedText(entryWords(notice.text), notice.isRefusal ? .warning : .notice)
  }

  private func entryHints(_ state: EntryState) -> [KeyHint] {
    let fixed = [
      KeyHint(keys: "Enter", label: FittedText(entryWords(.hintNext)), priority: 85),
      KeyHint(keys: "=", label: FittedText(entryWords(.sameAsLast)), priority: 50),
      KeyHint(keys: "-", label: FittedText(entryWords(.notDoneMark)), priority: 48),
    ]
    let commands = Command.all.compactMap { command -> KeyHint? in
      // A letter belongs to the field, so only other keys ask for a command here.
      guard command.hint > 0, command.contexts.contains(.entry),
        state.kind == .neuro || !["entry.words", "entry.instrument"].contains(command.id),
        let key = keymap.keys(of: command).first(where: { $0.text == nil })
      else { return nil }
      return KeyHint(
        keys: key.name, label: FittedText(words(command.label)), priority: command.hint,
        id: "command:" + command.id)
    }
    return (fixed + commands).sorted { $0.priority > $1.priority }
  }

  private func focusLine(
    _ state: EntryState, _ reading: FormReading, _ prompts: EntryCatalogue
  ) -> FittedText {
    guard let spec = reading.spec(state.focus) else { return FittedText([]) }
    let typed = state.again?.input.text ?? state.texts[spec.id]?.text ?? ""
    return FittedText([
      StyledText(prompts(spec.label) + ": ", .label) + StyledText(typed + "_", .fieldFocus),
      StyledText(typed + "_", .fieldFocus),
    ])
  }
}
