package import Clinical

/// Who has which identifier and lies in which bed: what matches a message to a patient. A name is never
/// looked at.
package struct PatientDirectory: Sendable {
  private struct Entry {
    var events: [Event] = []
    var course: [Fact] = []
  }

  private let zone: Zone
  private var entries: [PatientID: Entry] = [:]

  package init(zone: Zone) { self.zone = zone }

  /// Kinds of events that it goes by.
  package static let kinds: Set<EventKind> = [.patient, .stay, .status, .retraction]

  /// Takes in an event of one of `kinds`; others make the patient known and nothing more.
  package mutating func take(_ event: Event) {
    guard let patient = event.patient else { return }
    var entry = entries[patient] ?? Entry()
    if Self.kinds.contains(event.kind) {
      entry.events.append(event)
      entry.course = Course(entry.events, zone: zone).facts
    }
    entries[patient] = entry
  }

  /// Makes a patient known of whom nothing here matters.
  package mutating func know(_ patient: PatientID) {
    if entries[patient] == nil { entries[patient] = Entry() }
  }

  /// The same, with days counted in another zone.
  package func moved(to zone: Zone) -> PatientDirectory {
    var moved = PatientDirectory(zone: zone)
    moved.entries = entries.mapValues {
      Entry(events: $0.events, course: Course($0.events, zone: zone).facts)
    }
    return moved
  }

  /// Every patient, sorted.
  package var patients: [PatientID] { entries.keys.sorted() }

  package func isKnown(_ patient: PatientID) -> Bool { entries[patient] != nil }

  /// The hospital number in force.
  package func hospitalNumber(of patient: PatientID) -> String? {
    var number: String?
    for fact in entries[patient]?.course ?? [] {
      if case .patient(let details) = fact.event.content, let own = details.hospitalNumber {
        number = own
      }
    }
    return number
  }

  /// Patients that have one of the identifiers, as subject id or as hospital number, sorted.
  package func patients(identifiedBy identifiers: [String]) -> [PatientID] {
    patients.filter { patient in
      identifiers.contains(patient.text)
        || hospitalNumber(of: patient).map(identifiers.contains) ?? false
    }
  }

  /// Patients who lay in a bed at a moment, by their stays; more than one only where the record
  /// contradicts itself, or the bed has the same name on two units.
  package func patients(inBed bed: String, ofUnit unit: String?, at moment: Instant) -> [PatientID]
  {
    patients.filter {
      place(of: $0, at: moment).map { $0.bed == bed && fits($0.unit, unit) } ?? false
    }
  }

  private func fits(_ own: String?, _ unit: String?) -> Bool {
    guard let unit else { return true }
    return own == unit
  }

  // Where a patient lay: from admission to discharge or death, wherever the last stay says.
  private func place(of patient: PatientID, at moment: Instant) -> (unit: String?, bed: String)? {
    var isIn = false
    var unit: String?
    var bed: String?
    // A trainee's discharge, leave or death takes nobody out of a bed until somebody signs it.
    for fact in entries[patient]?.course ?? []
    where fact.key.at <= moment && !fact.event.isUnsignedDeparture {
      switch fact.event.content {
      case .stay(let stay):
        switch stay.action {
        case .admission:
          isIn = true
          (unit, bed) = (stay.unit, stay.bed)
        case .transfer:
          isIn = true
          unit = stay.unit ?? unit
          bed = stay.bed ?? bed
        case .return:
          isIn = true
          unit = stay.unit ?? unit
          bed = stay.bed ?? bed
        case .leave, .discharge: isIn = false
        }
      case .status(let status) where status.state == .death: isIn = false
      default: break
      }
    }
    guard isIn, let bed else { return nil }
    return (unit, bed)
  }

  /// What a message's identifiers and bed come to.
  package enum Match: Hashable, Sendable {
    case patient(PatientID)
    case none(HoldReason, String)
  }

  /// Matches a report, by its identifiers, else by its bed; a monitor's identifier and bed must not
  /// speak of different patients.
  ///
  /// - Parameter moment: when it was observed.
  package func match(_ report: HL7Report, at moment: Instant) -> Match {
    let byBed =
      report.bed.map { patients(inBed: $0, ofUnit: report.unit, at: moment) } ?? []
    guard report.identifiers.isEmpty else {
      let named = patients(identifiedBy: report.identifiers)
      let written = report.identifiers.joined(separator: ", ")
      guard let patient = named.first else {
        return .none(.unknownPatient, "nobody has the identifier \(written)")
      }
      guard named.count == 1 else {
        return .none(.severalPatients, "\(written) is of \(Self.list(named))")
      }
      if report.isDevice, let other = byBed.first, !byBed.contains(patient) {
        return .none(
          .identifierAndBedDisagree,
          "\(written) is \(patient), and \(other) lies in bed \(report.bed ?? "")")
      }
      return .patient(patient)
    }
    guard let bed = report.bed else {
      return .none(.unknownPatient, "the message names no identifier and no bed")
    }
    guard let patient = byBed.first else {
      return .none(
        .unknownPatient,
        "nobody lay in bed \(bed)" + (report.unit.map { " of unit \($0)" } ?? "") + " then")
    }
    guard byBed.count == 1 else {
      return .none(.severalPatients, "in bed \(bed) lie \(Self.list(byBed))")
    }
    return .patient(patient)
  }

  private static func list(_ patients: [PatientID]) -> String {
    patients.map(\.text).joined(separator: " and ")
  }
}
