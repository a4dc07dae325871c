import Clinical
import Grading
import Surveillance
import Terminal

extension ConsoleState {
  /// What is watched of the patient in front, at the moment that is looked at.
  func look(of open: PatientState) -> PatientSurveillance? {
    open.isPast ? open.past?.look : alerts.looks[open.record.id]
  }

  /// The alerts of the patient in front, ended ones included.
  func alertsOf(_ open: PatientState) -> [Alert] { look(of: open)?.alerts ?? [] }

  /// Works out what was watched at an earlier moment, once for each, and only where it is shown.
  mutating func watchPast() {
    guard screen == .patient, let open = patient, open.part == .alerts, open.isPast else {
      if patient?.past != nil { patient?.past = nil }
      return
    }
    let at = open.shown(now)
    let record = open.record
    if let past = open.past, past.at == at, past.knownAt == record.knownAt,
      past.count == record.events.count
    {
      return
    }
    patient?.past = PatientState.Past(
      at: at, knownAt: record.knownAt, count: record.events.count,
      look: WatchedCourse(record.id, record.course).surveillance(at: at))
  }

  /// The alert on which the patient's list stands.
  func chosenAlert(of open: PatientState) -> Alert? {
    let all = alertsOf(open)
    return all.first { $0.id == open.alert } ?? all.first
  }

  /// One step in the patient's list of alerts.
  mutating func moveInPatientAlerts(_ open: PatientState, _ step: Step) {
    let all = alertsOf(open)
    guard !all.isEmpty else { return }
    if let scrolled = open.reading, let alert = chosenAlert(of: open) {
      // A paragraph is seldom more than two lines.
      let lines = 2 * alertTexts(alert).count
      patient?.reading = Self.moved(scrolled, step, count: lines)
      return
    }
    let place = all.firstIndex { $0.id == open.alert } ?? 0
    patient?.alert = all[Self.moved(place, step, count: all.count)].id
  }

  /// Keeps the alert that is lit chosen, whatever else is raised.
  mutating func holdChosenAlert() {
    guard let open = patient, open.part == .alerts else { return }
    let chosen = chosenAlert(of: open)?.id
    patient?.alert = chosen
  }

  /// The part of a patient's screen that shows alerts, the chosen one in full, and what is due.
  func alertsPart(_ open: PatientState, size: Size) -> Arrangement {
    guard let look = look(of: open) else {
      let text = alerts.isLoaded ? words.alert(.nothingChosen) : words.alert(.loading)
      return .group(
        Group(
          id: "alerts", title: FittedText([]), content: .text([StyledText(text, .notice)]),
          frame: .none, priority: 100, leastRows: 1, growth: 1))
    }
    let chosen = chosenAlert(of: open)
    if let scrolled = open.reading, let chosen {
      return .group(
        Group(
          id: "alert", title: FittedText(phrase.title(chosen)),
          content: .text(alertTexts(chosen), scrolled: scrolled), frame: .rule, focused: true,
          priority: 100, leastRows: 1, growth: 1))
    }
    let list = Arrangement.group(patientAlertTable(look, chosen))
    let due = Arrangement.group(dueGroup(look))
    let sepsis = sepsisGroup(look).map { [Arrangement.group($0)] } ?? []
    let detail = chosen.map {
      [Arrangement.group(alertDetail($0, title: FittedText(phrase.title($0))))]
    }
    if size.width >= 110 {
      return .columns([.rows([list] + sepsis + [due]), .rows(detail ?? [])])
    }
    // In a low window two lines of the chosen one say nothing; a key reads it whole.
    guard size.height >= 32 else { return .rows([list] + sepsis + [due]) }
    return .rows([list] + sepsis + (detail ?? []) + [due])
  }

  private func patientAlertTable(_ look: PatientSurveillance, _ chosen: Alert?) -> Group {
    let rows = look.alerts.map { alert in
      TableRow(
        id: "alert:\(alert.id)",
        [
          FittedText(AlertPhrase.mark(alert)),
          phrase.time(alert.reRaised ?? alert.raised),
          phrase.text(alert), phrase.state(alert),
        ])
    }
    return Group(
      id: "alerts", title: FittedText(words.alert(.alertsTitle, "\(look.active.count)")),
      note: FittedText([
        StyledText(
          words.alert(
            .readKey,
            Command.named("alerts.read").flatMap { keymap.keys(of: $0).first?.name } ?? "-"
          ), .dim), StyledText(),
      ]),
      content: rows.isEmpty
        ? .text([StyledText(words.alert(.none), .dim)])
        : .table(
          Table(
            columns: [
              TableColumn(title: FittedText([]), priority: 5),
              TableColumn(title: FittedText([]), priority: 2),
              TableColumn(
                title: FittedText([]), truncation: .ellipsis, minimum: 14, priority: 4, growth: 1),
              TableColumn(title: FittedText([]), alignment: .right, priority: 3),
            ], rows: rows, selected: look.alerts.firstIndex { $0.id == chosen?.id })),
      focused: true, priority: 90, leastRows: 2, growth: 1, width: .filling(minimum: 40))
  }

  /// What is due of one patient, with why.
  func dueGroup(_ look: PatientSurveillance) -> Group {
    let nothing: AlertWord =
      look.isInHouse ? (look.isOnLeave ? .onLeave : .nothingDue) : .notInHouse
    let time = LocalTime(zone: zone)
    let facts = look.due.map { due in
      Terminal.Fact(
        FittedText(phrase.name(due.what)), phrase.when(due),
        note: FittedText(words.alert(.dueWhy, phrase.why(due), time.dayAndClock(due.due)), .dim),
        priority: 10)
    }
    return Group(
      id: "due", title: FittedText(words.alert(.dueTitle)),
      content: facts.isEmpty
        ? .text([StyledText(words.alert(nothing), .dim)]) : .facts(facts),
      frame: .rule, priority: 40, leastRows: 2)
  }

  /// Everything about one alert: why, whence, what became of it, what the guideline says.
  func alertDetail(
    _ alert: Alert, title: FittedText, rows: Int = 4
  ) -> Group {
    Group(
      id: "alert", title: title, content: .text(alertTexts(alert)), priority: 60, leastRows: rows,
      growth: 1, width: .filling(minimum: 40))
  }

  private func alertTexts(_ alert: Alert) -> [StyledText] {
    var texts: [StyledText] = [
      AlertPhrase.mark(alert) + StyledText(" " + phrase.says(alert), .strong)
        + StyledText("  " + phrase.priority(alert.priority), .dim)
    ]
    func line(_ word: AlertWord, _ text: String, _ role: Terminal.Role = .text) {
      texts.append(StyledText(words.alert(word) + "  ", .label) + StyledText(text, role))
    }
    texts.append(StyledText(words.alert(.history) + "  ", .label) + history(alert))
    if let entry = alert.acknowledged, let note = entry.note { line(.note, note) }
    if alert.status == .active, let next = alert.escalation {
      line(
        .nextCall, "\(next.next ?? words.alert(.nobodyNamed)), \(phrase.moment(next.at))", .alert1)
    }
    guard !phrase.covers(alert) else { return texts }
    line(.criterion, alert.criterion)
    line(.eventsBehind, eventsBehind(alert))
    line(.endsWith, alert.rule.ends)
    line(.source, "\(alert.rule.id), \(alert.source)", .dim)
    if !alert.guideline.isEmpty {
      for text in alert.guideline { line(.guideline, text) }
      line(.guidelineSource, Guideline.source, .dim)
    }
    return texts
  }

  /// Reads the chosen alert or scale alone, or goes back to the list.
  mutating func toggleReading() {
    guard let open = patient,
      open.part == .scales || open.part == .alerts && chosenAlert(of: open) != nil
    else { return }
    patient?.reading = open.reading == nil ? 0 : nil
  }

  // What became of it, in order, each with its time.
  private func history(_ alert: Alert) -> StyledText {
    var parts: [StyledText] = alert.changes.map { change in
      let word: AlertWord =
        switch change.change {
        case .raised: .raisedAt
        case .reRaised: .reRaisedAt
        case .acknowledged: .acknowledgedAt
        case .escalated: .escalatedAt
        case .ended: .endedAt
        }
      let at = phrase.moment(change.at)
      return StyledText(
        word == .endedAt ? words.alert(.endedAt, at) : "\(words.alert(word)) \(at)")
    }
    if let entry = alert.acknowledged {
      let by = entry.by ?? "-"
      let text =
        entry.until.map {
          words.alert(.acknowledgedUntil, phrase.moment(entry.at), by, phrase.moment($0))
        } ?? words.alert(.seenBy, by, phrase.moment(entry.at))
      let what = entry.until == nil ? text : "\(words.alert(.acknowledgedAt)) \(text)"
      parts.append(StyledText("(\(what))", .dim))
    }
    return .joined(parts, separator: " · ")
  }

  // The events by what they say, where the record is open; by number where not.
  private func eventsBehind(_ alert: Alert) -> String {
    guard !alert.events.isEmpty else { return words.alert(.noEvents) }
    let record = patient.flatMap { $0.record.id == alert.patient ? $0.record : nil }
    let wanted = Set(alert.events)
    let found = (record?.events ?? []).filter { wanted.contains($0.id) }
    guard !found.isEmpty else { return "\(alert.events.count)" }
    return found.map { "\(phrase.moment($0.at.start(in: zone))) \(words.text(of: $0))" }
      .joined(separator: "; ")
  }

  /// Fever with neutropenia: asked as facts, beside the grade and never instead of it.
  func sepsisGroup(_ look: PatientSurveillance) -> Group? {
    guard let question = look.sepsis else { return nil }
    func key(_ id: String) -> String {
      Command.named(id).flatMap { keymap.keys(of: $0).first?.name } ?? "-"
    }
    let cultures =
      question.cultures.map { words.alert(.sepsisTaken, phrase.moment($0)) }
      ?? words.alert(.sepsisNoCultures, key("alerts.cultures"))
    let drugs =
      question.antimicrobial.map { "\($0.drug) \(phrase.moment($0.at))" }
      ?? words.alert(.sepsisNoAntibiotics, key("enter.medication"))
    return Group(
      id: "sepsis", title: FittedText(words.alert(.sepsisTitle)),
      note: FittedText([
        StyledText(words.alert(.sepsisBeside), .dim), StyledText(),
      ]),
      content: .facts([
        Terminal.Fact(
          FittedText([]),
          FittedText(
            words.alert(
              .sepsisFever, phrase.moment(question.feverSince),
              "\(question.neutrophils.comparator?.rawValue ?? "")\(question.neutrophils.printed) ×10⁹/L"
            )),
          priority: 3),
        Terminal.Fact(
          FittedText(words.alert(.sepsisCultures)),
          FittedText(cultures, question.cultures == nil ? .warning : .text), priority: 2),
        Terminal.Fact(
          FittedText(words.alert(.sepsisAntibiotics)),
          FittedText(drugs, question.antimicrobial == nil ? .warning : .text), priority: 1),
      ]), frame: .rule, priority: 55, leastRows: 2)
  }
}

extension ConsoleState {
  /// The most urgent alert of the patient that nobody has acknowledged, under the name.
  func patientAlertLine(_ open: PatientState) -> [FittedText] {
    guard let line = alerts.rows[open.record.id]?.top, line.isUnacknowledged else { return [] }
    return [alertLine(line, of: open.record.id, grades: StyledText())]
  }

  func alertsTab(_ open: PatientState) -> String {
    // At an earlier moment it is counted where it is shown.
    let count = look(of: open)?.active.count
    if count == nil, open.isPast { return words.alert(.listTitle) }
    return words.alert(.alertsTitle, count.map { "\($0)" } ?? "…")
  }

  /// The question of sepsis, where it is asked: beside the grade.
  func sepsisBeside(_ open: PatientState) -> [Arrangement] {
    guard let look = alerts.looks[open.record.id], open.moment == nil, open.record.knownAt == nil
    else { return [] }
    return sepsisGroup(look).map { [.group($0)] } ?? []
  }
}

extension PatientState {
  /// What was watched of the patient at a moment, by what was known of the record.
  struct Past: Sendable {
    let at: Instant
    let knownAt: Instant?
    let count: Int
    let look: PatientSurveillance
  }

  /// True where an earlier moment is looked at, or the course as it was known.
  var isPast: Bool { moment != nil || record.knownAt != nil }
}
