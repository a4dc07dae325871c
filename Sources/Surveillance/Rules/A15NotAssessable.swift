import Clinical
import Grading

extension AlertRule {
  /// ICE or CAPD could not be scored for more than 12 h.
  package static let a15 = AlertRule(
    "A15", "no ICE or CAPD", source: "convention",
    ends: "a score", guideline: .icans, limits: [.a15Hours],
    criterion: { "ICE or CAPD not assessable for more than \($0[.a15Hours]) h" },
    check: { look in
      guard look.isHere, look.walk.infusedAt != nil, let gap = look.neuro.unassessed,
        look.isCurrent(gap.first), look.passed(gap.first + look.settings.span(.a15Hours))
      else { return nil }
      let instrument = look.dueInstrument.rawValue
      return AlertFinding(.high, events: [gap.id], causes: [.dueNeuro]) { words in
        "\(instrument) not assessable since \(words.time(gap.first)): \(gap.status.rawValue)"
      }
    })
}
