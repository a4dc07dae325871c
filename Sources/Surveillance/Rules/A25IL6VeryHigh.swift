import Clinical
import Grading

extension AlertRule {
  /// IL-6 definitely at 1000 pg/mL and more, without recent tocilizumab.
  package static let a25 = AlertRule(
    "A25", "IL-6 very high", source: "convention",
    ends: "a value not definitely so high, or tocilizumab", limits: [.a25Value, .a25Mute],
    criterion: {
      "IL-6 definitely ≥ \($0[.a25Value]) pg/mL, not within \($0[.a25Mute]) d after tocilizumab"
    },
    check: { look in
      guard let newest = look.lab(.interleukin6),
        newest.interval.isAtLeast(look.settings[.a25Value]),
        !look.isMutedByTocilizumab(look.settings.span(.a25Mute))
      else { return nil }
      return AlertFinding(
        .high, badness: newest.interval.low, events: [newest.id], causes: [.cytokine]
      ) { words in
        "IL-6 \(newest.interval.words) pg/mL at \(words.time(newest.at))"
      }
    })
}
