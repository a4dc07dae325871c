/// What a quantity field measures: the units that fit it, the unit in which rules see it, and the
/// limits outside which a value cannot be true (clinical-rules 6, last paragraph).
package struct Measure: Sendable {
  /// Name of the field in the text form.
  package let name: String
  /// The unit of the normalised value; the first that a refusal names.
  package let unit: Unit
  /// Units that fit, with the exact fraction that turns one into `unit`.
  package let conversions: [Conversion]
  /// The smallest and largest value, in `unit`, that can be true; both allowed.
  package let possible: ClosedRange<DecimalNumber>?

  /// One unit that fits: normalised = (value − `offset`) × `numerator` / `denominator`.
  package struct Conversion: Sendable {
    package let unit: Unit
    package let offset: DecimalNumber
    package let numerator: Int64
    package let denominator: Int64

    package init(
      _ unit: Unit, times numerator: Int64 = 1, over denominator: Int64 = 1,
      offset: DecimalNumber = 0
    ) {
      self.unit = unit
      self.offset = offset
      self.numerator = numerator
      self.denominator = denominator
    }
  }

  package init(
    _ name: String, _ unit: Unit, also others: [Conversion] = [],
    possible: ClosedRange<DecimalNumber>? = nil
  ) {
    self.name = name
    self.unit = unit
    conversions = [Conversion(unit)] + others
    self.possible = possible
  }

  /// The value in `unit`, or `nil` when the quantity's unit does not fit.
  ///
  /// Exact where the factor is a power of ten, otherwise rounded half up to nine decimals.
  package func normalised(_ quantity: Quantity) -> DecimalNumber? {
    normalised(quantity.value, quantity.unit)
  }

  package func normalised(_ value: DecimalNumber, _ from: Unit) -> DecimalNumber? {
    if from == unit { return value }
    guard let conversion = conversions.first(where: { $0.unit == from }) else { return nil }
    let shifted = conversion.offset == 0 ? value : value - conversion.offset
    return shifted.scaled(
      by: conversion.numerator, over: conversion.denominator, places: 9)
  }
}

extension Measure {
  package static let temperature = Measure(
    "temperature", .celsius,
    also: [Conversion(.fahrenheit, times: 5, over: 9, offset: 32)], possible: 25...45)
  package static let heartRate = Measure("heartRate", .perMinute, possible: 10...300)
  package static let pulse = Measure("pulse", .perMinute, possible: 10...300)
  // 1 mm[Hg] is 133.322387415 Pa.
  private static let pascals = Conversion(
    .kilopascal, times: 1_000_000_000_000, over: 133_322_387_415)
  package static let systolic = Measure(
    "systolic", .millimetreOfMercury, also: [pascals], possible: 30...300)
  package static let diastolic = Measure(
    "diastolic", .millimetreOfMercury, also: [pascals], possible: 0...300)
  package static let meanArterial = Measure(
    "meanArterial", .millimetreOfMercury, also: [pascals], possible: 0...300)
  package static let respiratoryRate = Measure("respiratoryRate", .perMinute, possible: 0...100)
  package static let spo2 = Measure(
    "spo2", .percent, also: [Conversion(.one, times: 100)], possible: 1...100)
  package static let flow = Measure(
    "flow", .litrePerMinute, also: [Conversion(.millilitrePerMinute, over: 1000)],
    possible: 0...80)
  package static let fio2 = Measure(
    "fio2", .percent, also: [Conversion(.one, times: 100)], possible: 21...100)
  package static let volume = Measure(
    "volume", .millilitre, also: [Conversion(.litre, times: 1000)], possible: 0...20_000)
  package static let weight = Measure(
    "weight", .kilogram, also: [Conversion(.gram, over: 1000)], possible: 2...250)
  package static let height = Measure(
    "height", .centimetre, also: [Conversion(.metre, times: 100)], possible: 20...250)
  package static let duration = Measure(
    "duration", .second,
    also: [Conversion(.minute, times: 60), Conversion(.hour, times: 3600)],
    possible: 0...604_800)
  package static let cellDose = Measure(
    "dose", .millionPerKilogram, also: [Conversion(.million)])

  /// Units in which a vasopressor's rate may be given; a rate in mL/h has no meaning without the
  /// concentration and is refused.
  package static let pressorRateUnits: [Unit] = [
    .microgramPerKilogramMinute, .microgramPerKilogramHour, .microgramPerMinute,
    .microgramPerHour, .milligramPerMinute, .milligramPerHour, .milligramPerKilogramHour,
    .internationalUnitPerMinute, .internationalUnitPerHour, .internationalUnitPerKilogramMinute,
    .internationalUnitPerKilogramHour, .milligram, .microgram, .internationalUnit,
    .microgramPerKilogram, .milligramPerKilogram,
  ]

  /// Units in which a drug's dose may be given.
  package static let drugDoseUnits: [Unit] = [
    .milligram, .gram, .microgram, .milligramPerKilogram, .microgramPerKilogram,
    .milligramPerSquareMetre, .internationalUnit, .internationalUnitPerKilogram, .millilitre,
    .millimole, .milligramPerHour, .milligramPerKilogramHour, .microgramPerHour,
    .microgramPerKilogramHour, .microgramPerKilogramMinute, .microgramPerMinute,
    .milligramPerMinute, .internationalUnitPerHour, .internationalUnitPerMinute,
  ]
}
