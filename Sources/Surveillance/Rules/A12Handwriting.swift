import Clinical
import Grading

extension AlertRule {
  /// The sentence that could be written no longer can, or the nurse marks a change.
  package static let a12 = AlertRule(
    "A12", "handwriting", source: "vjhemonc 47557; citizenportal City of Hope",
    ends: "a sentence written without a marked change", guideline: .icans,
    criterion: { _ in "the writing item falls from 1 to 0, or a visible change is marked" },
    check: { look in
      guard let change = look.chart.writing, look.isCurrent(change.at) else { return nil }
      return AlertFinding(
        .high, occurrence: change.at, events: [change.id], causes: [.neuro],
        grade: look.chart.icans.level
      ) { words in
        let what =
          change.isMarked
          ? "a change of handwriting was marked" : "the sentence could not be written"
        return "\(what) at \(words.time(change.at))"
      }
    })
}
