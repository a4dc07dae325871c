import Clinical
import Grading

extension AlertRule {
  /// A dose of tocilizumab beyond the limits: recorded with a reason, never refused.
  package static let a20 = AlertRule(
    "A20", "tocilizumab limit",
    source: "ASCO 2021 pocket guide; J Exp Hematol Oncol 2020 (s40164-020-00171-5) table 2",
    ends: "24 h after the dose", guideline: .tocilizumabDoses,
    limits: [.a20Day, .a20Total, .a20Hours, .a20Milligrams],
    criterion: {
      "a dose beyond \($0[.a20Day]) in 24 h or \($0[.a20Total]) in all, less than \($0[.a20Hours]) h after the last, or above \($0[.a20Milligrams]) mg"
    },
    check: { look in
      let doses = look.chart.drugs.tocilizumab
      guard let last = doses.last, look.isCurrent(last.at), !look.reached(last.at + .hours(24))
      else {
        return nil
      }
      let stops = TocilizumabLedger.stops(
        at: last.at, milligrams: last.milligrams, beside: doses.dropLast(),
        limits: TocilizumabLimits(look.settings))
      let words = Words(zone: look.zone)
      let beyond = stops.map { stop in
        switch stop {
        case .tooManyInADay(let count): "\(count) doses in 24 h"
        case .tooManyInAll(let count): "\(count) doses in all"
        case .tooSoon(let other): "\(words.span(last.at - other)) after the last"
        case .tooMuch(let milligrams): "\(milligrams) mg"
        }
      }
      guard !beyond.isEmpty else { return nil }
      return AlertFinding(
        .highest, occurrence: last.at, events: [last.id], causes: [.tocilizumab]
      ) { words in
        "tocilizumab at \(words.time(last.at)): \(beyond.joined(separator: ", "))"
      }
    })
}
