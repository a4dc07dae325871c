import Clinical
import Grading
import Replay
import Terminal

extension ConsoleState {
  /// A patient's screen as a description: identity, day strip over plots, reasons, events.
  func patientScreen(
    _ open: PatientState, size: Size, _ glyphs: GlyphSet
  ) -> ScreenDescription {
    let view = PatientView(open, now: now)
    let identity = identity(view, glyphs)
    let besides = comparedIdentity(open, glyphs)
    let body: Arrangement
    switch open.part {
    case .course:
      body = .rows(
        [.group(courseGroup(view, size: size))]
          + (weekGroup(view, size: size).map { [.group($0)] } ?? [])
          + (legend(view).map { [.group($0)] } ?? [])
          + [.columns(reasons(view, least: 2))] + sepsisBeside(open))
    case .reasons:
      body = .rows(reasons(view, least: 6, wraps: true) + sepsisBeside(open))
    case .events: body = .group(eventGroup(open))
    case .alerts: body = alertsPart(open, size: size)
    case .scales where covers(view.moment): body = .group(coveredGroup())
    case .scales: body = scalesPart(open, size: size)
    case .trends:
      let above = 4 + patientAlertLine(open).count + (message == nil ? 0 : 1) + besides.count
      body = .rows(trendsPart(view, size: size, besides: above))
    case .dayTable: body = .rows(dayTablePart(view, size: size))
    }
    return ScreenDescription(
      title: titleLine(
        path: [FittedText(words(.productName)), FittedText(site.isEmpty ? words(.ward) : site)],
        subject: subject(open.record.id, view.summary, glyphs)),
      identity: [identity] + besides + patientAlertLine(open),
      tabs: Tabs(
        zip(
          PatientState.Part.allCases,
          [
            words(.course), words(.reasons), words(.events), alertsTab(open),
            words(TrendWord.trends), words(TrendWord.dayTable), words(ScaleWord.tab),
          ]
        ).map { Tabs.Tab(id: "part:" + $0.rawValue, title: FittedText($1)) },
        selected: PatientState.Part.allCases.firstIndex(of: open.part) ?? 0),
      body: body, message: messageText, hints: hints(in: open.part == .trends ? .trends : .patient),
      essence: [identity] + patientAlertLine(open))
  }

  private func subject(
    _ id: PatientID, _ summary: PatientSummary, _ glyphs: GlyphSet
  ) -> FittedText {
    let name = name(summary, id, glyphs)
    guard let bed = summary.bed else { return FittedText(name) }
    return FittedText([StyledText("\(bed) \(name)"), StyledText(name), StyledText(bed)])
  }

  // Whoever is looked at beside, by both identifiers as well.
  private func comparedIdentity(_ open: PatientState, _ glyphs: GlyphSet) -> [FittedText] {
    guard open.part == .trends, let other = trends.compared else { return [] }
    let forms = identity(PatientView(PatientState(other), now: now), glyphs).forms
    return [FittedText(forms.map { StyledText("o ", .series3) + $0 })]
  }

  // Two identifiers, the day and both grades: above everything, at every size.
  private func identity(_ view: PatientView, _ glyphs: GlyphSet) -> FittedText {
    let open = view.open
    let summary = view.summary
    let grades = view.grades
    let text = name(summary, open.record.id, glyphs)
    let name = StyledText(text, .strong)
    let number = StyledText(words(.number, summary.hospitalNumber ?? open.record.id.text))
    let born = summary.birthDate.map { StyledText(words(.born, "\($0)")) } ?? StyledText()
    let age = StyledText(
      summary.age(at: view.moment, zone: zone).map { "\(sexLetter(summary))\($0)" } ?? "")
    let day = StyledText(words.day(view.assessment.day), .strong)
    let crs = StyledText("CRS ") + gradeText(grades.crs, at: view.moment)
    let icans = StyledText("ICANS ") + gradeText(grades.icans, at: view.moment)
    let weight = summary.weight.map { StyledText(words(.weighs, "\($0.value)")) } ?? StyledText()
    let infused =
      summary.infusions.first.map {
        StyledText(
          words(.infusedAt, LocalTime(zone: zone).date($0) + " " + LocalTime(zone: zone).clock($0)),
          .dim)
      } ?? StyledText(words(.noInfusion), .dim)
    let subject = StyledText(open.record.id.text, .dim)
    let product = StyledText(summary.product ?? "", .dim)
    let diagnosis = StyledText(summary.diagnosis ?? "", .dim)
    let dataAge =
      summary.newestObservation.map {
        StyledText(words.alert(.dataAge, words.age(view.moment - $0)), .dim)
      }
      ?? StyledText(words.alert(.noDataYet), .dim)
    let c = gradeText(grades.crs, at: view.moment)
    let i = gradeText(grades.icans, at: view.moment)
    var forms: [StyledText] = [
      .joined([
        name, age, born, number, subject, day, crs, icans, diagnosis, dataAge, product, infused,
        weight,
      ]),
      .joined([name, age, born, number, day, crs, icans, diagnosis]),
      .joined([name, born, number, day, crs, icans]), .joined([name, number, day, crs, icans]),
      .joined([name, number, c + StyledText("/") + i], separator: " "),
    ]
    for name in cut(text) {
      forms.append(.joined([name, number, day, crs, icans]))
      forms.append(.joined([name, number, c + StyledText("/") + i], separator: " "))
    }
    return FittedText(forms + [c + StyledText("/") + i, c])
  }

  private func reasons(
    _ view: PatientView, least: Int, wraps: Bool = false
  ) -> [Arrangement] {
    guard !covers(view.moment) else {
      // The question in front says it itself.
      let isSaid = view.open.part == .course && replay?.training?.draft != nil
      return isSaid ? [] : [.group(coveredGroup())]
    }
    let (assessment, grades) = (view.assessment, view.grades)
    return [(assessment.crs, grades.crs), (assessment.icans, grades.icans)].map { scale, record in
      let status = GradeText.status(scale.status, words)
      return .group(
        Group(
          id: "why-\(scale.scale)",
          title: FittedText(
            words(
              .whyScale, words(scale.scale.word),
              // The status stands at the right: `3?` would ask twice.
              scale.status == .provisional && record.adjudicated == nil
                ? scale.grade.map { "\($0)" } ?? words(.gradeNone)
                : GradeText.plain(record, words))),
          note: FittedText(status), content: .facts(reasonFacts(scale), wraps: wraps), priority: 50,
          leastRows: least, growth: 0, width: .filling(minimum: 30)))
    }
  }

  private func eventGroup(_ open: PatientState) -> Group {
    let list = eventList(open)
    let time = LocalTime(zone: zone)
    let rows = list.lines.map { line in
      let role: Terminal.Role = line.fate.isStruck ? .struck : .text
      let fate: StyledText =
        switch line.fate {
        case .inForce: StyledText()
        case .corrected(let reason):
          StyledText("  " + words(.correctedTo, reason ?? "-"), .warning)
        case .retracted(let reason):
          StyledText("  " + words(.retractedAs, reason ?? "-"), .warning)
        case .correction(let reason): StyledText("  " + words(.correction, reason ?? "-"), .dim)
        }
      // Struck through in text too: a terminal without the attribute must still show it.
      let mark = line.fate.isStruck ? "✗ " : ""
      let unsigned =
        line.event.awaitsCosignature && !line.fate.isStruck
        ? StyledText("  " + words(.unsigned), .warning) : StyledText()
      return TableRow(
        id: "event:\(line.event.id)",
        [
          FittedText(time.dayAndClock(line.at), .dim),
          FittedText(line.event.by ?? "", .dim),
          FittedText(StyledText(mark + line.text, role) + fate + unsigned),
        ])
    }
    let table = Table(
      columns: [
        TableColumn(title: FittedText([]), priority: 3),
        TableColumn(title: FittedText([]), priority: 1),
        TableColumn(
          title: FittedText([]), truncation: .ellipsis, minimum: 10, priority: 4, growth: 1),
      ], rows: rows, selected: list.place)
    return Group(
      id: "events", title: FittedText([]),
      content: rows.isEmpty ? .text([StyledText(words(.noEvents), .dim)]) : .table(table),
      frame: .none, priority: 90, leastRows: 1, growth: 1)
  }
}
