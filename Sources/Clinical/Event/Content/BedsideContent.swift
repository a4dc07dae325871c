/// One round of vital signs; a field that is `nil` was not recorded.
package struct Vitals: Hashable, Sendable {
  package enum Site: String, CaseIterable, Sendable, Codable {
    case axillary, oral, tympanic, rectal, core
  }

  package var temperature: Quantity?
  /// Where the temperature was taken; never corrected for (D-18).
  package var site: Site?
  package var heartRate: Quantity?
  /// From cuff or oximeter; never overwrites `heartRate`.
  package var pulse: Quantity?
  package var systolic: Quantity?
  package var diastolic: Quantity?
  package var meanArterial: Quantity?
  package var respiratoryRate: Quantity?
  package var spo2: Quantity?
  package var position: String?

  package init(
    temperature: Quantity? = nil, site: Site? = nil, heartRate: Quantity? = nil,
    pulse: Quantity? = nil, systolic: Quantity? = nil, diastolic: Quantity? = nil,
    meanArterial: Quantity? = nil, respiratoryRate: Quantity? = nil, spo2: Quantity? = nil,
    position: String? = nil
  ) {
    self.temperature = temperature
    self.site = site
    self.heartRate = heartRate
    self.pulse = pulse
    self.systolic = systolic
    self.diastolic = diastolic
    self.meanArterial = meanArterial
    self.respiratoryRate = respiratoryRate
    self.spo2 = spo2
    self.position = position
  }
}

/// Oxygen support: a state that holds until the next.
package struct Oxygen: Hashable, Sendable {
  package enum Device: String, CaseIterable, Sendable, Codable {
    case roomAir, nasalCannula, blowBy, highFlowNasalCannula, simpleFaceMask, venturiMask
    case partialRebreather, nonRebreather, faceTent, aerosolMask, tracheostomyCollar
    case cpap, bipap, niv, invasiveVentilation, ecmo
  }
  package enum Indication: String, CaseIterable, Sendable, Codable {
    case hypoxia, comfort, chronic, sleepApnoea, airwayProtection, procedure
  }

  package var device: Device
  /// L/min.
  package var flow: Quantity?
  package var fio2: Quantity?
  /// `nil` means hypoxia (clinical-rules 1.5).
  package var indication: Indication?

  package init(
    device: Device, flow: Quantity? = nil, fio2: Quantity? = nil, indication: Indication? = nil
  ) {
    self.device = device
    self.flow = flow
    self.fio2 = fio2
    self.indication = indication
  }
}

/// Fluid given at once; for hypotension unless said otherwise.
package struct FluidBolus: Hashable, Sendable {
  package enum Indication: String, CaseIterable, Sendable, Codable {
    case hypotension, maintenance, transfusion, other
  }

  package var volume: Quantity?
  /// `nil` means hypotension.
  package var indication: Indication?

  package init(volume: Quantity? = nil, indication: Indication? = nil) {
    self.volume = volume
    self.indication = indication
  }
}

/// A vasoactive drug starting, changing, stopping, or given as a push dose.
package struct Vasopressor: Hashable, Sendable {
  package enum Action: String, CaseIterable, Sendable { case start, change, stop, bolus }
  package enum Indication: String, CaseIterable, Sendable, Codable {
    case hypotension, sepsis, sedation, bleeding, anaphylaxis, other
  }

  package var agent: VasoactiveAgent
  /// The name of an agent that is `other`.
  package var name: String?
  package var action: Action
  package var rate: Quantity?
  /// The agent that this one takes over from: while both run they count as one (D-13).
  package var switchFrom: VasoactiveAgent?
  /// `nil` means hypotension.
  package var indication: Indication?

  package init(
    agent: VasoactiveAgent, name: String? = nil, action: Action, rate: Quantity? = nil,
    switchFrom: VasoactiveAgent? = nil, indication: Indication? = nil
  ) {
    self.agent = agent
    self.name = name
    self.action = action
    self.rate = rate
    self.switchFrom = switchFrom
    self.indication = indication
  }
}

/// A drug given, or begun and ended.
package struct Medication: Hashable, Sendable {
  package enum Action: String, CaseIterable, Sendable { case give, start, stop }

  /// The generic name where the table knows the drug, else the name as written.
  package var drug: String
  /// From the table of drugs where it is not written; `other` for a drug that it does not know.
  package var drugClass: DrugClass
  package var dose: Quantity?
  package var route: String?
  package var indication: String?
  /// `nil` means given at once.
  package var action: Action?

  package init(
    drug: String, drugClass: DrugClass, dose: Quantity? = nil, route: String? = nil,
    indication: String? = nil, action: Action? = nil
  ) {
    self.drug = drug
    self.drugClass = drugClass
    self.dose = dose
    self.route = route
    self.indication = indication
    self.action = action
  }
}

/// Something that was due and was not done, and why.
package struct NotDone: Hashable, Sendable {
  package enum What: String, CaseIterable, Sendable { case vitals, labs, cytokines, carT }
  package enum Reason: String, CaseIterable, Sendable, Codable {
    case asleep, refused, offWard, procedure, other
  }

  package var what: What
  package var because: Reason

  package init(what: What, because: Reason) {
    self.what = what
    self.because = because
  }
}
