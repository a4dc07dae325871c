internal import Clinical

extension ObjectWriter {
  mutating func put(_ vitals: Vitals) {
    put(.temperature, vitals.temperature)
    put(.site, vitals.site)
    put(.heartRate, vitals.heartRate)
    put(.pulse, vitals.pulse)
    put(.systolic, vitals.systolic)
    put(.diastolic, vitals.diastolic)
    put(.meanArterial, vitals.meanArterial)
    put(.respiratoryRate, vitals.respiratoryRate)
    put(.spo2, vitals.spo2)
    put(.position, vitals.position)
  }

  mutating func put(_ oxygen: Oxygen) {
    put(.device, oxygen.device)
    put(.flow, oxygen.flow)
    put(.fio2, oxygen.fio2)
    put(.indication, oxygen.indication)
  }

  mutating func put(_ vasopressor: Vasopressor) {
    put(.agent, vasopressor.agent)
    put(.name, vasopressor.name)
    put(.action, vasopressor.action)
    put(.rate, vasopressor.rate)
    put(.switchFrom, vasopressor.switchFrom)
    put(.indication, vasopressor.indication)
  }

  mutating func put(_ medication: Medication) {
    put(.drug, medication.drug)
    put(.class, medication.drugClass)
    put(.dose, medication.dose)
    put(.route, medication.route)
    put(.indication, medication.indication)
    put(.action, medication.action)
  }

  /// The reason why it was not done stands where the envelope's reason does (contract 1.3).
  mutating func put(_ notDone: NotDone) {
    put(.what, notDone.what)
    remove(.reason)
    put(.reason, notDone.because)
  }

  mutating func put(_ lab: Lab) {
    put(.results, .array(lab.results.map(Self.value)))
    put(.laboratory, lab.laboratory)
    put(.kit, lab.kit)
    put(.specimen, lab.specimen)
  }

  private static func value(_ result: LabResult) -> JSONValue {
    var parts = ObjectWriter()
    parts.put(.code, result.code)
    parts.put(.comparator, result.comparator)
    parts.put(.value, result.value)
    parts.put(.unit, result.unit)
    parts.put(.lower, result.lower)
    parts.put(.upper, result.upper)
    parts.put(.lloq, result.lowerLimitOfQuantification)
    parts.put(.uloq, result.upperLimitOfQuantification)
    parts.put(.status, result.status)
    return .object(parts.members)
  }
}
