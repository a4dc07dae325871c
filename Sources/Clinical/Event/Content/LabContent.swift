/// Results of one specimen: cytokines, chemistry, counts, CAR-T and CD7+ cells.
package struct Lab: Hashable, Sendable {
  package var results: [LabResult]
  package var laboratory: String?
  package var kit: String?
  package var specimen: String?

  package init(
    results: [LabResult], laboratory: String? = nil, kit: String? = nil, specimen: String? = nil
  ) {
    self.results = results
    self.laboratory = laboratory
    self.kit = kit
    self.specimen = specimen
  }
}

/// One result, as it was sent.
package struct LabResult: Hashable, Sendable {
  /// A code of `LabVariable`, or `X:` and a name for one that no rule knows.
  package var code: String
  package var value: DecimalNumber
  /// The unit as written.
  package var unit: String
  package var comparator: Comparator?
  /// The laboratory's reference interval, in the same unit.
  package var lower: DecimalNumber?
  package var upper: DecimalNumber?
  /// Limits of quantification, in the same unit.
  package var lowerLimitOfQuantification: DecimalNumber?
  package var upperLimitOfQuantification: DecimalNumber?
  package var status: String?

  package init(
    code: String, value: DecimalNumber, unit: String, comparator: Comparator? = nil,
    lower: DecimalNumber? = nil, upper: DecimalNumber? = nil,
    lowerLimitOfQuantification: DecimalNumber? = nil,
    upperLimitOfQuantification: DecimalNumber? = nil, status: String? = nil
  ) {
    self.code = code
    self.value = value
    self.unit = unit
    self.comparator = comparator
    self.lower = lower
    self.upper = upper
    self.lowerLimitOfQuantification = lowerLimitOfQuantification
    self.upperLimitOfQuantification = upperLimitOfQuantification
    self.status = status
  }

  /// The variable that rules know this result as, or `nil` for an `X:` code.
  package var variable: LabVariable? { LabVariable(rawValue: code) }
}
