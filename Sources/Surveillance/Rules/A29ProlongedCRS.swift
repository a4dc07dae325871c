import Clinical
import Grading

extension AlertRule {
  /// CRS open for more than 7 days, or 3 and more for more than 72 h.
  package static let a29 = AlertRule(
    "A29", "prolonged CRS", source: "convention; ashpublications 12190144",
    ends: "the episode closes, or neither holds", guideline: .crs, limits: [.a29Days, .a29Hours],
    criterion: {
      "an episode open for more than \($0[.a29Days]) d, or CRS ≥ 3 for more than \($0[.a29Hours]) h"
    },
    check: { look in
      guard look.isInHouse else { return nil }
      var reasons: [(Instant, String)] = []
      if look.walk.isEpisodeOpen(.crs), let onset = look.walk.episode(.crs)?.onset,
        look.passed(onset + look.settings.span(.a29Days))
      {
        reasons.append((onset, "CRS open since"))
      }
      if let since = look.chart.crs.sinceThree, look.passed(since + look.settings.span(.a29Hours)) {
        reasons.append((since, "CRS 3 or more since"))
      }
      guard !reasons.isEmpty else { return nil }
      let all = reasons
      return AlertFinding(
        .high, badness: DecimalNumber(all.count),
        events: look.chart.fever.map { [$0.firstID] } ?? [],
        causes: [.course], grade: look.chart.crs.level
      ) { words in
        all.map { "\($0.1) \(words.time($0.0))" }.joined(separator: ", ") + ": consider IEC-HS"
      }
    })
}
