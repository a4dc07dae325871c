internal import Clinical

extension ObjectWriter {
  mutating func put(_ training: TrainingContent) {
    put("session", .string(training.session))
    put("as", .string(training.part.rawValue))
    switch training {
    case .session(let step):
      put(.action, step.action)
      put("scenario", step.scenario.map(object))
      put("debrief", step.debrief.map { JSONValue($0) })
    case .position(let position):
      put(.state, position.state)
      put("speed", .int(position.speed))
    case .answer(let answer): put(answer)
    case .injection(let injection): put("event", EventWriter.object(for: injection.event))
    case .annotation(let annotation): put(.text, annotation.text)
    }
  }

  private func object(_ scenario: ScenarioReference) -> JSONValue {
    .object([
      JSONMember("name", .string(scenario.name)), JSONMember("title", .string(scenario.title)),
      JSONMember("hash", .string(scenario.hash)),
    ])
  }

  private mutating func put(_ answer: SessionAnswer) {
    func grade(_ grade: GivenGrade) -> JSONValue {
      switch grade {
      case .grade(let grade): .int(grade)
      case .notGradable: .string(GivenGrade.notGradableWord)
      }
    }
    func list(_ ids: [String]) -> JSONValue { .array(ids.map { .string($0) }) }
    put("question", .string(answer.question))
    put("crs", answer.crs.map(grade))
    put("icans", answer.icans.map(grade))
    put("sure", answer.sure.map { .string($0.rawValue) })
    put("facts", answer.facts.map(list))
    put("next", answer.next.map(list))
  }
}
