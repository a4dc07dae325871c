/// Every name that a member of an event may have (contract 1.1 to 1.3); the case is the name.
enum Field: UInt8, CaseIterable, Sendable {
  // The envelope.
  case id, patient, kind, at, recordedAt, by, role, source, set, corrects, retracts, reason
  case seq, storedAt
  // A quantity and a laboratory result.
  case value, unit, comparator, code, lower, upper, lloq, uloq
  // The ward and the patient.
  case name, timeZone, languages, demoMoment, login, active
  case sex, birthDate, diagnosis, weight, height, developmentalDelay, hospitalNumber, language
  case consented, screenFailure, action, bed, level, collected, drug, dose, product, donor, vector
  // The bedside.
  case temperature, site, heartRate, pulse, systolic, diastolic, meanArterial, respiratoryRate
  case spo2, position, device, flow, fio2, indication, volume, agent, rate, switchFrom
  case `class`, route, what
  // Neurology.
  case orientation, naming, commands, writing, attention, items, total, status, wordSet
  case writingSample, handwritingChanged, baseline, cause, type, duration, resolved
  case returnedToBaseline, eegOnly, continues, finding, side, findings, present
  // The laboratory, judgement and the trial.
  case results, laboratory, kit, specimen, domain, note, scale, grade, computed, term, start
  case stop, serious, relatedness, outcome, response, mrd, sites, method, purpose, therapy, state
  case principalCause, alert, rule, until, text

  /// As it is written.
  var name: String { Self.names[Int(rawValue)] }

  /// The field that the bytes of a name spell.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard let index = Self.table.index(of: bytes) else { return nil }
    self = Self.allCases[index]
  }

  private static let names = allCases.map { "\($0)" }
  private static let table = ByteNames(names)
}

/// A set of fields.
struct FieldSet: Sendable, ExpressibleByArrayLiteral {
  private var bits: UInt128 = 0

  init() {}
  init(arrayLiteral fields: Field...) {
    for field in fields { insert(field) }
  }

  mutating func insert(_ field: Field) { bits |= 1 << UInt128(field.rawValue) }
  func contains(_ field: Field) -> Bool { bits >> UInt128(field.rawValue) & 1 == 1 }
  func union(_ other: FieldSet) -> FieldSet {
    var union = self
    union.bits |= other.bits
    return union
  }
  var isEmpty: Bool { bits == 0 }
  /// In the order in which `Field` lists them.
  var fields: [Field] { Field.allCases.filter(contains) }
}
