import Clinical
import Grading

extension AlertRule {
  /// Eight hours after a dose of tocilizumab at grade 2 or more the grade is not lower.
  package static let a22 = AlertRule(
    "A22", "no response to tocilizumab", source: "ASCO 2021 pocket guide",
    ends: "a lower grade, or a further dose", guideline: .crs, limits: [.a22Hours],
    criterion: {
      "\($0[.a22Hours]) h after a dose given at CRS ≥ 2, the grade is not lower"
    },
    check: { look in
      guard look.isInHouse, let dose = look.chart.drugs.tocilizumab.last, look.isCurrent(dose.at),
        let given = look.chart.crs.level(at: dose.at), given >= 2,
        look.reached(dose.at + look.settings.span(.a22Hours)),
        let now = look.chart.crs.level, now >= given,
        look.chart.crs.lowest(since: dose.at) >= given
      else { return nil }
      return AlertFinding(
        .high, badness: DecimalNumber(now), events: [dose.id], causes: [.tocilizumab], grade: now
      ) { words in
        "CRS \(now), not lower than \(given) at tocilizumab \(words.time(dose.at))"
      }
    })
}
