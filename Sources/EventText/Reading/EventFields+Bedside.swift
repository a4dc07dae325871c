internal import Clinical

extension EventFields {
  func vitals() throws(Refusal) -> Vitals {
    let vitals = Vitals(
      temperature: try quantity(.temperature, .temperature), site: try word(.site),
      heartRate: try quantity(.heartRate, .heartRate), pulse: try quantity(.pulse, .pulse),
      systolic: try quantity(.systolic, .systolic),
      diastolic: try quantity(.diastolic, .diastolic),
      meanArterial: try quantity(.meanArterial, .meanArterial),
      respiratoryRate: try quantity(.respiratoryRate, .respiratoryRate),
      spo2: try quantity(.spo2, .spo2), position: try line(.position))
    let values = [
      vitals.temperature, vitals.heartRate, vitals.pulse, vitals.systolic, vitals.diastolic,
      vitals.meanArterial, vitals.respiratoryRate, vitals.spo2,
    ]
    guard values.contains(where: { $0 != nil }) else {
      throw Refusal(
        problem: "vitals without any value",
        remedy:
          "write at least one, e.g. \"temperature\": {\"value\": 38.4, \"unit\": \"Cel\"}, or an event of kind notDone"
      )
    }
    return vitals
  }

  func oxygen() throws(Refusal) -> Oxygen {
    Oxygen(
      device: try required(
        word(.device), .device, "write \(Prose.list(Oxygen.Device.allCases.map(\.rawValue)))"),
      flow: try quantity(.flow, .flow), fio2: try quantity(.fio2, .fio2),
      indication: try word(.indication))
  }

  func fluidBolus() throws(Refusal) -> FluidBolus {
    FluidBolus(volume: try quantity(.volume, .volume), indication: try word(.indication))
  }

  func vasopressor() throws(Refusal) -> Vasopressor {
    let agent = try required(
      agent(.agent), .agent, "write the agent, e.g. \"norepinephrine\"")
    let name = try line(.name)
    if agent == .other {
      guard let name else {
        throw refusal(
          .name, "an agent that is \"other\" needs it and it is missing",
          remedy: "write the name of the agent")
      }
      if let known = VasoactiveAgent(name: name), known != .other {
        throw refusal(
          .name, "\(Echo.quoted(name)) is not another agent but \(known.rawValue)",
          remedy: "write \"agent\": \"\(known.rawValue)\"")
      }
    }
    return Vasopressor(
      agent: agent, name: name,
      action: try required(
        word(.action), .action,
        "write \(Prose.list(Vasopressor.Action.allCases.map(\.rawValue)))"),
      rate: try quantity(.rate, .rate), switchFrom: try self.agent(.switchFrom),
      indication: try word(.indication))
  }

  private func agent(_ field: Field) throws(Refusal) -> VasoactiveAgent? {
    guard let name = try line(field) else { return nil }
    if let agent = VasoactiveAgent(name: name) { return agent }
    throw refusal(
      field, "\(Echo.quoted(name)) is not a vasoactive agent that Vigil knows",
      remedy: "write a known one, or \"other\" with its \"name\"",
      nearest: NearestName.of(name, in: VasoactiveAgent.knownNames))
  }

  func medication() throws(Refusal) -> Medication {
    let drug = try required(line(.drug), .drug, "write the drug, e.g. \"tocilizumab\"")
    let known = DrugTable.drug(named: drug)
    return Medication(
      drug: known?.generic ?? drug,
      drugClass: try word(.class) ?? known?.drugClass ?? .other,
      dose: try quantity(.dose, .drugDose), route: try line(.route),
      indication: try line(.indication), action: try word(.action))
  }

  func notDone() throws(Refusal) -> NotDone {
    NotDone(
      what: try required(
        word(.what), .what, "write \(Prose.list(NotDone.What.allCases.map(\.rawValue)))"),
      because: try required(
        word(.reason), .reason, "write \(Prose.list(NotDone.Reason.allCases.map(\.rawValue)))"))
  }
}
