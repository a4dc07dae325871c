import Clinical

/// Who an invented patient is.
struct Identity {
  var id: String
  var name: String
  var sex: PatientDetails.Sex
  var birthDate: String
  var diagnosis: String
  var hospitalNumber: String
  var language: String
  /// Tenths of a kilogram, and centimetres.
  var weight: Int
  var height: Int
  var developmentalDelay = false

  var birth: CalendarDate? { Self.date(birthDate) }

  /// A date written `2026-03-06`.
  static func date(_ text: String) -> CalendarDate? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    return CalendarDate(year: parts[0], month: parts[1], day: parts[2])
  }

  var details: PatientDetails {
    PatientDetails(
      name: name, sex: sex, birthDate: birth, diagnosis: diagnosis,
      weight: Quantity(DecimalNumber(tenths: weight), .kilogram),
      height: Quantity(DecimalNumber(height), .centimetre),
      developmentalDelay: developmentalDelay ? true : nil, hospitalNumber: hospitalNumber,
      language: language)
  }
}
