import Clinical
import Grading

extension AlertRule {
  /// A fever after the infusion, the first or after 24 h and more below 38.0 °C.
  ///
  /// New is it until it has gone or has lasted 24 h; A03 and the grade carry it from there.
  package static let a01 = AlertRule(
    "A01", "new fever", source: "PMC8021214 table 1; the highest with neutropenia is convention",
    fromMemory: true,
    ends: "a temperature below 38.0 °C, or 24 h: then it is no longer new",
    guideline: .neutropenicFever, limits: [.a01Neutrophils],
    criterion: {
      "T ≥ 38.0 °C, the first after the infusion or 24 h and more after the last; with ANC ≤ \($0[.a01Neutrophils]) ×10⁹/L the highest"
    },
    check: { look in
      guard let run = look.chart.fever, !run.isInterrupted, look.isCurrent(run.first),
        !look.reached(run.first + .hours(24))
      else { return nil }
      let limit = look.settings[.a01Neutrophils]
      let count = look.lab(.neutrophils)
      let isNeutropenic = count?.interval.isAtMost(limit) ?? false
      let mayBe = !isNeutropenic && count?.interval.mayBeAtMost(limit) ?? false
      let highest = run.highest
      return AlertFinding(
        isNeutropenic ? .highest : .high,
        // The next whole degree is worse; every tenth would be an alert with every reading.
        badness: DecimalNumber(highest / 10),
        events: [run.firstID] + (isNeutropenic ? count.map { [$0.id] } ?? [] : []),
        causes: [.fever]
      ) { words in
        var text = "fever since \(words.time(run.first)), up to \(words.celsius(highest))"
        if let count, isNeutropenic {
          text += ", ANC \(count.interval.words) ×10⁹/L: ask for cultures and antibiotics"
        }
        if let count, mayBe { text += ", ANC \(count.interval.words) ×10⁹/L may be that low" }
        return text
      }
    })
}
