import Clinical
import Grading

extension AlertRule {
  /// CAPD has risen by 3 points and more within 24 h, to 9 and more, or above the patient's own.
  package static let a11b = AlertRule(
    "A11b", "CAPD rise", source: "convention",
    ends: "a CAPD at the patient's own", guideline: .icans,
    limits: [.a11bPoints, .a11bHours, .a11bTotal],
    criterion: {
      "CAPD rises by ≥ \($0[.a11bPoints]) points within \($0[.a11bHours]) h, or to ≥ \($0[.a11bTotal]): the highest; above the patient's own: high"
    },
    check: { look in
      let track = look.chart.capd
      guard let newest = track.newest, look.isCurrent(newest.at), look.isAfterInfusion(newest.at)
      else { return nil }
      let least = track.scores(within: look.settings.span(.a11bHours)).min { $0.low < $1.low }
      let own = look.walk.baselineCAPD
      let isSteep = least.map { newest.low - $0.low >= look.settings.whole(.a11bPoints) } ?? false
      let isHigh =
        newest.low >= look.settings.whole(.a11bTotal) && own.map { newest.low > $0 } ?? true
      guard isSteep || isHigh || own.map({ newest.low > $0 }) ?? false else { return nil }
      let score = newest.isUnarousable ? "unable" : "\(newest.low)"
      return AlertFinding(
        isSteep || isHigh ? .highest : .high, badness: DecimalNumber(newest.low),
        events: (isSteep ? least.map { [$0.id] } ?? [] : []) + [newest.id], causes: [.neuro],
        grade: look.chart.icans.level
      ) { words in
        var text = "CAPD \(score) at \(words.time(newest.at))"
        text += own.map { ", own \($0)" } ?? ", no baseline"
        if isSteep, let least { text += ", \(least.low) at \(words.time(least.at))" }
        return text
      }
    })
}
