import Clinical
import Grading

extension AlertRule {
  /// Haematotoxicity of ICAHT 3 and more, early or late (clinical-rules 3.5).
  package static let a33 = AlertRule(
    "A33", "haematotoxicity", source: "ICAHT (EHA/EBMT), automatedicahtgrading (Liang)",
    fromMemory: true, ends: "neutrophils above the limit for 3 days",
    limits: [.a33Days, .a33DeepDays],
    criterion: {
      "early (day 0-30): ANC ≤ 0.5 ×10⁹/L for ≥ \($0[.a33Days]) days or ≤ 0.1 for ≥ \($0[.a33DeepDays]), gaps of up to 3 days bridged; late (after day 30): ANC ≤ 0.5 in at least 2 measurements"
    },
    check: { look in
      guard let found = look.neutropenia() else { return nil }
      return AlertFinding(
        .high, badness: DecimalNumber(found.days), events: [found.id], causes: [.counts]
      ) { _ in
        found.text
      }
    })
}
