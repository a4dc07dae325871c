import Clinical
import Grading

extension AlertRule {
  /// Two of potassium, phosphate, urate and calcium as in tumour lysis, in the week after infusion.
  package static let a39 = AlertRule(
    "A39", "tumour lysis screen",
    source: "Cairo-Bishop; Brudno and Kochenderfer (ashpublications 7514710)", fromMemory: true,
    ends: "newer values of which fewer than two meet",
    limits: [
      .a39Potassium, .a39Phosphate, .a39PhosphateChild, .a39Urate, .a39Calcium, .a39Change,
      .a39Days,
    ],
    criterion: {
      "two or more of K ≥ \($0[.a39Potassium]), PO4 ≥ \($0[.a39Phosphate]) (under 18 years \($0[.a39PhosphateChild])), urate ≥ \($0[.a39Urate]), Ca ≤ \($0[.a39Calcium]), or each changed by \($0[.a39Change]) % from the baseline, measured within \($0[.a39Days]) d of the infusion"
    },
    check: { look in
      let found = look.lysis()
      guard found.count >= 2 else { return nil }
      return AlertFinding(
        .high, badness: DecimalNumber(found.count), events: found.map(\.entry.id),
        causes: [.lysis]
      ) { words in
        found.map { "\($0.name) \($0.entry.interval.words) at \(words.time($0.entry.at))" }
          .joined(separator: ", ")
      }
    })
}
