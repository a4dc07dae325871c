/// Why something that came from a device or a laboratory waits for a person.
package enum HoldReason: String, CaseIterable, Sendable {
  /// No patient has the identifier, or lies in the bed.
  case unknownPatient
  /// The identifiers, or the bed, are of more than one patient.
  case severalPatients
  /// Of a monitor: the identifier is one patient's, and another one lies in its bed.
  case identifierAndBedDisagree
  /// It would have been observed later than now.
  case futureTime
  /// Nobody can tell when it was observed.
  case noTime
  /// The unit is missing, unknown, or not one of what was measured.
  case badUnit
  /// The value cannot be true.
  case impossibleValue
  /// Code and name are those of different things.
  case contradictoryCode
  /// What was measured is known, and the value cannot be read as a number.
  case unreadableValue
  /// It corrects or withdraws a result that is not in the record.
  case nothingToCorrect
  /// The header says that the message is for training or for debugging.
  case notProduction
  /// The record did not take it.
  case refused

  /// What a person reads.
  package var label: String {
    switch self {
    case .unknownPatient: "unknown patient or bed"
    case .severalPatients: "more than one patient fits"
    case .identifierAndBedDisagree: "identifier and bed are of different patients"
    case .futureTime: "observed in the future"
    case .noTime: "no time of observation"
    case .badUnit: "unit does not fit"
    case .impossibleValue: "value cannot be true"
    case .contradictoryCode: "code and name disagree"
    case .unreadableValue: "value cannot be read"
    case .nothingToCorrect: "what it corrects is not in the record"
    case .notProduction: "for training or debugging"
    case .refused: "the record did not take it"
    }
  }
}
