import Clinical
import Grading
import Terminal

/// What stands beside a form: the last rounds, the running score, the ledger, what is corrected.
struct EntryAsides {
  let state: EntryState
  let reading: FormReading
  /// In the language of the form.
  let prompts: EntryCatalogue
  let words: Catalogue
  let time: LocalTime

  init(
    _ state: EntryState, _ reading: FormReading, _ prompts: EntryCatalogue, _ words: Catalogue
  ) {
    self.state = state
    self.reading = reading
    self.prompts = prompts
    self.words = words
    time = LocalTime(zone: state.context.zone)
  }

  var groups: [Group] {
    var groups: [Group] = []
    if !state.originals.isEmpty { groups.append(originals) }
    switch state.kind {
    case .vitals: groups += [rounds, agents].compactMap { $0 }
    case .neuro: groups += neuro
    case .vasopressor, .bolus, .oxygen: groups += [agents].compactMap { $0 }
    case .medication: groups += ledger
    case .line: groups += [understood].compactMap { $0 }
    case .grade: groups += evidence
    case .acknowledge: groups += [acknowledged].compactMap { $0 }
    default: break
    }
    return groups
  }

  func group(
    _ id: String, _ title: EntryText, _ content: Group.Content, priority: Int = 30,
    leastRows: Int = 1
  ) -> Group {
    Group(
      id: id, title: FittedText(prompts(title)), content: content, priority: priority,
      leastRows: leastRows, growth: 1, width: .filling(minimum: 34))
  }

  // Old and new together.
  private var originals: Group {
    var texts: [StyledText] = []
    for event in state.originals {
      let by = [event.by, event.recordedAt.map(time.dayAndClock)].compactMap { $0 }
        .joined(separator: " ")
      texts.append(StyledText(words.text(of: event), .struck) + StyledText("  \(by)", .dim))
    }
    if state.kind != .retract {
      for item in state.submission(of: reading).items {
        let event = Event(
          id: EventID(high: 0, low: 0), patient: nil, at: item.at, content: item.content)
        let text =
          item.content.kind == .retraction ? prompts(.takenBack) : words.text(of: event)
        texts.append(StyledText("→ ", .strong) + StyledText(text, .strong))
      }
    }
    return group(
      "originals", EntryText(state.kind == .retract ? .willBeTakenBack : .oldAndNew),
      .text(texts), priority: 70)
  }

  // The last rounds of vital signs.
  private var rounds: Group? {
    let rounds = state.context.facts.rounds.suffix(4).reversed()
    guard !rounds.isEmpty else { return nil }
    func value(_ quantity: Quantity?, _ measure: Measure) -> FittedText {
      FittedText(quantity.flatMap(measure.normalised).map { "\($0)" } ?? "-")
    }
    let rows = rounds.enumerated().map { index, round in
      let vitals = round.vitals
      let systolic = vitals.systolic.flatMap(Measure.systolic.normalised).map { "\($0)" } ?? "-"
      let diastolic = vitals.diastolic.flatMap(Measure.diastolic.normalised).map { "/\($0)" } ?? ""
      return TableRow(
        id: "round:\(index)",
        [
          FittedText(time.dayAndClock(round.at), .dim),
          value(vitals.temperature, .temperature), value(vitals.heartRate, .heartRate),
          FittedText(systolic + diastolic), value(vitals.respiratoryRate, .respiratoryRate),
          value(vitals.spo2, .spo2), FittedText(round.by ?? "", .dim),
        ], isChoosable: false)
    }
    func column(_ title: EntryWord, _ priority: Int) -> TableColumn {
      TableColumn(title: FittedText(prompts(title)), priority: priority)
    }
    return group(
      "rounds", EntryText(.lastRounds),
      .table(
        Table(
          columns: [
            column(.columnTime, 60), column(.columnT, 90), column(.columnHR, 70),
            column(.columnBP, 80), column(.columnRR, 50), column(.columnSpO2, 75),
            column(.columnBy, 10),
          ], rows: rows)))
  }

  // Vasoactive drugs that run, with their rates.
  private var agents: Group? {
    let agents = state.context.bedside.agents
    guard !agents.isEmpty || state.kind == .vasopressor else { return nil }
    let facts = agents.map { agent in
      let rate = agent.rate.map { "\($0.value) \($0.unit.label)" } ?? prompts(.rateNotRecorded)
      return Terminal.Fact(
        FittedText(agent.agent == .other ? agent.name : agent.agent.label),
        FittedText(rate, .strong),
        note: FittedText(prompts(.runningSince, time.dayAndClock(agent.startedAt)), .dim))
    }
    return group(
      "agents", EntryText(.running),
      agents.isEmpty ? .text([StyledText(prompts(.noneRuns), .dim)]) : .facts(facts))
  }

  // What a line was understood as.
  private var understood: Group? {
    guard case .contents(let line) = reading["line"] else { return nil }
    let texts = line.contents.map { content in
      StyledText(
        words.text(
          of: Event(
            id: EventID(high: 0, low: 0), patient: nil, at: state.eventTime, content: content)),
        .strong)
    }
    return group("understood", EntryText(.understoodTitle), .text(texts), priority: 75)
  }

  // Why the engine says what it says, for whoever puts a grade beside it.
  private var evidence: [Group] {
    guard let scale = reading["scale"].choice.flatMap(Scale.init(rawValue:)) else { return [] }
    let assessment = state.context.record.course.assessment(at: state.context.at)[scale]
    let texts = assessment.evidence.map {
      StyledText("\($0.grade) ", .grade($0.grade)) + StyledText($0.text)
    }
    return [
      group(
        "evidence", EntryText(.computedBecause),
        .text(texts.isEmpty ? [StyledText(prompts(.noEvidence), .dim)] : texts))
    ]
  }
}
