package import Clinical

/// What a message brings into a record: events, changes of earlier results, what waits, and what is
/// worth telling.
package struct HL7Charting: Sendable {
  /// One event to be, of whichever patient.
  package struct Draft: Hashable, Sendable {
    package var at: EventTime
    package var content: Content
    /// Vital signs that the sender says it corrects; of a laboratory each result says it itself.
    package var corrected: Set<VitalSign>

    package init(at: EventTime, content: Content, corrected: Set<VitalSign> = []) {
      self.at = at
      self.content = content
      self.corrected = corrected
    }
  }

  /// A result in the record that the laboratory changes without sending it anew.
  package struct Change: Hashable, Sendable {
    package var place: String
    package var at: EventTime
    /// A code of the laboratory, or the name of a vital sign.
    package var code: String
    /// True where it is taken back, false where a preliminary one is now final.
    package var isWithdrawal: Bool

    package init(place: String, at: EventTime, code: String, isWithdrawal: Bool) {
      self.place = place
      self.at = at
      self.code = code
      self.isWithdrawal = isWithdrawal
    }
  }

  package struct Held: Hashable, Sendable {
    package var reason: HoldReason
    /// Where in the message, and what.
    package var text: String

    package init(reason: HoldReason, text: String) {
      self.reason = reason
      self.text = text
    }
  }

  /// In order of time.
  package private(set) var drafts: [Draft] = []
  package private(set) var changes: [Change] = []
  package private(set) var held: [Held] = []
  /// What is not charted, and why; one line each.
  package private(set) var notes: [String] = []
  /// What is odd about the message, or about something that is charted.
  package private(set) var remarks: [String] = []

  /// - Parameter now: what is observed more than five minutes later waits.
  package init(_ report: HL7Report, now: Instant) {
    remarks = report.message.remarks
    var vitals: [(at: EventTime, readings: [HL7Observation])] = []
    var labs: [(at: EventTime, order: Int, results: [LabResult])] = []
    for observation in report.observations {
      switch observation.verdict {
      case .noValue(let why), .notCharted(let why):
        note(observation, why)
        continue
      case .held(let reason, let what):
        hold(observation, reason, what)
        continue
      case .vital, .lab, .withdrawn, .finalised: break
      }
      guard let at = observation.at else {
        hold(observation, .noTime, "nobody can tell when it was observed")
        continue
      }
      if case .moment(let instant, _) = at, instant > now + .minutes(5) {
        hold(observation, .futureTime, "the time of observation is later than now")
        continue
      }
      remark(observation, at, report.sentAt)
      switch observation.verdict {
      case .vital:
        if let place = vitals.firstIndex(where: { $0.at == at }) {
          vitals[place].readings.append(observation)
        } else {
          vitals.append((at, [observation]))
        }
      case .lab(let result):
        let place = labs.firstIndex { $0.at == at && $0.order == observation.order }
        if let place, !labs[place].results.contains(where: { $0.code == result.code }) {
          labs[place].results.append(result)
        } else {
          labs.append((at, observation.order, [result]))
        }
      case .withdrawn(let code):
        changes.append(Change(place: observation.place, at: at, code: code, isWithdrawal: true))
      case .finalised(let code):
        changes.append(Change(place: observation.place, at: at, code: code, isWithdrawal: false))
      case .noValue, .notCharted, .held: break
      }
    }
    for (at, readings) in vitals {
      let (vitals, corrected) = chosen(readings)
      drafts.append(Draft(at: at, content: .vitals(vitals), corrected: corrected))
    }
    for (at, _, results) in labs {
      drafts.append(Draft(at: at, content: .lab(Lab(results: results))))
    }
    drafts.sort { $0.at.start(in: .utc) < $1.at.start(in: .utc) }
  }

  private mutating func remark(_ observation: HL7Observation, _ at: EventTime, _ sentAt: Instant?) {
    if let remark = observation.remark { remarks.append("\(observation.place): \(remark)") }
    // A device whose clock is behind the gateway's, or ahead of it: the time is kept as it stands.
    if case .moment(let instant, _) = at, let sentAt, instant > sentAt + .minutes(1) {
      remarks.append("\(observation.place): observed later than the message was sent, by its clock")
    }
  }

  private mutating func note(_ observation: HL7Observation, _ why: String) {
    let what = observation.name.isEmpty ? observation.code : observation.name
    notes.append("\(observation.place)\(what.isEmpty ? "" : " \(what)"): \(why)")
  }

  private mutating func hold(_ observation: HL7Observation, _ reason: HoldReason, _ what: String) {
    let name = observation.name.isEmpty ? observation.code : observation.name
    held.append(Held(reason: reason, text: "\(observation.place) \(name): \(what)"))
  }

  // One value a sign: the arterial pressure before the cuff's, the chest's breaths before the pulse
  // wave's, and of two channels the first. Whatever is passed over is told.
  private mutating func chosen(_ readings: [HL7Observation]) -> (Vitals, Set<VitalSign>) {
    var vitals = Vitals()
    var taken: [VitalSign: (rank: Int, observation: HL7Observation)] = [:]
    for observation in readings {
      guard case .vital(let sign, let quantity, let site, let rank) = observation.verdict else {
        continue
      }
      if let earlier = taken[sign] {
        guard rank < earlier.rank else {
          noteUnlessEqual(observation, earlier.observation)
          continue
        }
        noteUnlessEqual(earlier.observation, observation)
      }
      taken[sign] = (rank, observation)
      vitals[sign: sign] = quantity
      if sign == .temperature { vitals.site = site }
    }
    let corrected = taken.filter { $0.value.observation.status.uppercased() == "C" }
    return (vitals, Set(corrected.keys))
  }

  private mutating func noteUnlessEqual(_ passed: HL7Observation, _ kept: HL7Observation) {
    if case .vital(_, let one, _, _) = passed.verdict,
      case .vital(_, let other, _, _) = kept.verdict,
      one == other
    {
      return
    }
    note(passed, "\(kept.place) is charted for this moment")
  }
}
