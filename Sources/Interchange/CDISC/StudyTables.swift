package import Clinical
import EventText

/// The record of a trial as SDTM datasets: DM, DS, EX, VS, LB, AE, CM, FT, RS, PC and PP.
///
/// Days (`--DY`) are SDTM's, which knows no day 0: the day of the infusion is 1, the day before it is
/// -1.
package struct StudyTables: Sendable {
  package let study: String
  let disclosure: Disclosure
  private(set) var tables: [String: Dataset]
  // The last sequence number of each dataset for the subject at hand.
  private var sequence: [String: Int] = [:]
  var labCodes = LabTestCodes()

  /// - Parameter study: `STUDYID`.
  package init(study: String, _ disclosure: Disclosure) {
    self.study = study
    self.disclosure = disclosure
    tables = Dictionary(uniqueKeysWithValues: StudyColumns.all.map { ($0.name, $0) })
  }

  /// The datasets, in the order of `StudyColumns`.
  package var datasets: [Dataset] { StudyColumns.all.compactMap { tables[$0.name] } }

  /// Adds a patient.
  ///
  /// - Parameter now: until when grades are asked for.
  package mutating func add(_ patient: ExportedPatient, through now: Instant) {
    sequence = [:]
    let subject = StudySubject(patient, study: study, disclosure: disclosure)
    addDemographics(subject)
    for fact in patient.facts {
      guard let event = disclosure.event(fact.event) else { continue }
      addDisposition(event, subject)
      addExposure(event, subject)
      addVitals(event, subject)
      addLaboratory(event, subject)
      addAdverseEvent(event, subject)
      addTests(event, subject)
      addResponse(event, subject)
    }
    addTreatments(subject)
    addGrades(subject, through: now)
    addParameters(subject, through: now)
  }

  /// Adds a record, with what every record carries.
  ///
  /// - Parameter time: of the column `--DTC`, or of the one that `column` names.
  mutating func add(
    to name: String, _ subject: StudySubject, _ values: [String: JSONValue?],
    times: [(column: String, day: String, time: EventTime)] = []
  ) {
    guard var table = tables[name] else { return }
    let number = (sequence[name] ?? 0) + 1
    sequence[name] = number
    var all: [String: JSONValue] = [
      "STUDYID": .string(study), "DOMAIN": .string(name), "USUBJID": .string(subject.id),
      name + "SEQ": .int(number),
    ]
    for (column, value) in values { if let value { all[column] = value } }
    for (column, day, time) in times {
      all[column] = .string(subject.text(time))
      if let value = subject.studyDay(time) { all[day] = .int(value) }
    }
    table.add(all)
    tables[name] = table
  }
}

/// One subject, and how its times are written.
struct StudySubject {
  let patient: ExportedPatient
  /// `USUBJID`.
  let id: String
  private let disclosure: Disclosure

  init(_ patient: ExportedPatient, study: String, disclosure: Disclosure) {
    self.patient = patient
    self.disclosure = disclosure
    id = "\(study)-\(patient.id.text)"
  }

  /// ISO 8601 in the site's local time, without an offset, as SDTM has it; nothing where dates stay in.
  func text(_ time: EventTime) -> String {
    guard disclosure.isWhole else { return "" }
    switch time {
    case .day(let date): return date.description
    case .moment(let instant, _):
      return String(Timestamp.local(instant, in: patient.zone).prefix(19))
    }
  }

  func text(_ instant: Instant) -> String { text(.moment(instant, utcOffset: 0)) }

  /// SDTM's study day: 1 is the day of the infusion, and there is no 0.
  func studyDay(_ time: EventTime) -> Int? {
    patient.day(of: time).map { $0 >= 0 ? $0 + 1 : $0 }
  }
}
