import Clinical
import Grading

extension AlertRule {
  /// CRS of 2 and more in both of its domains.
  package static let a35 = AlertRule(
    "A35", "pressure and oxygen together", source: "PMC8021214 table 1",
    ends: "either domain below 2", guideline: .crs,
    criterion: { _ in "CRS ≥ 2 by hypotension and by hypoxia" },
    check: { look in
      guard look.isInHouse, (look.walk.crs.certain ?? 0) >= 2 else { return nil }
      let pressure = look.walk.low(.hypotension, at: look.t)
      let oxygen = look.walk.low(.hypoxia, at: look.t)
      guard pressure >= 2, oxygen >= 2 else { return nil }
      let support = look.support
      return AlertFinding(
        .high, badness: DecimalNumber(pressure + oxygen), events: look.signEvents().ids,
        causes: [.course, .pressure, .oxygen], grade: max(pressure, oxygen)
      ) { _ in
        "hypotension \(pressure) and hypoxia \(oxygen) together, on \(support)"
      }
    })
}
