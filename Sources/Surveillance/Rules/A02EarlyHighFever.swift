import Clinical
import Grading

extension AlertRule {
  /// Fever of 38.9 °C and more within 36 h of the infusion.
  package static let a02 = AlertRule(
    "A02", "early high fever", source: "Hay 2017", fromMemory: true,
    ends: "a temperature below 38.0 °C", guideline: .crs,
    limits: [.a02Temperature, .a02Hours],
    criterion: { "T ≥ \($0[.a02Temperature]) °C within \($0[.a02Hours]) h of the infusion" },
    check: { look in
      guard let high = look.chart.earlyHighFever, look.isCurrent(high.at) else { return nil }
      return AlertFinding(
        .high, badness: DecimalNumber(high.value / 10), events: [high.id], causes: [.fever],
        grade: 1
      ) { words in
        "\(words.celsius(high.value)) at \(words.time(high.at)), early after the infusion"
      }
    })
}
