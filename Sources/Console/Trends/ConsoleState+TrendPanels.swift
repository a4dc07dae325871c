import Clinical
import Grading

extension ConsoleState {
  /// Everything up to now that can be plotted; as the course was known, where that is asked.
  func trendCourse(_ open: PatientState) -> TrendCourse {
    open.record.trendCourse(until: trendEnd(open))
  }

  /// The moment up to which a course is plotted.
  func trendEnd(_ open: PatientState) -> Instant { min(now, open.record.knownAt ?? now) }

  func usesCAPD(_ open: PatientState) -> Bool {
    open.record.course.assessment(at: open.shown(now)).instrument == .capd
  }

  func trendPlots(_ open: PatientState) -> TrendPlots {
    trendPlots(open, trendCourse(open), usesCAPD: usesCAPD(open))
  }

  /// - Parameters:
  ///   - summary: the patient's at the end of `course`, where it has been made.
  ///   - other: another patient's course, to be laid over this one.
  func trendPlots(
    _ open: PatientState, _ course: TrendCourse, usesCAPD: Bool, summary: PatientSummary? = nil,
    other: TrendCourse? = nil
  ) -> TrendPlots {
    TrendPlots(
      course: course, other: other,
      otherUsesCAPD: other != nil
        && trends.compared?.course.assessment(at: now).instrument == .capd,
      summary: summary ?? PatientSummary(course.facts),
      limits: course.limits,
      usesCAPD: usesCAPD, words: words,
      flipped: Set(trends.preference.flipped.map(TrendPanelID.init)), chosen: nil,
      cursor: open.moment)
  }

  /// The other patient's course; `nil` where either has no day 0 to lay it upon.
  func comparedCourse(beside course: TrendCourse) -> TrendCourse? {
    guard course.axis.isFromInfusion, let record = trends.compared else { return nil }
    let other = record.trendCourse(until: now)
    return other.axis.isFromInfusion ? other : nil
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

  func chosenPanel(_ open: PatientState) -> TrendPanelID? { chosenPanel(among: shownPanels(open)) }

  /// The plot that keys work on.
  func chosenPanel(among panels: [TrendPanelID]) -> TrendPanelID? {
    panels.first { $0 == trends.chosen } ?? panels.first
  }

  func chosenReadings(_ open: PatientState) -> [TrendReading] {
    let course = trendCourse(open)
    let usesCAPD = usesCAPD(open)
    guard let id = chosenPanel(among: shownPanels(course, usesCAPD: usesCAPD)) else { return [] }
    return TrendPlots.readings(of: id, in: course, usesCAPD: usesCAPD)
  }
}
