import Clinical
import Grading

extension AlertRule {
  /// CRS with its onset after day 14.
  package static let a30 = AlertRule(
    "A30", "late CRS", source: "cancercalc.com/CRS_grade.php; Blood Adv 2024;8:5346",
    ends: "the episode closes",
    criterion: { _ in "onset after day 14: look for another cause" },
    check: { look in
      guard look.walk.crs.flags.contains(.lateOnsetReview), look.walk.isEpisodeOpen(.crs),
        let episode = look.walk.episode(.crs), look.isCurrent(episode.onset)
      else { return nil }
      return AlertFinding(
        .high, events: look.chart.fever.map { [$0.firstID] } ?? [], causes: [.course]
      ) { words in
        "CRS began at \(words.time(episode.onset)), after day 14: look for another cause (infection; GVHD or viral reactivation with a donor's cells)"
      }
    })
}
