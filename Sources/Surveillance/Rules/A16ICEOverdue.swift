import Clinical
import Grading

extension AlertRule {
  /// ICE or CAPD is late by the plan in force.
  package static let a16 = AlertRule(
    "A16", "ICE or CAPD overdue", source: "vjhemonc 47557; the limits are convention",
    ends: "it is done or refused, or the plan is paused",
    criterion: { _ in
      "by the plan in force: amber (every 8 h: > 10 h) on the list, red (> 13 h) high"
    },
    check: { look in
      guard look.walk.infusedAt != nil, let due = look.neuroDue(), look.passed(due.amber) else {
        return nil
      }
      let isRed = look.passed(due.overdue)
      return AlertFinding(
        isRed ? .high : .listed, events: look.neuro.newest.map { [$0.id] } ?? [],
        causes: [.dueNeuro]
      ) { words in
        "\(due.what.label) due since \(words.time(due.due)): \(due.why)"
      }
    })
}
