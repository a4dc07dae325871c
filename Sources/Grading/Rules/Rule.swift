package import Clinical

/// One criterion of a scale, as the evidence, the "About grading" page and the tests name it.
///
/// The criterion itself stands in the file of that name under `CRS` or `ICANS`; this is what it
/// says, from where, and by which documented choices.
package struct Rule: Sendable {
  /// `CRS-HYPOXIA-LOWFLOW`; fixed by the contract.
  package let id: String
  package let scale: Scale
  package let domain: Domain
  /// The grades that it can give.
  package let grades: ClosedRange<Int>
  /// The criterion in words.
  package let text: String
  /// Where it was read.
  package let source: String
  /// True where the rule rests on general knowledge: shown as "from memory, not checked against
  /// the paper".
  package let fromMemory: Bool
  /// Documented choices that take part in it.
  package let choices: [String]

  init(
    _ id: String, _ scale: Scale, _ domain: Domain, _ grades: ClosedRange<Int>, _ text: String,
    source: String, fromMemory: Bool = false, choices: [String] = []
  ) {
    self.id = id
    self.scale = scale
    self.domain = domain
    self.grades = grades
    self.text = text
    self.source = source
    self.fromMemory = fromMemory
    self.choices = choices
  }

  /// The rule of that id; `nil` for an id that no rule has.
  package static func named(_ id: String) -> Rule? { all.first { $0.id == id } }

  /// What is printed behind a rule that rests on memory.
  package static let fromMemoryRemark = "from memory, not checked against the paper"
}

/// The two scales of the ASTCT consensus (Lee 2019), graded apart and never summed.
package enum Scale: String, CaseIterable, Sendable, Codable {
  case crs = "ASTCT-CRS-2019"
  case icans = "ASTCT-ICANS-2019"

  /// The scale that an adjudication names, in full or by its short name.
  package init?(name: String) {
    switch name.uppercased() {
    case "ASTCT-CRS-2019", "ASTCT-CRS", "CRS": self = .crs
    case "ASTCT-ICANS-2019", "ASTCT-ICANS", "ICANS": self = .icans
    default: return nil
    }
  }

  /// The cause that an attribution to this scale names.
  package var ownCause: Attribution.Cause { self == .crs ? .crs : .icans }
}

/// A domain of a scale; the raw value is its name in the outputs.
package enum Domain: String, CaseIterable, Sendable, Codable {
  case fever, hypotension, hypoxia
  case cognition, consciousness, seizure, motor, intracranial
  case death
}
