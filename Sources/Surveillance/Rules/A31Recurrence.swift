import Clinical
import Grading

extension AlertRule {
  /// A second episode of CRS.
  package static let a31 = AlertRule(
    "A31", "recurrence", source: "radiopharmaconnect case 2", ends: "the episode closes",
    criterion: { _ in "a second or later episode of CRS" },
    check: { look in
      guard look.walk.isEpisodeOpen(.crs), let episode = look.walk.episode(.crs),
        episode.number >= 2, look.isCurrent(episode.onset)
      else { return nil }
      return AlertFinding(
        .high, badness: DecimalNumber(episode.number),
        events: look.chart.fever.map { [$0.lastID] } ?? [], causes: [.course]
      ) { words in
        "CRS episode \(episode.number) since \(words.time(episode.onset)): look for infection"
      }
    })
}
