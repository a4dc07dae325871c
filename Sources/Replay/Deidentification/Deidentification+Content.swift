import Clinical

extension Deidentification {
  /// What an event says, of nobody; `nil` for one of which nothing is left.
  mutating func content(of event: Event) throws -> Content? {
    let kind = event.kind
    func kept(_ text: String?, _ field: String, known: [String] = []) throws -> String? {
      guard let text else { return nil }
      if known.contains(text) { return text }
      return try review(FreeText(kind: kind, field: field, text: text))
    }
    func drug(_ name: String) throws -> String {
      if DrugTable.drug(named: name) != nil { return name }
      return try kept(name, "drug") ?? "a drug without a name"
    }
    switch event.content {
    case .patient(var details):
      details.name = nil
      details.hospitalNumber = nil
      details.birthDate = details.birthDate.map { moved($0) }
      details.diagnosis = try kept(details.diagnosis, "diagnosis", known: ["T-ALL", "T-LBL"])
      details.language = try kept(details.language, "language")
      return .patient(details)
    case .stay(var stay):
      stay.unit = nil
      stay.bed = nil
      return .stay(stay)
    case .lymphodepletion(var entry):
      entry.drug = try drug(entry.drug)
      return .lymphodepletion(entry)
    case .infusion(var infusion):
      infusion.product =
        try kept(infusion.product, "product", known: ["anti-CD7 CAR-T"]) ?? "CAR-T"
      infusion.vector = try kept(infusion.vector, "vector")
      return .infusion(infusion)
    case .vitals(var vitals):
      vitals.position = try kept(vitals.position, "position")
      return .vitals(vitals)
    case .vasopressor(var entry):
      if entry.name != nil { entry.name = try kept(entry.name, "name") ?? "without a name" }
      return .vasopressor(entry)
    case .medication(var entry):
      entry.drug = try drug(entry.drug)
      entry.route = try kept(entry.route, "route", known: ["iv", "po", "im", "sc"])
      entry.indication = try kept(entry.indication, "indication")
      return .medication(entry)
    case .ice(var ice):
      ice.wordSet = try kept(ice.wordSet, "wordSet")
      ice.writingSample = try kept(ice.writingSample, "writingSample")
      return .ice(ice)
    case .seizure(var seizure):
      seizure.continues = seizure.continues.map { name($0) }
      return .seizure(seizure)
    case .motor(var motor):
      motor.side = try kept(motor.side, "side", known: ["left", "right"])
      return .motor(motor)
    case .finding(var finding):
      guard let name = try kept(finding.name, "name", known: Self.findings) else { return nil }
      finding.name = name
      return .finding(finding)
    case .lab(let lab): return try content(of: lab, kept)
    case .attribution(var entry):
      entry.note = try kept(entry.note, "note")
      return .attribution(entry)
    case .note(let text): return try kept(text, "text").map(Content.note)
    case .retraction(let retraction):
      return .retraction(Retraction(retracts: name(retraction.retracts)))
    // Nothing of a session is of a patient.
    case .training: return nil
    default: return try contentOfTrial(event.content, kept)
    }
  }

  private typealias Kept = (String?, String, [String]) throws -> String?

  // Findings that a rule or a score knows.
  private static let findings = [
    "splenomegaly", "hepatomegaly", "haemophagocytosis", "immunosuppression",
  ]

  private func content(of lab: Lab, _ kept: Kept) throws -> Content? {
    var lab = lab
    lab.laboratory = try kept(lab.laboratory, "laboratory", [])
    lab.kit = try kept(lab.kit, "kit", [])
    lab.specimen = try kept(lab.specimen, "specimen", [])
    lab.results = try lab.results.compactMap { result in
      var result = result
      if result.variable == nil {
        guard let code = try kept(result.code, "code", []) else { return nil }
        result.code = code
      }
      result.status = try kept(result.status, "status", [])
      return result
    }
    return lab.results.isEmpty ? nil : .lab(lab)
  }

  private func contentOfTrial(_ content: Content, _ kept: Kept) throws -> Content? {
    switch content {
    case .adverseEvent(var entry):
      guard let term = try kept(entry.term, "term", []) else { return nil }
      entry.term = term
      entry.scale = try kept(entry.scale, "scale", [])
      entry.start = entry.start.map { moved($0) }
      entry.stop = entry.stop.map { moved($0) }
      entry.relatedness = try kept(entry.relatedness, "relatedness", [])
      entry.action = try kept(entry.action, "action", [])
      entry.outcome = try kept(entry.outcome, "outcome", [])
      return .adverseEvent(entry)
    case .response(var entry):
      entry.mrd = try kept(entry.mrd, "mrd", ["negative", "positive"])
      entry.method = try kept(entry.method, "method", [])
      entry.sites = try entry.sites.compactMap { try kept($0, "sites", []) }
      return .response(entry)
    case .transplant(var entry):
      entry.donor = try kept(entry.donor, "donor", [])
      return .transplant(entry)
    case .newTherapy(let entry):
      return try kept(entry.therapy, "therapy", []).map { .newTherapy(NewTherapy(therapy: $0)) }
    default: return content
    }
  }
}
