import Clinical
import Grading

extension AlertRule {
  /// A first or a further vasopressor begins.
  package static let a08 = AlertRule(
    "A08", "vasopressor started", source: "PMC8021214 table 1",
    ends: "fewer vasopressors again", guideline: .crs,
    criterion: { _ in
      "the vasopressor count rises: 0 to 1, 1 to 2 (vasopressin alone is one, beside another none)"
    },
    check: { look in
      guard let step = look.chart.pressors.step, look.isCurrent(step.at) else { return nil }
      let given = look.walk.vasopressors(at: look.t)
      return AlertFinding(
        .highest, badness: DecimalNumber(step.to), occurrence: step.at,
        events: given.all.map(\.id), causes: [.pressure], grade: step.to >= 2 ? 4 : 3
      ) { words in
        let names = given.all.map { "\($0.label) since \(words.time($0.startedAt))" }
        return "vasopressors \(step.from) to \(step.to): \(names.joined(separator: ", "))"
      }
    })
}
