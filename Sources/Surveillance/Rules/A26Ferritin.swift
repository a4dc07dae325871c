import Clinical
import Grading

extension AlertRule {
  /// Ferritin above 10,000 ng/mL; above 100,000 the highest.
  package static let a26 = AlertRule(
    "A26", "ferritin", source: "grepmed 9558; ashpublications 11742545",
    ends: "a value not above it", guideline: .iecHS, limits: [.a26Value, .a26Highest],
    criterion: {
      "ferritin > \($0[.a26Value]) ng/mL high, > \($0[.a26Highest]) ng/mL the highest; cut off below it, so possibly above: listed"
    },
    check: { look in
      guard let newest = look.lab(.ferritin), newest.interval.mayBeAbove(look.settings[.a26Value])
      else { return nil }
      let interval = newest.interval
      let isDefinite = interval.isAbove(look.settings[.a26Value])
      let isHighest = interval.isAbove(look.settings[.a26Highest])
      return AlertFinding(
        isHighest ? .highest : isDefinite ? .high : .listed, badness: interval.low,
        events: [newest.id], causes: [.macrophage]
      ) { words in
        "ferritin \(interval.words) ng/mL at \(words.time(newest.at))"
          + (isDefinite ? "" : ", possibly above the limit: ask for a dilution")
      }
    })
}
