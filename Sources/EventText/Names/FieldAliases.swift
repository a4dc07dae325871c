/// What wards call fields in their own shorthand, for the help of a refusal only: nothing is read
/// under such a name.
enum FieldAliases {
  private static let fields: [String: Field] = [
    "temp": .temperature, "t": .temperature, "hr": .heartRate, "pr": .pulse, "sbp": .systolic,
    "sys": .systolic, "dbp": .diastolic, "dia": .diastolic, "map": .meanArterial,
    "rr": .respiratoryRate, "resp": .respiratoryRate, "sat": .spo2, "sao2": .spo2,
    "oxygensaturation": .spo2, "o2flow": .flow, "ward": .unit, "dob": .birthDate,
    "birthday": .birthDate, "mrn": .hospitalNumber, "subject": .patient, "patientid": .patient,
    "time": .at, "timestamp": .at, "datetime": .at, "author": .by, "user": .by, "score": .total,
    "loc": .level, "comment": .note, "note": .text, "tz": .timeZone,
  ]

  /// The field that the shorthand means, where it is one of `known`.
  static func field(_ name: String, in known: FieldSet) -> String? {
    guard let field = fields[name.lowercased()], known.contains(field) else { return nil }
    return field.name
  }
}
