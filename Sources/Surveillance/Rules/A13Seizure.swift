import Clinical
import Grading

extension AlertRule {
  /// Any seizure; from 5 min on it is prolonged.
  ///
  /// A seizure whose end was not entered is timed as one that goes on: not recorded is not over.
  package static let a13 = AlertRule(
    "A13", "seizure", source: "PMC8403007 table 4",
    ends:
      "the seizure no longer speaks: 24 h after its end or back to baseline, whichever is later, and a neurological observation",
    guideline: .seizure, limits: [.a13Minutes],
    criterion: {
      "any seizure; ongoing for ≥ \($0[.a13Minutes]) min it is a status: call"
    },
    check: { look in
      let seizures = look.walk.seizures
      guard let newest = seizures.last, look.isCurrent(newest.at) else { return nil }
      let isOpen = newest.resolved != true && !newest.hasLength
      let limit = look.settings.span(.a13Minutes)
      let isProlonged = isOpen && look.reached(newest.at + limit)
      return AlertFinding(
        .highest, badness: isProlonged ? 1 : 0, occurrence: newest.at, events: newest.ids,
        causes: [.neuro], grade: max(3, look.chart.icans.level ?? 3)
      ) { words in
        var text = "seizure at \(words.time(newest.at))"
        if isOpen {
          text += newest.resolved == false ? ", ongoing" : ", its end is not entered"
          if isProlonged { text += " after \(words.span(limit)): status call" }
        }
        return text
      }
    })
}
