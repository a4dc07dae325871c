import Clinical
package import EventText
import Grading
import Surveillance

extension Debrief {
  /// The debrief document (contract 5): every key always there, times in the site's zone, what
  /// cannot be given null with its reasons.
  package var document: JSONValue {
    let head = record.scenario.head
    return .object([
      JSONMember("agreement", agreement),
      JSONMember("alerts", .array(alerts.map(object))),
      JSONMember("answers", .array(items.map(object))),
      JSONMember("confidence", .array(confidence.map(object))),
      JSONMember("deteriorations", .array(deteriorations.map(object))),
      JSONMember("ends", time(head.ends)),
      JSONMember("learner", .string(record.learner.name)),
      JSONMember("observationsMissed", .array(missed.map(object))),
      JSONMember("role", .string(record.learner.role.rawValue)),
      JSONMember("rules", .array(rules.map(object))),
      JSONMember(
        "scenario",
        .object([
          JSONMember("author", .string(head.author)),
          JSONMember("level", .string(head.level.rawValue)),
          JSONMember("name", .string(head.name)),
          JSONMember("teaching", .array(head.teaching.map { .string($0) })),
          JSONMember("title", .string(head.title)),
        ])),
      JSONMember("starts", time(head.starts)),
      JSONMember("traps", .array(items.flatMap(trapObjects))),
    ])
  }

  private var agreement: JSONValue {
    func side(_ agreements: [ScaleName: Agreement]) -> JSONValue {
      .object(
        ScaleName.allCases.map { scale in
          JSONMember(scale.rawValue, agreements[scale].map(object) ?? .null)
        })
    }
    return .object([
      JSONMember("author", side(author)), JSONMember("engine", side(engine)),
      JSONMember("interval", .string("Fleiss-Cohen-Everitt 1969, 95 %")),
      JSONMember("weights", .string("quadratic")),
    ])
  }

  private func object(_ agreement: Agreement) -> JSONValue {
    .object([
      JSONMember("answered", .int(agreement.answered)), JSONMember("asked", .int(agreement.asked)),
      JSONMember("graded", .int(agreement.graded)), JSONMember("kappa", number(agreement.kappa)),
      JSONMember("lower", number(agreement.lower)),
      JSONMember("percent", number(agreement.percent)),
      JSONMember("reasons", .array(agreement.reasons.map { .string($0) })),
      JSONMember("same", .int(agreement.same)), JSONMember("upper", number(agreement.upper)),
    ])
  }

  private func object(_ item: Item) -> JSONValue {
    .object([
      JSONMember("answeredAt", time(item.answer.map { $0.at ?? item.asked.at })),
      JSONMember("at", time(item.asked.at)), JSONMember("crs", object(item, .crs)),
      JSONMember("facts", chosen(item.facts)), JSONMember("icans", object(item, .icans)),
      JSONMember("next", chosen(item.next)), JSONMember("question", .string(item.asked.id)),
      JSONMember("sure", text(item.answer?.sure?.rawValue)),
    ])
  }

  private func object(_ item: Item, _ scale: ScaleName) -> JSONValue {
    let said = item.asked.engine[scale.scale]
    let evidence = said.evidence.filter { $0.grade == said.atLeast }
    return .object([
      JSONMember("answer", grade(item.answer?[scale])),
      JSONMember("author", grade(item.asked.author(scale))),
      JSONMember("because", text(item.asked.author[scale]?.because)),
      JSONMember("engine", grade(item.asked.engine(scale))),
      JSONMember(
        "reasons",
        .array(
          evidence.map {
            .object([
              JSONMember("rule", .string($0.rule)), JSONMember("text", .string($0.text)),
            ])
          })),
      JSONMember("status", .string(said.status.rawValue)),
    ])
  }

  private func trapObjects(_ item: Item) -> [JSONValue] {
    item.traps.map { trap in
      .object([
        JSONMember("answer", grade(trap.answer)), JSONMember("question", .string(item.asked.id)),
        JSONMember("rule", .string(trap.rule)), JSONMember("scale", .string(trap.scale.rawValue)),
        JSONMember("text", .string(trap.text)),
      ])
    }
  }

  private func chosen(_ chosen: Item.Chosen?) -> JSONValue {
    guard let chosen else { return .null }
    func list(_ ids: [String]) -> JSONValue { .array(ids.map { .string($0) }) }
    return .object([
      JSONMember("left", list(chosen.left)), JSONMember("right", list(chosen.right)),
      JSONMember("wrong", list(chosen.wrong)),
    ])
  }

  private func object(_ confidence: Confidence) -> JSONValue {
    .object([
      JSONMember("answered", .int(confidence.answered)),
      JSONMember("correct", .int(confidence.correct)),
      JSONMember("sure", .string(confidence.sure.rawValue)),
    ])
  }

  private func object(_ rise: Deterioration) -> JSONValue {
    .object([
      JSONMember("at", time(rise.at)), JSONMember("from", rise.from.map { .int($0) } ?? .null),
      JSONMember("minutes", minutes(from: rise.at, to: rise.recognised)),
      JSONMember("recognised", time(rise.recognised)),
      JSONMember("scale", .string(rise.scale.rawValue)), JSONMember("to", .int(rise.to)),
    ])
  }

  private func object(_ alert: Acknowledged) -> JSONValue {
    .object([
      JSONMember("acknowledged", time(alert.acknowledged)),
      JSONMember("minutes", minutes(from: alert.shown, to: alert.acknowledged)),
      JSONMember("priority", .int(alert.alert.priority.rawValue)),
      JSONMember("rule", .string(alert.alert.rule.id)), JSONMember("shown", time(alert.shown)),
      JSONMember("text", .string(alert.alert.text)),
    ])
  }

  private func object(_ missed: (overdue: Instant, item: DueObservation)) -> JSONValue {
    .object([
      JSONMember("due", time(missed.item.due)), JSONMember("overdue", time(missed.overdue)),
      JSONMember("what", .string(missed.item.what.rawValue)),
      JSONMember("why", .string(missed.item.why)),
    ])
  }

  private func object(_ rule: RuleText) -> JSONValue {
    .object([
      JSONMember("id", .string(rule.id)), JSONMember("source", .string(rule.source)),
      JSONMember("text", .string(rule.text)),
    ])
  }

  private func time(_ t: Instant?) -> JSONValue {
    t.map { .string(Timestamp.local($0, in: record.scenario.zone)) } ?? .null
  }

  private func minutes(from start: Instant, to end: Instant?) -> JSONValue {
    end.map { .int(Int(($0 - start).wholeMinutes)) } ?? .null
  }

  private func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  private func grade(_ grade: GivenGrade?) -> JSONValue {
    switch grade {
    case .grade(let grade): .int(grade)
    case .notGradable: .string(GivenGrade.notGradableWord)
    case nil: .null
    }
  }

  // Twelve decimals: what a double holds of a number up to a hundred, the same on every machine.
  private func number(_ value: Double?) -> JSONValue {
    guard let value, value.isFinite else { return .null }
    let coefficient = Int64((value * 1e12).rounded())
    return DecimalNumber(coefficient: coefficient, exponent: -12).map { .number($0) } ?? .null
  }
}
