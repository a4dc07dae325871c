package import Clinical

/// What another scale says, beside ASTCT: advice, never the grade of the record.
///
/// An input that is missing gives no score and is named; it is never a zero.
package struct ScaleResult: Sendable, Equatable {
  package let scale: OtherScale
  /// The instant that is asked about; `nil` for a line of a table.
  package let at: Instant?
  /// `nil` for a scale without points, and where an input is missing.
  package let score: DecimalNumber?
  /// `nil` for a scale without grades, and where an input that is missing could change it.
  package let grade: Int?
  /// The grade at least and at most; `nil` for a scale without grades, and where it does not apply.
  package let bounds: ClosedRange<Int>?
  /// What the score means, in English.
  package let verdict: String?
  /// What each criterion gave.
  package let parts: [ScalePart]
  /// In the order of the scale's columns.
  package let inputs: [ScaleInput]
  package let missing: [MissingInput]
  /// Why the scale is not for this patient or this time; then nothing else is said.
  package let notApplicable: String?

  package static func == (a: ScaleResult, b: ScaleResult) -> Bool {
    a.scale.name == b.scale.name && a.at == b.at && a.score == b.score && a.grade == b.grade
      && a.bounds == b.bounds && a.verdict == b.verdict && a.parts == b.parts
      && a.inputs == b.inputs && a.missing == b.missing && a.notApplicable == b.notApplicable
  }
}

/// One criterion of a scale and what it gave: points, a grade, or whether it is met.
package struct ScalePart: Sendable, Equatable {
  package let name: String
  /// `2`, `2-3`, `met`, `not met`.
  package let gives: String

  init(_ name: String, _ gives: String) {
    self.name = name
    self.gives = gives
  }

  init(_ name: String, _ bounds: ClosedRange<Int>) {
    self.init(name, bounds.text)
  }

  init(_ name: String, met: Bool?) {
    self.init(name, met.map { $0 ? "met" : "not met" } ?? "open")
  }
}

extension ClosedRange<Int> {
  /// `2`, or `2-3` where it is open.
  var text: String { lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound)-\(upperBound)" }

  /// The higher of both ends.
  func highest(_ other: ClosedRange<Int>) -> ClosedRange<Int> {
    Swift.max(lowerBound, other.lowerBound)...Swift.max(upperBound, other.upperBound)
  }

  static func + (a: ClosedRange<Int>, b: ClosedRange<Int>) -> ClosedRange<Int> {
    (a.lowerBound + b.lowerBound)...(a.upperBound + b.upperBound)
  }
}
