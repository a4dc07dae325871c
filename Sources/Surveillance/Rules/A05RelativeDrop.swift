import Clinical
import Grading

extension AlertRule {
  /// A fall of 40 mmHg and more from the baseline, even to 90 and above.
  package static let a05 = AlertRule(
    "A05", "relative drop of pressure", source: "convention",
    ends: "a systolic pressure less far below the baseline", guideline: .crs,
    limits: [.a05Fall],
    criterion: { "SBP ≥ \($0[.a05Fall]) mmHg below the baseline" },
    check: { look in
      guard let reading = look.walk.systolic, look.isCurrent(reading.at),
        let baseline = look.walk.baselineSystolic,
        look.walk.infusedAt.map({ reading.at > $0 }) == true,
        baseline - reading.value >= look.settings[.a05Fall]
      else { return nil }
      return AlertFinding(
        .high, badness: .zero - reading.value, events: [reading.id], causes: [.pressure],
        grade: 2
      ) { words in
        "SBP \(reading.value) mmHg at \(words.time(reading.at)), \(baseline - reading.value) below the baseline \(baseline)"
      }
    })
}
