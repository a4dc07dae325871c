import Clinical
import Grading

extension AlertRule {
  /// Fever in each 24 h for more than 3 days.
  package static let a03 = AlertRule(
    "A03", "refractory fever", source: "ASCO 2021 pocket guide",
    ends: "a temperature below 38.0 °C, 24 h or more after the last fever",
    guideline: .persistentFever, limits: [.a03Hours],
    criterion: { "T ≥ 38.0 °C in each 24 h for more than \($0[.a03Hours]) h" },
    check: { look in
      guard let run = look.chart.fever, look.isCurrent(run.last),
        run.last > run.first + look.settings.span(.a03Hours)
      else { return nil }
      if let now = look.walk.temperature, now.value < FeverLimit.tenths,
        now.at >= run.last + .hours(24)
      {
        return nil
      }
      return AlertFinding(.high, events: [run.firstID, run.lastID], causes: [.fever]) { words in
        "fever in each 24 h since \(words.time(run.first)), last \(words.time(run.last))"
      }
    })
}
