import Clinical
import Grading

extension AlertRule {
  /// Hypotension or hypoxia although no fever is on record (D-04).
  package static let a18 = AlertRule(
    "A18", "signs without fever", source: "PMC8021214 table 1; D-04",
    ends: "a fever, an open episode, or neither sign", guideline: .crs,
    criterion: { _ in "hypotension or hypoxia of grade 2 or more, never febrile (D-04)" },
    check: { look in
      guard look.walk.crs.flags.contains(.signsWithoutFever) else { return nil }
      let isMasked = look.walk.crs.flags.contains(.possibleMaskedCRS)
      let events = look.signEvents()
      guard let newest = events.newest, look.isCurrent(newest) else { return nil }
      return AlertFinding(
        .high, badness: isMasked ? 1 : 0, events: events.ids, causes: look.courseCauses()
      ) { _ in
        isMasked
          ? "signs without fever: a drug may hide one (possibleMaskedCRS)"
          : "signs without fever (signsWithoutFever)"
      }
    })
}
