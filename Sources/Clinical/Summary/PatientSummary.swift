/// Who a patient is, where the patient lies, and the newest value of everything that a line of the
/// ward shows: folded from the facts in order, one at a time.
package struct PatientSummary: Sendable, Hashable, Codable {
  package var name: String?
  package var sex: String?
  package var birthDate: CalendarDate?
  package var hospitalNumber: String?
  package var diagnosis: String?
  package var language: String?
  package var weight: Observed<DecimalNumber>?

  package var firstFact: Instant?
  /// The newest observation of the patient, whatever it is.
  package var newestObservation: Instant?
  package var infusions: [Instant] = []
  package var product: String?
  /// As it was dated: a death of a day ends the stay with the day.
  package var death: EventTime?

  package var unit: String?
  package var bed: String?
  package var level: String?
  package var isAdmitted: Bool?
  package var isOnLeave = false
  /// When the newest admission or discharge was.
  package var stayChanged: Instant?

  package var temperature: Observed<DecimalNumber>?
  package var heartRate: Observed<DecimalNumber>?
  package var systolic: Observed<DecimalNumber>?
  package var diastolic: Observed<DecimalNumber>?
  package var meanArterial: Observed<DecimalNumber>?
  package var respiratoryRate: Observed<DecimalNumber>?
  package var saturation: Observed<DecimalNumber>?
  package var oxygen: Observed<OxygenSummary>?
  package var ice: Observed<ScoreSummary>?
  package var capd: Observed<ScoreSummary>?
  /// Cytokines by code: the baseline before the infusion (D-31), and the newest.
  package var cytokineBaselines: [String: Observed<LabInterval>] = [:]
  package var cytokines: [String: Observed<LabInterval>] = [:]

  package init() {}

  /// Oxygen support as a line shows it.
  package struct OxygenSummary: Sendable, Hashable, Codable {
    package let device: Oxygen.Device
    /// L/min.
    package let flow: DecimalNumber?
    /// Per cent.
    package let fio2: DecimalNumber?
  }

  /// An ICE or CAPD: points, as bounds where items are open, or the status that gave none.
  package struct ScoreSummary: Sendable, Hashable, Codable {
    package let low: Int?
    package let high: Int?
    package let status: InstrumentStatus?
  }

  /// The four cytokines, always together and in this order.
  package static let cytokineCodes = ["IL6", "IL10", "IFNG", "TNFA"]
}
