package import Clinical

/// One input that a scale takes: a column of a table, and what a course is asked for.
package struct ScaleColumn: Sendable {
  package enum Kind: Sendable {
    /// A number in the measure's unit, or in one that fits it.
    case number(Measure)
    /// One of these words.
    case word([String])
    /// Yes or no.
    case flag
    /// Values by day after infusion: `0:3.1 1:0.4 2:<0.1`.
    case days(Measure)
  }

  package let name: String
  package let kind: Kind
  /// True where the scale answers without it.
  package let isOptional: Bool
  /// What it is, for a person.
  package let text: String
  /// Other names that a table may use.
  package let aliases: [String]
  /// Other spellings of its words, in lower case.
  let spellings: [String: String]

  init(
    _ name: String, _ kind: Kind, _ text: String, optional: Bool = false, aliases: [String] = [],
    spellings: [String: String] = [:]
  ) {
    self.name = name
    self.kind = kind
    self.text = text
    isOptional = optional
    self.aliases = aliases
    self.spellings = spellings
  }

  static func lab(
    _ name: String, _ variable: LabVariable, _ text: String? = nil, optional: Bool = false,
    aliases: [String] = []
  ) -> ScaleColumn {
    ScaleColumn(
      name, .number(variable.measure), text ?? variable.label, optional: optional,
      aliases: aliases + [variable.rawValue])
  }

  /// The measure of a number; `nil` for words and flags.
  package var measure: Measure? {
    switch kind {
    case .number(let measure), .days(let measure): measure
    case .word, .flag: nil
    }
  }

  /// True where a bare number could be read in more than one unit with another meaning: the unit
  /// must be written. A quantity whose possible range tells them apart, or that has only one, does
  /// without.
  package var needsUnit: Bool {
    guard let measure, measure.possible == nil else { return false }
    return measure.conversions.contains { $0.numerator != $0.denominator }
  }
}

extension Measure {
  /// A whole number between two ends, without a unit.
  static func count(_ name: String, _ range: ClosedRange<Int>) -> Measure {
    Measure(
      name, .one, possible: DecimalNumber(range.lowerBound)...DecimalNumber(range.upperBound))
  }
}
