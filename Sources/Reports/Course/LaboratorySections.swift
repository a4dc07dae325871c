import Clinical
import Outcomes

extension ReportedPatient {
  /// The four cytokines in the first month: baseline, peak, time and fold.
  var cytokineSection: ReportSection? {
    guard let outcomes else { return nil }
    var notes: [String] = []
    let rows = outcomes.cytokines.map { course -> [String] in
      let name = course.profile.variable.label
      // Without any sample one reason says it all.
      if course.profile.points.isEmpty { notes.append("\(name): \(words(.noSample))") }
      func why(_ key: String) -> String {
        if course.profile.points.isEmpty { return words(.missing) }
        if let reason = course.reasons.first(where: { $0.key == key })?.text {
          notes.append("\(name): \(words(label(of: key))): \(reason)")
        }
        return words(.missing)
      }
      let baseline = course.profile.baseline
      return [
        name, baseline.map(value) ?? why("baseline"),
        course.peak.map(value) ?? why("peak"),
        course.peak.map { NumberText.fixed($0.time, places: 1) } ?? words(.missing),
        course.fold.map {
          "\(course.peak?.isAbove == true ? ">=" : "")\(NumberText.significant($0, digits: 3))"
        } ?? why("fold"),
        course.profile.after.last.map { "\(value($0)) (\(ReportClock.day($0.day)))" }
          ?? words(.missing),
      ]
    }
    let columns: [ReportWord] = [.cytokine, .baseline, .peak, .peakAt, .fold, .newest]
    return ReportSection(
      words(.cytokines),
      [.table(ReportTable(columns.map { words($0) }, rows, notes: notes + [words(.firstMonth)]))])
  }

  private func label(of key: String) -> ReportWord {
    switch key {
    case "baseline": .baseline
    case "peak": .peak
    default: .fold
    }
  }

  /// As it was printed: `<2.5`, `874`, `>5000`.
  private func value(_ point: AnalyteProfile.Point) -> String {
    point.mark + NumberText.significant(point.value, digits: 3)
  }

  /// CAR copies and CAR+ cells, by the conventions of the trial's tables.
  var expansionSection: ReportSection? {
    guard let outcomes else { return nil }
    var notes: [String] = []
    let rows = SubjectOutcomes.expansion.map { variable -> [String] in
      let profile = outcomes.profile(variable)
      let kinetics = profile.kinetics()
      let name = "\(variable.label), \(variable.measure.unit.label)"
      func cell(_ value: Double?, _ key: String, _ mark: String = "") -> String {
        guard let value else { return words(.missing) }
        return mark + NumberText.significant(value, digits: 3)
      }
      if let reason = kinetics.reason("cmax") { notes.append("\(name): \(reason)") }
      let isBound = profile.after.contains { $0.isAbove && $0.value == kinetics.cmax }
      let last = kinetics.tlast.map { " (\(words(.daysShort, NumberText.fixed($0, places: 1))))" }
      let persistence = kinetics.persistence
      return [
        name, "\(kinetics.n)", cell(kinetics.cmax, "cmax", isBound ? ">=" : ""),
        kinetics.tmax.map { NumberText.fixed($0, places: 1) } ?? words(.missing),
        cell(kinetics.clast, "clast") + (last ?? ""),
        persistence.map {
          ($0.isCensored ? ">=" : "") + NumberText.fixed($0.days, places: 1)
        } ?? words(.missing),
      ]
    }
    let columns: [ReportWord] = [
      .variable, .samples, .cmax, .tmax, .lastQuantifiable, .persistence,
    ]
    return ReportSection(
      words(.expansion),
      [
        .table(ReportTable(columns.map { words($0) }, rows, notes: notes)),
        .note(Conventions.kinetics.joined(separator: " ")),
      ])
  }

  /// When the blood was free of CD7+ cells.
  var clearanceSection: ReportSection? {
    guard let outcomes else { return nil }
    let clearance = outcomes.clearance
    func days(_ value: Double) -> String { words(.daysShort, NumberText.fixed(value, places: 1)) }
    let text: String
    if let cleared = clearance.clearedAt {
      text =
        words(.clearedAt, days(cleared))
        + (clearance.duration.map { words(.clearedDuration, days($0)) } ?? "")
        + words(clearance.hasRecovered ? .recovered : .notRecovered)
    } else {
      text = words(.notCleared, clearance.reason ?? words(.notRecorded))
    }
    let limits = words(
      .clearanceRule, "\(outcomeSettings.clearedPercentage)", "\(outcomeSettings.clearedCells)")
    return ReportSection(words(.clearance), [.paragraph(text), .note(limits)])
  }
}
