import Clinical
import Grading

extension AlertRule {
  /// Saturation below 90 % on any support: typed at once, from a device when two readings 60 s
  /// apart agree.
  package static let a06 = AlertRule(
    "A06", "hypoxia",
    source:
      "Nat Rev Clin Oncol 2018 (s41571-018-0075-2) table 2 for the cut; persistence is convention",
    ends: "a typed saturation at or above the limit, or two of a device as far apart",
    guideline: .crs, limits: [.a06Saturation, .a06Seconds],
    criterion: {
      "SpO2 < \($0[.a06Saturation]) % on any support, typed; or two readings of a device at least \($0[.a06Seconds]) s apart"
    },
    check: { look in
      let track = look.chart.saturation
      guard track.low != nil, let lowest = track.lowest, let newest = track.newest,
        look.isCurrent(newest.at)
      else { return nil }
      let support = look.support
      return AlertFinding(
        .highest, badness: .zero - lowest.value, events: [lowest.id], causes: [.oxygen],
        grade: max(2, look.chart.crs.level ?? 2)
      ) { words in
        "SpO2 \(lowest.value) % at \(words.time(lowest.at)), on \(support)"
      }
    })
}
