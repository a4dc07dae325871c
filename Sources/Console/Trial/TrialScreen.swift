import Clinical
import Outcomes
import Terminal

extension ConsoleState {
  /// The trial's endpoints: a figure in front, and behind each of its lines the patients and events.
  func trialScreen(size: Size, _ glyphs: GlyphSet) -> ScreenDescription {
    var body: Arrangement
    var subject = FittedText([])
    if let report = trial.report {
      let time = LocalTime(zone: zone)
      let moment = report.cohort.question.cutoff
      let cutoff = "\(time.date(moment)) \(time.clock(moment))"
      let text = words.trial(.subject, "\(report.cohort.cases.count)", cutoff)
      subject = FittedText([
        StyledText(text), StyledText("\(report.cohort.cases.count), \(cutoff)"), StyledText(cutoff),
      ])
      body = report.cohort.cases.isEmpty ? note(.nobody) : trialBody(size: size, glyphs)
    } else {
      body = note(trial.failure == nil ? .loading : .unread)
    }
    let highest = highestAlert.map { [alertLine($0.line, of: $0.patient, grades: StyledText())] }
    return ScreenDescription(
      title: titleLine(
        path: [FittedText(words(.productName)), FittedText(words.trial(.title))], subject: subject),
      tabs: Tabs(
        TrialState.Part.allCases.map {
          Tabs.Tab(id: "trial-part:" + $0.rawValue, title: FittedText(words.trial($0.word)))
        }, selected: TrialState.Part.allCases.firstIndex(of: trial.part) ?? 0),
      body: body, message: messageText, hints: hints(in: .trial),
      essence: isEssential(size) ? highest ?? [] : [])
  }

  private func note(_ word: TrialWord) -> Arrangement {
    .group(
      Group(
        id: "trial", title: FittedText([]),
        content: .text([StyledText(words.trial(word), .notice)]),
        frame: .none, priority: 100, leastRows: 1, growth: 1))
  }

  private func trialBody(size: Size, _ glyphs: GlyphSet) -> Arrangement {
    if let behind = trial.behind { return behindBody(behind) }
    guard let table = trial.main else { return note(.loading) }
    let figure: [Arrangement] =
      switch trial.part {
      case .overview, .events, .concordance: [.group(lineGroup(plainTable(table)))]
      case .swimmer: swimmer(table, size: size)
      case .survival: survival(table, size: size, glyphs)
      case .grades: grades(table, size: size)
      case .cytokines: [.group(lineGroup(cytokineTable(table, size: size)))]
      case .expansion: expansion(table, size: size)
      }
    return .rows(figure + [reasons(table, trial.chosen), conventions(table)].compactMap { $0 })
  }

  private func behindBody(_ behind: TrialState.Behind) -> Arrangement {
    let table = outcomeTable(
      behind.table, rows: Array(behind.table.rows.indices), selected: behind.row, prefix: "behind")
    let group = Group(
      id: "behind", title: FittedText(words.trial(.behind, behind.table.title)),
      content: .table(table), frame: .rule, priority: 100, leastRows: 2, growth: 1)
    return .rows([.group(group), reasons(behind.table, behind.row)].compactMap { $0 })
  }

  func plainTable(_ table: OutcomeTable, hidden: Set<String> = []) -> Terminal.Table {
    outcomeTable(
      table, rows: trial.lines, selected: trial.row, prefix: "line", hidden: hidden)
  }

  /// The lines of a figure that can be chosen.
  func lineGroup(_ table: Terminal.Table, least: Int = 3) -> Group {
    Group(
      id: "lines", title: FittedText([]), content: .table(table), frame: .none, priority: 100,
      leastRows: least, growth: 2)
  }

  private func reasons(_ table: OutcomeTable, _ row: Int?) -> Arrangement? {
    let texts = reasonTexts(table, row)
    guard !texts.isEmpty else { return nil }
    return .group(
      Group(
        id: "reasons", title: FittedText([]), content: .text(texts), frame: .none, priority: 60,
        leastRows: min(2, texts.count)))
  }

  private func conventions(_ table: OutcomeTable) -> Arrangement {
    .group(
      Group(
        id: "conventions", title: FittedText(words.trial(.conventions)),
        content: .text(table.conventions.map { StyledText($0, .dim) }), frame: .rule, priority: 30,
        leastRows: 2, growth: 1))
  }
}

extension TrialState.Part {
  var word: TrialWord {
    switch self {
    case .overview: .overview
    case .swimmer: .swimmer
    case .survival: .survival
    case .grades: .grades
    case .cytokines: .cytokines
    case .expansion: .expansion
    case .events: .events
    case .concordance: .concordance
    }
  }
}
