import Clinical
import Grading

extension AlertRule {
  /// Consciousness fell soon after a sedative: whose sign is it?
  package static let a38 = AlertRule(
    "A38", "sedative given", source: "PMC8403007 table 4",
    ends: "the cause is attributed, or the patient is more awake", limits: [.a38Hours],
    criterion: {
      "a fall of consciousness within \($0[.a38Hours]) h of a sedative: confirm attribution"
    },
    check: { look in
      guard let fall = look.chart.sedatedFall, look.isCurrent(fall.entry.at) else { return nil }
      return AlertFinding(
        .listed, occurrence: fall.entry.at, events: [fall.sedative.id, fall.entry.id],
        causes: [.neuro]
      ) { words in
        "\(fall.entry.level.label) at \(words.time(fall.entry.at)) after \(fall.sedative.drug) at \(words.time(fall.sedative.at)): confirm attribution"
      }
    })
}
