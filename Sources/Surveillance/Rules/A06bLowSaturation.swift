import Clinical
import Grading

extension AlertRule {
  /// Saturation of 90-93 % on room air, or below 92 % on oxygen, where it is not A06.
  package static let a06b = AlertRule(
    "A06b", "low saturation", source: "convention",
    ends: "a saturation above it, or A06", guideline: .crs,
    limits: [.a06bRoomAir, .a06bOxygen],
    criterion: {
      "SpO2 \($0[.a06Saturation])-\($0[.a06bRoomAir]) % on room air, or < \($0[.a06bOxygen]) % on oxygen"
    },
    check: { look in
      let track = look.chart.saturation
      guard track.low == nil, let newest = track.newest, look.isCurrent(newest.at) else {
        return nil
      }
      let isLow =
        look.isOnOxygen
        ? newest.value < look.settings[.a06bOxygen] : newest.value <= look.settings[.a06bRoomAir]
      guard isLow else { return nil }
      let support = look.support
      return AlertFinding(
        .listed, badness: .zero - newest.value, events: [newest.id], causes: [.oxygen]
      ) { words in
        "SpO2 \(newest.value) % at \(words.time(newest.at)), on \(support)"
      }
    })
}
