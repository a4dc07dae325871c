import Clinical
import Grading

extension AlertRule {
  /// ICE has fallen by 3 points and more within 24 h, or below the patient's own.
  package static let a11 = AlertRule(
    "A11", "ICE drop", source: "convention; any dropped point is a sign (vjhemonc 47557)",
    ends: "an ICE at the patient's own", guideline: .icans, limits: [.a11Points, .a11Hours],
    criterion: {
      "ICE ≥ \($0[.a11Points]) points below any valid score of the last \($0[.a11Hours]) h: the highest; below the patient's own: high"
    },
    check: { look in
      let track = look.chart.ice
      guard let newest = track.newest, look.isCurrent(newest.at), look.isAfterInfusion(newest.at)
      else { return nil }
      let earlier = track.scores(within: look.settings.span(.a11Hours))
      let best = earlier.max { $0.low < $1.low }
      let points = look.settings.whole(.a11Points)
      let isSteep = best.map { $0.low - newest.high >= points } ?? false
      let own = look.walk.normalICE
      guard isSteep || newest.high < own else { return nil }
      let score = newest.isUnarousable ? "unarousable" : newest.scoreWords
      return AlertFinding(
        isSteep ? .highest : .high, badness: DecimalNumber(10 - newest.high),
        events: (isSteep ? best.map { [$0.id] } ?? [] : []) + [newest.id], causes: [.neuro],
        grade: look.chart.icans.level
      ) { words in
        var text = "ICE \(score) at \(words.time(newest.at)), own \(own)"
        if isSteep, let best { text += ", \(best.scoreWords) at \(words.time(best.at))" }
        return text
      }
    })
}
