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
      let limit = look.settings.span(.a13Minutes)
      // An earlier one that goes on is timed although a later one is over.
      let open = seizures.last(where: \.isOpen)
      let isProlonged =
        open.map { $0.lastedAtLeast >= limit || look.reached($0.at + limit) } ?? false
      let earlier = open.flatMap { $0.at == newest.at ? nil : $0 }
      return AlertFinding(
        .highest, badness: isProlonged ? 1 : 0, occurrence: newest.at,
        events: (earlier?.ids ?? []) + newest.ids, causes: [.neuro],
        grade: max(3, look.chart.icans.level ?? 3)
      ) { words in
        var text = "seizure at \(words.time(newest.at))"
        if let earlier { text += "; the one at \(words.time(earlier.at))" }
        if let open {
          text += open.resolved == false ? ", ongoing" : ", its end is not entered"
          if isProlonged { text += " after \(words.span(limit)): status call" }
        }
        return text
      }
    })
}
