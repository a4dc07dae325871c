import Clinical
import Grading

extension AlertRule {
  /// CRS has risen: to 3 and more, or by 2 grades within 12 h, the highest.
  package static let a09 = AlertRule(
    "A09", "CRS grade up", source: "ASCO 2021 pocket guide; the jump is convention",
    ends: "a lower grade", guideline: .crs, limits: [.a09Grades, .a09Hours],
    criterion: {
      "CRS rises to 1 or 2; to 3 and more, or by \($0[.a09Grades]) grades and more within \($0[.a09Hours]) h, the highest"
    },
    check: { look in
      guard let rise = look.chart.crs.rise, look.isCurrent(rise.at) else { return nil }
      let isHighest = rise.to >= 3 || rise.jump >= look.settings.whole(.a09Grades)
      return look.finding(of: .crs, rise, isHighest ? .highest : .high, look.courseCauses())
    })
}
