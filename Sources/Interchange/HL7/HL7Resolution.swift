package import Clinical

/// Fits what a laboratory or a device sends to what it sent before: corrections, finals after
/// preliminary results, results taken back.
package struct HL7Resolution: Sendable {
  /// One event to write.
  package struct Step: Hashable, Sendable {
    package var at: EventTime
    package var content: Content
    /// The version that it replaces.
    package var corrects: EventID?
    package var reason: String?

    package init(
      at: EventTime, content: Content, corrects: EventID? = nil, reason: String? = nil
    ) {
      self.at = at
      self.content = content
      self.corrects = corrects
      self.reason = reason
    }
  }

  /// In whose words reasons are given.
  package enum Wording: Sendable { case hl7, fhir }

  package private(set) var steps: [Step] = []
  package private(set) var notes: [String] = []
  package private(set) var held: [HL7Charting.Held] = []
  /// Results and signs that the record has already, as they were sent or in a version that counts more.
  package private(set) var settled = 0
  private let wording: Wording
  // Laboratory events as they will be, by what they are now.
  private var standing: [(fact: Fact, lab: Lab, reason: String?)]
  private var standingVitals: [(fact: Fact, vitals: Vitals, reason: String?)]

  /// - Parameters:
  ///   - facts: what counts of the patient's record.
  ///   - source: who sends; only what the same sender sent before is touched.
  package init(facts: [Fact], source: String) {
    self.init(facts: facts, wording: .hl7) { $0 == source }
  }

  /// - Parameter isOwn: whether a source is that of the sender.
  package init(facts: [Fact], wording: Wording, isOwn: (String) -> Bool) {
    self.wording = wording
    standing = []
    standingVitals = []
    for fact in facts where fact.event.source.map(isOwn) ?? false {
      switch fact.event.content {
      case .lab(let lab): standing.append((fact, lab, nil))
      case .vitals(let vitals): standingVitals.append((fact, vitals, nil))
      default: break
      }
    }
  }

  /// A draft of which the record has nothing yet.
  package mutating func take(_ draft: HL7Charting.Draft) {
    switch draft.content {
    case .lab(let lab):
      var new: [LabResult] = []
      for result in lab.results { settle(result, at: draft.at, new: &new) }
      guard !new.isEmpty else { return }
      var rest = lab
      rest.results = new
      steps.append(Step(at: draft.at, content: .lab(rest)))
    case .vitals(var vitals):
      for sign in VitalSign.allCases where draft.corrected.contains(sign) {
        settle(sign, &vitals, at: draft.at)
      }
      if VitalSign.allCases.contains(where: { vitals[sign: $0] != nil }) {
        steps.append(Step(at: draft.at, content: .vitals(vitals)))
      }
    default: steps.append(Step(at: draft.at, content: draft.content))
    }
  }

  // A corrected sign goes where the earlier one stands, and out of what is new.
  private mutating func settle(_ sign: VitalSign, _ new: inout Vitals, at: EventTime) {
    guard let value = new[sign: sign],
      let n = standingVitals.lastIndex(where: {
        same($0.fact.event.at, at) && $0.vitals[sign: sign] != nil
      })
    else { return }
    let site = sign == .temperature ? new.site ?? standingVitals[n].vitals.site : nil
    new[sign: sign] = nil
    if sign == .temperature { new.site = nil }
    guard standingVitals[n].vitals[sign: sign] != value else {
      settled += 1
      return
    }
    standingVitals[n].vitals[sign: sign] = value
    if sign == .temperature { standingVitals[n].vitals.site = site }
    standingVitals[n].reason = reason("corrected by the sender", "OBX-11 C", "status corrected")
  }

  private func reason(_ text: String, _ hl7: String, _ fhir: String) -> String {
    "\(text) (\(wording == .hl7 ? hl7 : fhir))"
  }

  // Where an earlier result of the same test and moment stands.
  private func place(of code: String, at: EventTime) -> (event: Int, result: Int)? {
    for n in standing.indices.reversed() where same(standing[n].fact.event.at, at) {
      if let r = standing[n].lab.results.firstIndex(where: { $0.code == code }) { return (n, r) }
    }
    return nil
  }

  private func same(_ one: EventTime, _ other: EventTime) -> Bool {
    one.start(in: .utc) == other.start(in: .utc) && one.isDay == other.isDay
  }

  // What becomes of a result beside an earlier one of the same test and moment.
  private enum Fate {
    case replaces(String), passedOver(String), besideIt(String)
  }

  private func fate(of result: LabResult, after earlier: LabResult) -> Fate {
    switch (earlier.status, result.status) {
    case (_, "corrected"):
      .replaces(reason("corrected by the sender", "OBX-11 C", "status corrected"))
    case ("preliminary", nil):
      .replaces(reason("final after a preliminary result", "OBX-11 F", "status final"))
    case ("preliminary", "preliminary"):
      .replaces(reason("a newer preliminary result", "OBX-11 P", "status preliminary"))
    case ("corrected", _): .passedOver("a corrected result is there already")
    case (_, "preliminary"): .passedOver("a final result is there already")
    default: .besideIt("another result of this moment is there; both are kept")
    }
  }

  private mutating func settle(_ result: LabResult, at: EventTime, new: inout [LabResult]) {
    if let (n, r) = place(of: result.code, at: at) {
      let earlier = standing[n].lab.results[r]
      if earlier == result {
        settled += 1
        return
      }
      switch fate(of: result, after: earlier) {
      case .replaces(let reason):
        standing[n].lab.results[r] = result
        standing[n].reason = reason
      case .passedOver(let why):
        settled += 1
        notes.append("\(result.code): \(why)")
      case .besideIt(let why):
        notes.append("\(result.code): \(why)")
        new.append(result)
      }
      return
    }
    // What is to be written by this very run is changed before it is written.
    for n in steps.indices.reversed() where same(steps[n].at, at) {
      guard case .lab(var lab) = steps[n].content,
        let r = lab.results.firstIndex(where: { $0.code == result.code })
      else { continue }
      if lab.results[r] == result { return }
      switch fate(of: result, after: lab.results[r]) {
      case .replaces:
        lab.results[r] = result
        steps[n].content = .lab(lab)
      case .passedOver(let why): notes.append("\(result.code): \(why)")
      case .besideIt(let why):
        notes.append("\(result.code): \(why)")
        new.append(result)
      }
      return
    }
    if result.status == "corrected" {
      notes.append("\(result.code): a correction of a result that is not here; it counts")
    }
    new.append(result)
  }

  /// A change of an earlier result that is not sent anew.
  package mutating func take(_ change: HL7Charting.Change) {
    if let (n, r) = place(of: change.code, at: change.at) {
      if change.isWithdrawal {
        standing[n].lab.results.remove(at: r)
        standing[n].reason = reason(
          "taken back by the sender", "OBX-11 D or W", "status entered-in-error")
      } else if standing[n].lab.results[r].status == "preliminary" {
        standing[n].lab.results[r].status = nil
        standing[n].reason = reason("final as it was sent", "OBX-11 U", "status final")
      }
      return
    }
    if let sign = VitalSign(rawValue: change.code),
      let n = standingVitals.lastIndex(where: {
        same($0.fact.event.at, change.at) && $0.vitals[sign: sign] != nil
      })
    {
      guard change.isWithdrawal else { return }
      standingVitals[n].vitals[sign: sign] = nil
      if sign == .temperature { standingVitals[n].vitals.site = nil }
      standingVitals[n].reason = reason(
        "taken back by the sender", "OBX-11 D or W", "status entered-in-error")
      return
    }
    held.append(
      HL7Charting.Held(
        reason: .nothingToCorrect, text: "\(change.place) \(change.code): it is not in the record"))
  }

  /// Everything to write: changes of what is there first.
  package func finished() -> [Step] {
    var changes: [Step] = []
    for entry in standing where entry.reason != nil {
      changes.append(
        step(entry.fact, .lab(entry.lab), isEmpty: entry.lab.results.isEmpty, entry.reason))
    }
    for entry in standingVitals where entry.reason != nil {
      let isEmpty = VitalSign.allCases.allSatisfy { entry.vitals[sign: $0] == nil }
      changes.append(step(entry.fact, .vitals(entry.vitals), isEmpty: isEmpty, entry.reason))
    }
    return changes + steps
  }

  // What nothing is left of is retracted.
  private func step(
    _ fact: Fact, _ content: Content, isEmpty: Bool, _ reason: String?
  ) -> Step {
    guard isEmpty else {
      return Step(at: fact.event.at, content: content, corrects: fact.event.id, reason: reason)
    }
    return Step(
      at: fact.event.at, content: .retraction(Retraction(retracts: fact.event.id)), reason: reason)
  }
}
