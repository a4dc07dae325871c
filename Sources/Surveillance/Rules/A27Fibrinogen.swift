import Clinical
import Grading

extension AlertRule {
  /// Fibrinogen below 1.5 g/L; below 1.0 the highest.
  package static let a27 = AlertRule(
    "A27", "fibrinogen", source: "HLH-2004 (PMC8212354); JITC 25529 table 5",
    ends: "a value not below it",
    guideline: .iecHS, limits: [.a27Value, .a27Highest],
    criterion: {
      "fibrinogen < \($0[.a27Value]) g/L high, < \($0[.a27Highest]) g/L the highest (100 mg/dL are 1 g/L)"
    },
    check: { look in
      guard let newest = look.lab(.fibrinogen), newest.interval.mayBeBelow(look.settings[.a27Value])
      else { return nil }
      let interval = newest.interval
      let isDefinite = interval.isBelow(look.settings[.a27Value])
      let isHighest = interval.isBelow(look.settings[.a27Highest])
      let lowest = look.settings[.a27Highest]
      let mayBeHighest = !isHighest && interval.mayBeBelow(look.settings[.a27Highest])
      return AlertFinding(
        isHighest ? .highest : isDefinite ? .high : .listed,
        badness: .zero - (interval.high ?? interval.low), events: [newest.id],
        causes: [.coagulation]
      ) { words in
        "fibrinogen \(interval.words) g/L at \(words.time(newest.at))"
          + (mayBeHighest ? ", possibly below \(lowest)" : "")
      }
    })
}
