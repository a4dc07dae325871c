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
      let settings = look.settings
      let inDay = doses.filter { $0.at > last.at - .hours(24) }.count
      var beyond: [String] = []
      if inDay > settings.whole(.a20Day) { beyond.append("\(inDay) doses in 24 h") }
      if doses.count > settings.whole(.a20Total) { beyond.append("\(doses.count) doses in all") }
      if let before = doses.dropLast().last, last.at < before.at + settings.span(.a20Hours) {
        beyond.append("\(Words(zone: look.zone).span(last.at - before.at)) after the last")
      }
      if let given = last.milligrams, given > settings[.a20Milligrams] {
        beyond.append("\(given) mg")
      }
      guard !beyond.isEmpty else { return nil }
      let reasons = beyond
      return AlertFinding(
        .highest, occurrence: last.at, events: [last.id], causes: [.tocilizumab]
      ) { words in
        "tocilizumab at \(words.time(last.at)): \(reasons.joined(separator: ", "))"
      }
    })
}
