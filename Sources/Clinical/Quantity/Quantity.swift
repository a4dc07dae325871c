/// A value with its unit, as it was sent; perhaps only a bound of the value (censored).
package struct Quantity: Hashable, Sendable, Codable {
  package let value: DecimalNumber
  package let unit: Unit
  /// Present when the device or laboratory gave only a limit: `<` 2.5 means somewhere below 2.5.
  package let comparator: Comparator?

  package init(_ value: DecimalNumber, _ unit: Unit, comparator: Comparator? = nil) {
    self.value = value
    self.unit = unit
    self.comparator = comparator
  }
}

/// How a censored value bounds the true one; the raw value is the text form.
package enum Comparator: String, CaseIterable, Sendable, Codable {
  case less = "<"
  case lessOrEqual = "<="
  case greaterOrEqual = ">="
  case greater = ">"
}
