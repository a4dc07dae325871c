import Clinical
import Grading

extension AlertRule {
  /// Vital signs are late by the plan in force.
  package static let a17 = AlertRule(
    "A17", "vital signs overdue",
    source: "Brudno and Kochenderfer (ashpublications 7514710); the limits are convention",
    ends: "they are taken or refused, or the plan is paused",
    criterion: { _ in
      "by the plan in force: amber (every 4 h: 5 h; every hour: 1.5 h) on the list, red (8 h; 2 h) high"
    },
    check: { look in
      guard look.walk.infusedAt != nil, let due = look.vitalsDue(), look.reached(due.amber) else {
        return nil
      }
      let isRed = look.reached(due.overdue)
      return AlertFinding(
        isRed ? .high : .listed, events: look.walk.temperature.map { [$0.id] } ?? [],
        causes: [.dueVitals]
      ) { words in
        "vital signs due since \(words.time(due.due)): \(due.why)"
      }
    })
}
