import Clinical
import Grading

extension AlertRule {
  /// IL-6 has definitely doubled within 24 h, above 100 pg/mL, without recent tocilizumab.
  package static let a24 = AlertRule(
    "A24", "IL-6 rising", source: "convention",
    ends: "a value that has not risen so, or tocilizumab",
    limits: [.a24Fold, .a24Hours, .a24Value, .a24Mute],
    criterion: {
      "IL-6 definitely ≥ \($0[.a24Fold])-fold within \($0[.a24Hours]) h and > \($0[.a24Value]) pg/mL, not within \($0[.a24Mute]) d after tocilizumab"
    },
    check: { look in
      let settings = look.settings
      guard let newest = look.lab(.interleukin6), newest.interval.isAbove(settings[.a24Value]),
        !look.isMutedByTocilizumab(settings.span(.a24Mute))
      else { return nil }
      let start = newest.at - settings.span(.a24Hours)
      let earlier = look.chart.labs.entries[.interleukin6] ?? []
      guard
        let before = earlier.last(where: {
          $0.at < newest.at && $0.at >= start
            && newest.interval.isAtLeast(settings[.a24Fold], times: $0.interval)
        })
      else { return nil }
      return AlertFinding(
        .listed, badness: newest.interval.low, events: [before.id, newest.id],
        causes: [.cytokine]
      ) { words in
        "IL-6 \(newest.interval.words) pg/mL at \(words.time(newest.at)), \(before.interval.words) at \(words.time(before.at))"
      }
    })
}
