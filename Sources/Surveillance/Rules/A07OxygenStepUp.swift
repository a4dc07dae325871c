import Clinical
import Grading

extension AlertRule {
  /// Oxygen of a higher class of CRS than before.
  package static let a07 = AlertRule(
    "A07", "oxygen step up", source: "PMC8021214 table 1",
    ends: "oxygen of a lower class again", guideline: .crs,
    criterion: { _ in
      "device or flow moves to a higher class of CRS: to 2 high, to 3 or 4 the highest"
    },
    check: { look in
      guard let step = look.chart.oxygen.step, look.isCurrent(step.at) else { return nil }
      let support = look.support
      return AlertFinding(
        step.to >= 3 ? .highest : .high, badness: DecimalNumber(step.to), occurrence: step.at,
        events: step.id.map { [$0] } ?? [], causes: [.oxygen], grade: step.to
      ) { words in
        "oxygen stepped up from the class of grade \(step.from) to \(step.to) at \(words.time(step.at)): \(support)"
      }
    })
}
