internal import Clinical

extension EventFields {
  /// What an event of a training session says.
  func training() throws(Refusal) -> TrainingContent {
    if let stranger = [Field.corrects, .set].first(where: has) {
      throw refusal(stranger, "nothing of a session is corrected or put together")
    }
    let fields = try ObjectFields(
      text.value(),
      known: KnownFields.of(kind).fields.map(\.name) + KnownFields.ofTraining(kind))
    let session = try fields.text("session", e: "monday-1")
    guard session.unicodeScalars.count <= SessionName.longest else {
      throw fields.refusal(
        "session", "the name of a session is longer than \(SessionName.longest) characters",
        "write a shorter one")
    }
    let part: TrainingPart = try fields.requiredWord("as")
    switch kind {
    case .position:
      guard let speed = try fields.whole("speed", 1...86_400) else {
        throw fields.refusal("speed", "it is missing", "write how many seconds go by in one")
      }
      return .position(
        SessionPosition(
          session: session, part: part, state: try fields.requiredWord("state"), speed: speed))
    case .answer: return .answer(try answer(session, part, fields))
    case .injection:
      return .injection(
        SessionInjection(session: session, part: part, event: try injected(fields)))
    case .annotation:
      return .annotation(
        SessionAnnotation(
          session: session, part: part, text: try fields.text("text", e: "look at the oxygen")))
    default: return .session(try step(session, part, fields))
    }
  }

  private func step(
    _ session: String, _ part: TrainingPart, _ fields: ObjectFields
  ) throws(Refusal) -> SessionStep {
    let action: SessionStep.Action = try fields.requiredWord("action")
    for (name, own) in [("scenario", SessionStep.Action.start), ("debrief", .finish)]
    where fields.has(name) != (action == own) {
      throw fields.refusal(
        name,
        action == own ? "\(action.rawValue) needs it and it is missing" : "it belongs to \(own)",
        action == own ? nil : "leave it out")
    }
    return SessionStep(
      session: session, part: part, action: action, scenario: try scenario(fields),
      debrief: try fields.tree("debrief"))
  }

  private func scenario(_ fields: ObjectFields) throws(Refusal) -> ScenarioReference? {
    guard let value = fields.value("scenario") else { return nil }
    let own = try ObjectFields(value, at: "scenario", known: ["name", "title", "hash"])
    let hash = try own.text("hash", e: String(repeating: "0", count: 64))
    guard hash.utf8.count == 64, hash.utf8.allSatisfy(Self.isHexadecimal) else {
      throw own.refusal("hash", "it is no SHA-256", "write 64 digits, a to f in lower case")
    }
    return ScenarioReference(
      name: try own.text("name", e: "masked-fever"),
      title: try own.text("title", e: "Masked fever"),
      hash: hash)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }

  private func answer(
    _ session: String, _ part: TrainingPart, _ fields: ObjectFields
  ) throws(Refusal) -> SessionAnswer {
    guard part == .learner else {
      throw fields.refusal("as", "only a learner answers", "write \"learner\"")
    }
    return SessionAnswer(
      session: session, question: try fields.text("question", e: "q1"),
      crs: try fields.grade("crs"), icans: try fields.grade("icans"), sure: try fields.word("sure"),
      facts: fields.has("facts") ? try fields.texts("facts") : nil,
      next: fields.has("next") ? try fields.texts("next") : nil)
  }

  // A whole event, held to everything that is asked of any.
  private func injected(_ fields: ObjectFields) throws(Refusal) -> Event {
    guard let value = fields.value("event") else {
      throw fields.refusal("event", "it is missing", "write the whole event, with its id")
    }
    do throws(Refusal) {
      let text: JSONText
      do { text = try JSONParser.parse(value.bytes[...]) } catch { throw error.refusal }
      let inner = try EventFields(text)
      guard inner.has(.id) else {
        throw inner.missing(.id, "an injected event carries its own")
      }
      guard !inner.kind.isWardWide else {
        throw inner.refusal(
          .kind, "\(inner.kind.rawValue) belongs to no patient", remedy: "write an event of one")
      }
      let event = try inner.event(contentHash: [])
      try inner.checkSent(event)
      return event
    } catch {
      var refusal = error
      refusal.field = error.field.map { "event.\($0)" } ?? "event"
      throw refusal
    }
  }
}

/// The name of a session.
package enum SessionName {
  /// Characters.
  package static let longest = 64
}
