import Clinical
import Grading

extension AlertRule {
  /// ICANS has risen: to 2 and more the highest.
  package static let a10 = AlertRule(
    "A10", "ICANS grade up", source: "ASCO 2021 pocket guide", ends: "a lower grade",
    guideline: .icans,
    criterion: { _ in "ICANS rises from 0 to 1; to 2 and more the highest" },
    check: { look in
      guard let rise = look.chart.icans.rise, look.isCurrent(rise.at) else { return nil }
      return look.finding(of: .icans, rise, rise.to >= 2 ? .highest : .high, [.neuro])
    })
}
