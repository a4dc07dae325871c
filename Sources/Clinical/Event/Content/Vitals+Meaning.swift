extension Vitals {
  /// The mean pressure worked out from the other two, in their unit: a third of the way from the
  /// diastolic to the systolic, without decimals.
  package static func meanArterial(
    systolic: DecimalNumber, diastolic: DecimalNumber
  ) -> DecimalNumber {
    (systolic + diastolic + diastolic).scaled(by: 1, over: 3, places: 0)
  }
}
