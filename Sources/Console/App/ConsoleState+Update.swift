import Clinical
import Grading
import Terminal

extension ConsoleState {
  /// Takes in what happened and tells what is asked of the world.
  package mutating func update(_ input: Input) -> [Effect] {
    let clock = replay?.clock
    let effects = respond(to: input)
    watchPast()
    keepReadings()
    return effects + tellSession(of: clock, after: input)
  }

  private mutating func respond(to input: Input) -> [Effect] {
    switch input {
    case .terminal(let input): return take(input)
    case .click(let target): return click(target)
    case .tick(let moment) where replay != nil: return passReplay(to: moment)
    case .tick(let moment):
      now = max(now, moment)
      entry.open?.context.pass(to: now)
      coverIfDue()
      return []
    case .ward(let patients):
      for patient in patients { ward.patients[patient.id] = patient }
      ward.isLoaded = true
      compareNames()
      return []
    case .outOfHouse(let patients):
      for patient in patients where ward.patients[patient.id] == nil {
        ward.patients[patient.id] = patient
      }
      ward.hasLoadedOutOfHouse = true
      if entry.open?.kind == .admission {
        entry.open?.context.knownPatients = Set(ward.patients.keys)
      }
      return []
    case .patient(let record):
      if entry.pending?.patient == record.id { return begin(with: record) }
      if entry.wardRecordAwaited == record.id { return showWardRecord(of: record) }
      if record.id == trends.awaited {
        take(compared: record)
        return []
      }
      guard record.id == awaited || record.id == patient?.record.id else { return [] }
      let isOpened = screen != .patient || patient?.record.id != record.id
      open(record)
      return isOpened ? look(at: record.id) : []
    case .events(let events): return take(events)
    case .command(let id):
      // A command by its id is no key pressed in passing: it is done, and the cover goes.
      let uncovering = touchCover() ?? []
      guard let command = Command.named(id) else {
        message = Message(words(.unknownCommand, id), .warning)
        return uncovering
      }
      return uncovering + perform(command)
    case .text(let text): return touchCover() ?? type(text)
    case .message(let news):
      message = news
      return []
    case .appended(let receipt): return take(receipt)
    case .appendFailed(let failure): return take(failure)
    case .drafts(let marks): return take(marks: marks)
    case .draft(let form, let bytes): return take(draft: form, bytes)
    case .unreadable(let found):
      let new = found.keys.filter { unreadable[$0] == nil }.sorted()
      unreadable = found
      if let reason = new.first.flatMap({ found[$0] }) {
        message = Message(words(.readFailed, reason), .failure)
      }
      return []
    case .watched(let looks, let isWhole): return take(looks, isWhole: isWhole)
    case .feed(let reading):
      alerts.feed.take(reading, at: now)
      return []
    case .foreseen(let submission, let news):
      if alerts.foresight?.submission == submission { alerts.foresight?.news = news }
      return []
    case .user(let user):
      entry.user = user
      station.own = user
      return []
    case .signIn(let answer, let check): return take(answer, of: check)
    case .looks(let new, let login):
      if login == entry.user?.login { looks.new = new }
      return []
    case .changes(let changes): return take(changes)
    case .replayed(let moment): return take(moment)
    case .entered(let receipt, let lesson): return take(entered: receipt, lesson)
    case .progress(let sessions):
      replay?.training?.front = .page(.progress(sessions), scrolled: 0)
      return []
    case .session(let session): return take(session)
    case .injected(let refusal):
      takeInjected(refusal)
      return []
    case .trends(let courses):
      take(trends: courses)
      return []
    case .preference(let name, let bytes, let login):
      take(preference: name, bytes, of: login)
      return []
    case .trial(let reading):
      trial.take(reading)
      return []
    case .trialFailed(let why):
      trial.fail(why)
      message = Message(words.trial(.failed, why), .failure)
      return []
    case .held(let groups):
      take(held: groups)
      return []
    case .heldDone(let news):
      takeHeldDone(news)
      return []
    case .tables(let files):
      take(tables: files)
      return []
    case .table(let read, let asked, let preview):
      take(table: read, by: asked, preview)
      return []
    case .tableDone(let news, let isStored): return takeTableDone(news, isStored: isStored)
    }
  }

  private mutating func open(_ record: PatientRecord) {
    var state = PatientState(record)
    if let open = patient, open.record.id == record.id {
      state.part = open.part
      state.line = open.line
      state.moment = open.moment
      state.chosen = open.chosen
      state.alert = open.alert
      state.scale = open.scale
      state.reading = open.reading
      state.record.know(at: open.record.knownAt)
    }
    if patient?.record.id != record.id {
      trends.left = nil
      trends.compared = nil
      trends.awaited = nil
    }
    if let moment = awaitedMoment { state.moment = moment < now ? moment : nil }
    awaitedMoment = nil
    if let event = awaitedEvent {
      state.part = .events
      state.chosen = event
    }
    awaitedEvent = nil
    patient = state
    awaited = nil
    screen = .patient
  }

  // New events go to whom they belong; what cannot be added at the end is asked for anew, and what
  // the reader looks at stays where it is.
  private mutating func take(_ events: [Event]) -> [Effect] {
    var stale: [PatientID] = []
    let foresight = takeIntoForm(events)
    holdChosenEvent()
    let seen = takeAsNew(events)
    for event in events {
      if patient?.record.id == event.patient || event.patient == nil {
        patient?.record.append(event)
      }
      if trends.compared?.id == event.patient || event.patient == nil {
        trends.compared?.append(event)
      }
      guard let id = event.patient else {
        stale += ward.patients.keys
        continue
      }
      if ward.patients[id]?.append(event) != true { stale.append(id) }
    }
    var asked: Set<PatientID> = []
    compareNames(after: events)
    return stale.sorted().filter { asked.insert($0).inserted }.map(Effect.refold)
      + takePeople(events) + seen + foresight + trendsAnew(events)
  }

  private mutating func take(_ input: TerminalInput) -> [Effect] {
    switch input {
    case .key, .paste, .mouse:
      if let effects = touchCover() { return effects }
    case .resized, .resumed, .woken, .deadline, .hangUp, .terminate: break
    }
    switch input {
    case .key(let key): return press(key)
    case .paste(let text):
      guard hasField else {
        message = Message(words(.pasteIgnored), .notice)
        return []
      }
      return type(String(text.map { $0.isNewline ? " " : $0 }))
    case .mouse(let mouse):
      switch mouse.action {
      case .wheelUp: return Command.named("move.up").map { perform($0) } ?? []
      case .wheelDown: return Command.named("move.down").map { perform($0) } ?? []
      case .press, .release: return []
      }
    case .resized, .resumed, .woken, .deadline: return []
    case .hangUp, .terminate: return [.quit]
    }
  }

  private mutating func click(_ target: String) -> [Effect] {
    if let effects = touchCover() { return effects }
    if station.asking != nil || replay?.session?.asking != nil { return [] }
    if list != nil {
      if list?.picker.choice?.id == target { return choose() }
      list?.picker.choose(id: target)
      return previewTheme()
    }
    if target.hasPrefix("command:") {
      return Command.named(String(target.dropFirst(8))).map { perform($0) } ?? []
    }
    if target.hasPrefix("part:"),
      let part = PatientState.Part(rawValue: String(target.dropFirst(5)))
    {
      show(part)
      return []
    }
    if target.hasPrefix("held:") {
      let id = String(target.dropFirst(5))
      if holding.chosen?.id == id { return performHolding("holding.file") ?? [] }
      holding.selected = id
      return []
    }
    if target.hasPrefix("table:"), screen == .table {
      if table.selected == target { return performTable("table.change") ?? [] }
      table.selected = target
      return []
    }
    if target.hasPrefix("alert:") { return click(alert: String(target.dropFirst(6))) }
    if target.hasPrefix("debrief:") { return click(debrief: String(target.dropFirst(8))) }
    if screen == .patient { return clickOnPatient(target) }
    if screen == .trial { return clickOnTrial(target) }
    // What is due stands by patient and by what it is.
    let parts = target.split(separator: ":")
    let isDue = parts.count == 3 && parts[0] == "due"
    guard screen == .ward, let id = PatientID(isDue ? String(parts[1]) : target),
      ward.patients[id] != nil
    else { return [] }
    if chosenRow?.id == id { return ask(for: id) }
    ward.selected = id
    return []
  }

  /// True while typed letters go into a field.
  package var hasField: Bool {
    list != nil || station.asking != nil || entry.open != nil
      || replay?.session?.asking != nil
      || screen == .ward && ward.isSearching
  }

  private mutating func press(_ key: Key) -> [Effect] {
    message = nil
    // From the first key on the line that is lit is held: an alert that comes reorders the ward, and
    // must not put another patient under the next key.
    if screen == .ward, ward.selected == nil { ward.selected = chosenRow?.id }
    if let effects = pressInSession(key) ?? pressAtStation(key) { return effects }
    if hasField { return pressInField(key) }
    if context == .question { return pressInQuestion(key) }
    guard let command = keymap.command(for: key, in: context) else {
      if let text = key.text {
        message = Message(words(.keyUnbound, String(text)), .notice)
      }
      return []
    }
    return perform(command)
  }

  private mutating func pressInField(_ key: Key) -> [Effect] {
    if list != nil { return pressInList(key) }
    if entry.open != nil { return pressInForm(key) }
    switch key.code {
    case .enter: ward.isSearching = false
    case .escape:
      ward.search = TextInput("", limit: WardState.searchLimit)
      ward.isSearching = false
    case .up, .down, .pageUp, .pageDown:
      if let command = keymap.command(for: key, in: .ward) { return perform(command) }
    default:
      let before = ward.search.text
      _ = ward.search.handle(key)
      if ward.search.text != before { ward.chooseFound(at: now) }
    }
    return []
  }

  private mutating func type(_ text: String) -> [Effect] {
    guard hasField, !typeAtStation(text), !typeInSession(text) else { return [] }
    if list != nil {
      list?.picker.paste(text)
      return previewTheme()
    }
    if entry.open != nil { return pasteInForm(text) }
    ward.search.paste(text)
    ward.chooseFound(at: now)
    return []
  }
}
