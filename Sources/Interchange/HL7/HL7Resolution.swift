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

  package private(set) var steps: [Step] = []
  package private(set) var notes: [String] = []
  package private(set) var held: [HL7Charting.Held] = []
  // Laboratory events as they will be, by what they are now.
  private var standing: [(fact: Fact, lab: Lab, reason: String?)]
  private var standingVitals: [(fact: Fact, vitals: Vitals, reason: String?)]

  /// - Parameters:
  ///   - facts: what counts of the patient's record.
  ///   - source: who sends; only what the same sender sent before is touched.
  package init(facts: [Fact], source: String) {
    standing = []
    standingVitals = []
    for fact in facts where fact.event.source == source {
      switch fact.event.content {
      case .lab(let lab): standing.append((fact, lab, nil))
      case .vitals(let vitals): standingVitals.append((fact, vitals, nil))
      default: break
      }
    }
  }

  /// A draft of which the record has nothing yet.
  ///
  /// - Parameter isCorrection: of vital signs, where the device says so.
  package mutating func take(_ draft: HL7Charting.Draft) {
    guard case .lab(let lab) = draft.content else {
      steps.append(Step(at: draft.at, content: draft.content))
      return
    }
    var new: [LabResult] = []
    for result in lab.results { settle(result, at: draft.at, new: &new) }
    if !new.isEmpty {
      var rest = lab
      rest.results = new
      steps.append(Step(at: draft.at, content: .lab(rest)))
    }
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

  private mutating func settle(_ result: LabResult, at: EventTime, new: inout [LabResult]) {
    guard let (n, r) = place(of: result.code, at: at) else {
      if result.status == "corrected" {
        notes.append("\(result.code): a correction of a result that is not here; it counts")
      }
      new.append(result)
      return
    }
    let earlier = standing[n].lab.results[r]
    if earlier == result { return }
    switch (earlier.status, result.status) {
    case (_, "corrected"):
      standing[n].lab.results[r] = result
      standing[n].reason = "corrected by the sender (OBX-11 C)"
    case ("preliminary", nil), ("preliminary", "preliminary"):
      standing[n].lab.results[r] = result
      standing[n].reason =
        result.status == nil
        ? "final after a preliminary result (OBX-11 F)" : "a newer preliminary result (OBX-11 P)"
    case ("corrected", _):
      notes.append("\(result.code): a corrected result is there already")
    case (_, "preliminary"):
      notes.append("\(result.code): a final result is there already")
    default:
      notes.append("\(result.code): another result of this moment is there; both are kept")
      new.append(result)
    }
  }

  /// A change of an earlier result that is not sent anew.
  package mutating func take(_ change: HL7Charting.Change) {
    if let (n, r) = place(of: change.code, at: change.at) {
      if change.isWithdrawal {
        standing[n].lab.results.remove(at: r)
        standing[n].reason = "taken back by the sender (OBX-11 D or W)"
      } else if standing[n].lab.results[r].status == "preliminary" {
        standing[n].lab.results[r].status = nil
        standing[n].reason = "final as it was sent (OBX-11 U)"
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
      standingVitals[n].reason = "taken back by the sender (OBX-11 D or W)"
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
