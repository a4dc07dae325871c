import Clinical
package import Terminal

extension ConsoleState {
  /// What the console shows now, before anybody knows how it is drawn.
  package func description(
    size: Size, glyphs: GlyphSet = .unicode
  ) -> ScreenDescription {
    var description =
      switch screen {
      case _ where cover.isOn: coverScreen()
      case _ where entry.open != nil:
        entry.open.map { entryScreen($0, size: size, glyphs) }
          ?? wardScreen(size: size, glyphs: glyphs)
      case _ where isPageInFront: pageInFront(size: size, glyphs)
      case .ward: wardScreen(size: size, glyphs: glyphs)
      case .patient:
        patient.map { patientScreen($0, size: size, glyphs) }
          ?? wardScreen(size: size, glyphs: glyphs)
      case .about: aboutScreen()
      case .alerts: alertListScreen(size: size, glyphs)
      case .trial: trialScreen(size: size, glyphs)
      case .holding: holdingScreen(size: size, glyphs)
      case .table: tableScreen(size: size)
      }
    guard !cover.isOn else { return description }
    if let replay, !isPageInFront || entry.open != nil {
      if entry.open == nil, let training = replay.training, let draft = training.draft {
        let question = questionGroup(training, draft)
        description.body = .rows([description.body, .group(question)])
        description.hints = hints(in: .question)
      }
      description.body = .rows([description.body, .group(replayBar(replay, width: size.width))])
    }
    if let list { description.overlay = overlay(list) }
    if let asking = replay?.session?.asking { description.overlay = sessionOverlay(asking) }
    if let asking = station.asking { description.overlay = signInOverlay(asking) }
    return description
  }

  /// The screen in cells.
  package func frame(size: Size, capabilities: Capabilities) -> CellRenderer.Frame {
    var capabilities = capabilities
    if let charts = trends.preference.glyphs {
      capabilities.charts = charts.usable(with: capabilities.glyphs)
    }
    var shown = self
    shown.trends.drawn = capabilities.charts
    return CellRenderer.render(
      shown.description(size: size, glyphs: capabilities.glyphs), size: size,
      capabilities: capabilities)
  }

  /// The screen as plain lines.
  package func plainLines(glyphs: GlyphSet) -> [String] {
    PlainRenderer(
      words: PlainWords(
        notAssessed: words(.plainNotAssessed), chosen: words(.plainChosen), keys: words(.helpTitle),
        day: words(.columnDay), entered: words(.plainEntered)), glyphs: glyphs
    ).lines(description(size: Size(width: 200, height: 50), glyphs: glyphs))
  }

  /// - Parameter isCovered: names nobody.
  func titleLine(
    path: [FittedText], subject: FittedText = FittedText([]), isCovered: Bool = false
  ) -> TitleLine {
    let time = LocalTime(zone: zone)
    var marks: [StyledText] = []
    switch mode {
    case .live: break
    case .demo: marks.append(StyledText(words(.demo), .demoMark))
    case .training: marks.append(StyledText(words(.training), .modeMark))
    case .replay: marks.append(StyledText(words(ReplayWord.mark), .demoMark))
    }
    let stopped = alerts.feed.stopped(at: now)
    if let stopped {
      marks.append(StyledText(words.alert(.noData, words.age(stopped)), .titleStopped))
    }
    if screen == .patient, let patient, !isCovered {
      if let known = patient.record.knownAt {
        marks.append(StyledText(words(.asKnownAt, time.dayAndClock(known)), .modeMark))
      } else if let moment = patient.moment {
        marks.append(StyledText(words(.lookingAt, time.dayAndClock(moment)), .modeMark))
      }
    }
    let clock = time.clockWithSeconds(now)
    let weekday = words.weekday(time.weekday(now))
    return TitleLine(
      path: path, subject: subject, marks: marks,
      person: isCovered ? FittedText([]) : personText,
      clock: FittedText([
        StyledText("\(weekday) \(time.date(now)) \(clock)"), StyledText("\(weekday) \(clock)"),
        StyledText(clock), StyledText(time.clock(now)),
      ]), stopped: stopped != nil, isReplay: replay != nil)
  }

  var messageText: FittedText {
    guard let message else { return FittedText([]) }
    let role: Terminal.Role =
      switch message.weight {
      case .notice: .notice
      case .warning: .warning
      case .failure: .failure
      }
    return FittedText(message.text, role)
  }

  func hints(in context: Command.Context) -> [KeyHint] {
    Command.all.filter { $0.hint > 0 && $0.works(in: context) && offers($0) }.compactMap {
      command in
      keymap.keys(of: command, in: context).first.map {
        KeyHint(
          keys: $0.name, label: FittedText(words(command.label)), priority: command.hint,
          id: "command:" + command.id)
      }
    }.sorted { $0.priority > $1.priority }
  }

  // The help says what the console is not.
  private func note(of list: OpenList) -> FittedText {
    if case .wardRecord = list.kind { return FittedText(entryWords(.wardRecordHelp)) }
    if case .tableUnit = list.kind { return FittedText(words(TableWord.typeUnit)) }
    guard case .help = list.kind else { return FittedText(words(.typeToNarrow)) }
    return FittedText([
      StyledText(words(.typeToNarrow) + " · " + words(.notAlarm)),
      StyledText(words(.notAlarm)),
    ])
  }

  func overlay(_ list: OpenList) -> Overlay {
    let title =
      switch list.kind {
      case .help: words(.helpTitle)
      case .palette: words(.paletteTitle)
      case .themes: words(.themesTitle)
      case .changes: words(PeopleWord.newsTitle)
      case .jumps: words(ReplayWord.jumpsTitle)
      case .leaving: words(ReplayWord.leavingTitle)
      case .ending: words(TrainingWord.endingTitle)
      case .wardRecord: entryWords(.wardRecordTitle)
      case .panels: words(TrendWord.panelsTitle)
      case .comparison: words(TrendWord.compareTitle)
      case .heldPatient, .heldReason, .heldConfirm: heldListTitle(list.kind) ?? ""
      case .tableFile, .tableChoice, .tableUnit: tableListTitle(list.kind) ?? ""
      }
    return Overlay(
      Group(
        id: "list", title: FittedText(title), note: note(of: list),
        content: .picker(
          list.picker, prompt: "> ", nothing: FittedText(words(.nothingMatches))), focused: true),
      idealWidth: [.changes, .jumps, .leaving, .wardRecord].contains(list.kind) ? 116 : 60)
  }
}
