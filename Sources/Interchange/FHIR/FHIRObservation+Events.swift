import Clinical
import EventText

extension FHIRObservation {
  private func time() throws(Refusal) -> EventTime {
    for name in ["effectiveDateTime", "effectiveInstant"] {
      guard let field = node[name] else { continue }
      do throws(Timestamp.Problem) {
        let moment = try Timestamp.moment(field.text ?? "")
        return .moment(moment.instant, utcOffset: moment.utcOffset)
      } catch {
        throw field.refusal(error.problem, remedy: error.remedy)
      }
    }
    if let period = node["effectivePeriod"] {
      throw period.refusal(
        "a period is no moment of observation", remedy: "send effectiveDateTime")
    }
    throw node.refusal("it does not say when it was observed", remedy: "send effectiveDateTime")
  }

  /// What it brings into the record of a patient whom another program observed, as events and as
  /// drafts that are fitted to what the record has; or what it takes back.
  func versions(
    of patient: PatientID, now: Instant, _ reader: EventReader
  ) throws(Refusal) -> ([SentEvent], FHIRImport.Versions) {
    var versions = FHIRImport.Versions(patient: patient)
    let at = try time()
    if isInError {
      versions.changes = try withdrawn().map {
        HL7Charting.Change(
          place: node.path.isEmpty ? "Observation" : node.path, at: at, code: $0,
          isWithdrawal: true)
      }
      return ([], versions)
    }
    guard at.start(in: .utc) <= now + .minutes(5) else {
      throw (node["effectiveDateTime"] ?? node).refusal(
        "\(Timestamp.text(at)) is later than now", remedy: "check the clock of the sender")
    }
    let events = try Self.events([self], of: patient, reader)
    let isCorrection = ["amended", "corrected"].contains(node["status"]?.text)
    versions.drafts = events.map { sent in
      HL7Charting.Draft(
        at: at, content: sent.event.content,
        corrected: isCorrection ? Set(vitals.map(\.0)) : [])
    }
    return (events, versions)
  }

  // What it was about, by the codes that results and signs are found by.
  private func withdrawn() throws(Refusal) -> [String] {
    var found: [String] = []
    for part in [node] + (node["component"]?.elements ?? []) {
      switch try meaning(of: part) {
      case .vital(let sign): found.append(sign.rawValue)
      case .lab(let code): found.append(code)
      case nil: break
      }
    }
    return found
  }

  /// The events of Observations that belong together: one of vital signs, one of the laboratory.
  static func events(
    _ readings: [FHIRObservation], of patient: PatientID, _ reader: EventReader
  ) throws(Refusal) -> [SentEvent] {
    guard let first = readings.first(where: { $0.holdsValues }) else { return [] }
    let at = try first.time()
    var vitals = Vitals()
    var lab = Lab(results: [])
    for reading in readings where reading.holdsValues {
      guard try reading.time() == at else {
        throw reading.node.refusal("it is of the same event as another, at another time")
      }
      for (sign, quantity) in reading.vitals {
        guard vitals[sign: sign] == nil else {
          throw reading.node.refusal("\(sign.rawValue) stands twice in one event")
        }
        vitals[sign: sign] = quantity
      }
      if let site = reading.site, reading.vitals.contains(where: { $0.0 == .temperature }) {
        vitals.site = site
      }
      if !reading.vitals.isEmpty {
        vitals.position = reading.own(FHIRNames.position)?["valueString"]?.text ?? vitals.position
      }
      lab.results += reading.results
      lab.specimen = reading.node["specimen"]?["display"]?.text ?? lab.specimen
      lab.kit = reading.node["method"]?["text"]?.text ?? lab.kit
      if !reading.results.isEmpty {
        lab.laboratory =
          reading.node["performer"]?.elements.first?["display"]?.text ?? lab.laboratory
      }
    }
    var events: [SentEvent] = []
    let hasVitals = readings.contains { !$0.vitals.isEmpty }
    if hasVitals { events.append(try first.sent(patient, at, .vitals(vitals), reader)) }
    if !lab.results.isEmpty { events.append(try first.sent(patient, at, .lab(lab), reader)) }
    return events
  }

  // With the id and the envelope of the event that it was, where it was one.
  private func sent(
    _ patient: PatientID, _ at: EventTime, _ content: Content, _ reader: EventReader
  ) throws(Refusal) -> SentEvent {
    guard Self.ownEvent(node) != nil else {
      return try ImportedEvent.sent(patient: patient, at: at, content, reader: reader)
    }
    let event = Event(
      id: EventID(high: 0, low: 0), patient: patient, at: at, content: content)
    guard case .object(let members) = EventWriter.object(for: event) else {
      return try reader.read(event)
    }
    return try read(members, reader)
  }

  // The event that it was, by its fields here and by its envelope.
  private func read(
    _ fields: [JSONMember], _ reader: EventReader
  ) throws(Refusal) -> SentEvent {
    var members = fields.filter { $0.name != "id" }
    members.append(JSONMember("id", .string(Self.ownEvent(node) ?? "")))
    for part in own(FHIRNames.envelope)?["extension"]?.elements ?? [] {
      guard let name = part["url"]?.text, let text = part["valueString"]?.text,
        ["recordedAt", "by", "role", "set", "corrects", "reason"].contains(name)
      else { continue }
      members.removeAll { $0.name == name }
      members.append(JSONMember(name, .string(text)))
    }
    return try reader.read(CanonicalJSON.bytes(of: .object(members))[...])
  }

  /// The event of oxygen, ICE or CAPD that a Vigil's own Observation was.
  func ownScore(
    of patient: PatientID, _ kind: EventKind, _ reader: EventReader
  ) throws(Refusal) -> SentEvent {
    guard let at = node["effectiveDateTime"]?.text else {
      throw node.refusal("it does not say when it was", remedy: "send effectiveDateTime")
    }
    let fields =
      try FHIROwnScores.members(of: node, kind)
      + [JSONMember("patient", .string(patient.text)), JSONMember("at", .string(at))]
    let sent = try read(fields, reader)
    try FHIROwnScores.check(node, sent.event.content)
    return sent
  }
}
