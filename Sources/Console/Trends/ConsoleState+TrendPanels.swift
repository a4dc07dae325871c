import Clinical
import Grading

extension ConsoleState {
  /// Everything up to now that can be plotted; as the course was known, where that is asked.
  func trendCourse(_ open: PatientState) -> TrendCourse {
    TrendCourse(open.record.course, until: min(now, open.record.knownAt ?? now))
  }

  func usesCAPD(_ open: PatientState) -> Bool {
    open.record.course.assessment(at: open.shown(now)).instrument == .capd
  }

  func trendPlots(_ open: PatientState) -> TrendPlots {
    trendPlots(open, trendCourse(open), usesCAPD: usesCAPD(open))
  }

  func trendPlots(
    _ open: PatientState, _ course: TrendCourse, usesCAPD: Bool
  ) -> TrendPlots {
    TrendPlots(
      course: course,
      other: trends.compared.map { TrendCourse($0.course, until: now) },
      summary: PatientSummary(course.facts), limits: MedicationHistory(course.facts).settings,
      usesCAPD: usesCAPD, words: words,
      flipped: Set(trends.preference.flipped.map(TrendPanelID.init)), chosen: nil,
      cursor: open.moment)
  }

  /// Codes of the record that the standard does not name: they follow it, those that no rule knows
  /// among them.
  func codes(_ open: PatientState) -> [String] { codes(of: trendCourse(open)) }

  func codes(of course: TrendCourse) -> [String] {
    let standard = Set(TrendPanelID.standard.map(\.text) + ["ALT"])
    return course.labs.keys.filter { !standard.contains($0) }.sorted()
  }

  /// The plots in their order that are not hidden and hold a value.
  func shownPanels(_ open: PatientState) -> [TrendPanelID] {
    let course = trendCourse(open)
    return shownPanels(course, usesCAPD: usesCAPD(open))
  }

  func shownPanels(_ course: TrendCourse, usesCAPD: Bool) -> [TrendPanelID] {
    trends.preference.panels(besides: codes(of: course)).filter { id in
      guard !trends.preference.hidden.contains(id.text) else { return false }
      return hasReadings(id, course, usesCAPD)
    }
  }

  private func hasReadings(
    _ id: TrendPanelID, _ course: TrendCourse, _ usesCAPD: Bool
  ) -> Bool {
    switch id {
    case .temperature: course.vitals[.temperature] != nil
    case .heartRate: course.vitals[.heartRate] != nil
    case .pressure: course.vitals[.systolic] != nil
    case .saturation: course.vitals[.saturation] != nil
    case .breathing: course.vitals[.breathing] != nil
    case .score: course.vitals[usesCAPD ? .capd : .ice] != nil
    default: !(course.labs[id.text]?.readings.isEmpty ?? true)
    }
  }

  func chosenPanel(_ open: PatientState) -> TrendPanelID? {
    let panels = shownPanels(open)
    return panels.first { $0 == trends.chosen } ?? panels.first
  }

  func chosenReadings(_ open: PatientState) -> [TrendReading] {
    guard let id = chosenPanel(open) else { return [] }
    return trendPlots(open).readings(of: id)
  }
}
