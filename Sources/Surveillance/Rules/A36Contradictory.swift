import Clinical
import Grading

extension AlertRule {
  /// Entries that contradict one another, or can hardly be true.
  package static let a36 = AlertRule(
    "A36", "check entry", source: "data quality",
    ends: "a newer entry, or a correction",
    limits: [.a36Temperature, .a36Systolic, .a36Flow, .a36Minutes],
    criterion: {
      "ICE 10 and unarousable within \($0[.a36Minutes]) min; high-flow cannula ≤ \($0[.a36Flow]) L/min; a vasopressor with SBP ≥ \($0[.a36Systolic]) mmHg; T ≥ \($0[.a36Temperature]) °C"
    },
    check: { look in
      let found = look.contradictions()
      guard !found.isEmpty else { return nil }
      return AlertFinding(
        .listed, badness: DecimalNumber(found.count), events: found.flatMap(\.ids),
        causes: [.entry]
      ) { _ in
        "check entry: " + found.map(\.text).joined(separator: "; ")
      }
    })
}
