package import Clinical

/// A vital sign that a device can send: where it stands in a `vitals` event and what it is called in
/// LOINC and in the nomenclature of ISO/IEEE 11073-10101 (MDC). Codes are those of codes.csv.
package enum VitalSign: String, CaseIterable, Sendable {
  case temperature, heartRate, pulse, systolic, diastolic, meanArterial, respiratoryRate, spo2

  package var measure: Measure {
    switch self {
    case .temperature: .temperature
    case .heartRate: .heartRate
    case .pulse: .pulse
    case .systolic: .systolic
    case .diastolic: .diastolic
    case .meanArterial: .meanArterial
    case .respiratoryRate: .respiratoryRate
    case .spo2: .spo2
    }
  }

  /// LOINC codes, the one to send first. SpO2 is sent with both: US Core wants the one, the R4
  /// profile the other.
  package var loinc: [String] {
    switch self {
    case .temperature: ["8310-5"]
    case .heartRate: ["8867-4"]
    case .pulse: ["8889-8"]
    case .systolic: ["8480-6"]
    case .diastolic: ["8462-4"]
    case .meanArterial: ["8478-0"]
    case .respiratoryRate: ["9279-1"]
    case .spo2: ["59408-5", "2708-6"]
    }
  }

  package var label: String {
    switch self {
    case .temperature: "Body temperature"
    case .heartRate: "Heart rate"
    case .pulse: "Heart rate by pulse oximetry"
    case .systolic: "Systolic blood pressure"
    case .diastolic: "Diastolic blood pressure"
    case .meanArterial: "Mean blood pressure"
    case .respiratoryRate: "Respiratory rate"
    case .spo2: "Oxygen saturation in Arterial blood by Pulse oximetry"
    }
  }

  package init?(loinc code: String) {
    guard let sign = Self.allCases.first(where: { $0.loinc.contains(code) }) else { return nil }
    self = sign
  }
}

extension Vitals {
  package subscript(sign sign: VitalSign) -> Quantity? {
    get {
      switch sign {
      case .temperature: temperature
      case .heartRate: heartRate
      case .pulse: pulse
      case .systolic: systolic
      case .diastolic: diastolic
      case .meanArterial: meanArterial
      case .respiratoryRate: respiratoryRate
      case .spo2: spo2
      }
    }
    set {
      switch sign {
      case .temperature: temperature = newValue
      case .heartRate: heartRate = newValue
      case .pulse: pulse = newValue
      case .systolic: systolic = newValue
      case .diastolic: diastolic = newValue
      case .meanArterial: meanArterial = newValue
      case .respiratoryRate: respiratoryRate = newValue
      case .spo2: spo2 = newValue
      }
    }
  }
}
