import Clinical
import Grading

extension AlertRule {
  /// Systolic pressure below the limit of the age, or well below the patient's own.
  ///
  /// A pressure that D-06 excuses, as low as the patient's own, is none.
  package static let a04 = AlertRule(
    "A04", "hypotension",
    source:
      "Nat Rev Clin Oncol 2018 (s41571-018-0075-2) table 2; Brudno and Kochenderfer (ashpublications 7514710)",
    ends: "a systolic pressure that meets neither", guideline: .crs,
    limits: [.a04Systolic, .a04Percent, .a04Below],
    criterion: {
      "SBP < limit of the age (\($0[.a04Systolic]) mmHg above 10 years); or, above 10 years, SBP < \($0[.a04Percent]) % of the baseline and < \($0[.a04Below]) mmHg"
    },
    check: { look in
      guard let reading = look.walk.systolic, look.isCurrent(reading.at),
        let limit = look.walk.systolicLimit
      else { return nil }
      let set = look.settings[.a04Systolic]
      let isGrown = look.isOverTen
      let threshold = look.hasSetSystolicLimit ? set : limit
      let isExcused = look.walk.isSystolicExcused(at: look.t)
      let isLow = reading.value < threshold && !isExcused
      let baseline = look.walk.baselineSystolic
      let percent = look.settings[.a04Percent]
      let share = baseline.map {
        $0.times(percent, places: 9).scaled(by: 1, over: 100, places: 9)
      }
      let isFallen =
        isGrown && !isExcused && reading.value < look.settings[.a04Below]
        && share.map { reading.value < $0 } ?? false
      guard isLow || isFallen else { return nil }
      let grade = max(2, look.chart.crs.level ?? 2)
      return AlertFinding(
        .highest, badness: .zero - reading.value, events: [reading.id], causes: [.pressure],
        grade: grade
      ) { words in
        let against =
          isLow
          ? "below \(threshold)" : "below \(percent) % of the baseline \(baseline ?? .zero)"
        return "SBP \(reading.value) mmHg at \(words.time(reading.at)), \(against)"
      }
    })
}
