internal import Clinical

extension EventFields {
  /// True when the field stands there, be it as `null`.
  func hasMember(_ field: Field) -> Bool { has(field) || nulls.contains(field) }

  /// The event: what the envelope says, then what the kind says, then what only both together can
  /// get wrong.
  func event(contentHash: [UInt8]) throws(Refusal) -> Event {
    let patient = try patient()
    let at = try at()
    let sentID = try eventID(.id)
    guard let id = sentID ?? EventID(contentHash: contentHash) else {
      throw refusal(.id, "none was sent and none could be made")
    }
    var event = Event(
      id: id, patient: patient, at: at, recordedAt: try moment(.recordedAt), by: try line(.by),
      role: try word(.role), source: try line(.source), set: try eventID(.set),
      corrects: try eventID(.corrects), reason: try prose(.reason), content: .note(""))
    event.content = try content(of: event)
    try checkLinks(event)
    return event
  }

  private func patient() throws(Refusal) -> PatientID? {
    guard let node = node(.patient) else {
      if kind.isWardWide { return nil }
      throw missing(.patient, "write the subject's id, e.g. \"patient\": \"CD7-003\"")
    }
    if kind == .site || kind == .user || kind.isOfTraining {
      throw refusal(
        .patient,
        kind.isOfTraining
          ? "an event of a session belongs to no patient"
          : "a \(kind.rawValue) belongs to no patient",
        remedy: "leave it out")
    }
    guard text.nodes[node].kind.isString else {
      throw refusal(
        .patient, "\(describe(node)) is not a subject's id", remedy: "write it in double quotes")
    }
    guard let patient = PatientID(text.string(node)) else {
      throw refusal(
        .patient, "\(describe(node)) is not a subject's id",
        remedy: "write 1 to 64 characters without control characters, e.g. \"CD7-003\"")
    }
    return patient
  }

  private func at() throws(Refusal) -> EventTime {
    guard let node = node(.at) else {
      throw missing(
        .at, "write when it was observed or done, e.g. \"at\": \"2026-03-06T04:10:00+08:00\"")
    }
    if kind.mayBeDated { return try required(time(.at), .at, "") }
    guard text.nodes[node].kind.isString else {
      throw refusal(
        .at, "\(describe(node)) stands where a time belongs",
        remedy: "write it as \"2026-03-06T04:10:00+08:00\"")
    }
    do {
      let (instant, utcOffset) = try Timestamp.moment(text.content(node))
      return .moment(instant, utcOffset: utcOffset)
    } catch {
      throw refusal(.at, error.problem, remedy: error.remedy)
    }
  }

  /// Refuses what came to be asked of events after stores had been written: a store holds it as it
  /// is, and no reading of its own asks.
  func checkSent(_ event: Event) throws(Refusal) {
    if let corrects = event.corrects, corrects == event.retracts {
      throw refusal(
        .retracts, "the event corrects and retracts \(corrects) at once",
        remedy: "name under retracts the event that is to be taken back")
    }
    try checkAlert(event)
  }

  private func checkLinks(_ event: Event) throws(Refusal) {
    if event.corrects != nil, event.reason == nil {
      throw refusal(
        .reason, "a correction needs it and it is missing",
        remedy: "write why, e.g. \"reason\": \"typed 38.4 for 37.4\"")
    }
    if event.corrects == event.id { throw refusal(.corrects, "the event corrects itself") }
    if event.retracts == event.id { throw refusal(.retracts, "the event retracts itself") }
  }
}
