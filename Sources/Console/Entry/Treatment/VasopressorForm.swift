package import Clinical
import Grading

/// A vasoactive drug: chosen from those that run by a digit, or named.
package struct VasopressorForm: EntryForm {
  package init() {}
  package let title = EntryWord.titleVasopressor

  static let actions = [
    EntryOption("s", "start", .actionStart), EntryOption("c", "change", .actionChange),
    EntryOption("x", "stop", .actionStop), EntryOption("b", "bolus", .actionPush),
  ]
  static let purposes = [
    EntryOption("h", "hypotension", .forHypotension), EntryOption("s", "sepsis", .forSepsis),
    EntryOption("d", "sedation", .forSedation), EntryOption("b", "bleeding", .forBleeding),
    EntryOption("a", "anaphylaxis", .forAnaphylaxis), EntryOption("o", "other", .forOther),
  ]

  package func fields(_ reading: FormReading) -> [FieldSpec] {
    let running = reading.context.bedside.agents
    let agent = Self.agent(reading)
    let current = Self.running(reading)
    var specs = [
      FieldSpec(
        "agent", EntryText(.agent), .name(.agent), isRequired: true,
        remark: EntryText(.agentHelp))
    ]
    if agent == .other {
      specs.append(FieldSpec("agentName", .agentName, .text(64), isRequired: true))
    }
    specs.append(
      FieldSpec("action", .action, .choice(Self.actions, advances: true), isRequired: true))
    if reading["action"].choice != "stop" {
      let rule = AmountRule.rate(of: agent)
      let rate = current.flatMap { agent in
        agent.rate.map { FieldSpec.Last(.amount($0), at: agent.changedAt) }
      }
      specs.append(
        FieldSpec(
          "rate", reading["action"].choice == "bolus" ? .dose : .rate, .amount(rule),
          unit: rule.standard.label, last: rate))
    }
    if reading["action"].choice == "start", running.contains(where: { $0 != current }) {
      specs.append(
        FieldSpec(
          "switchFrom", EntryText(.switchFrom), .name(.agent), remark: EntryText(.switchHelp)))
    }
    specs.append(
      FieldSpec(
        "indication", EntryText(.indication), .choice(Self.purposes, advances: true),
        remark: EntryText(.emptyIsHypotension)))
    return specs
  }

  private static func agent(_ reading: FormReading) -> VasoactiveAgent? {
    reading["agent"].text.flatMap(VasoactiveAgent.init(rawValue:))
  }

  // The drug that runs and of which the form speaks; of two other ones the name tells.
  private static func running(_ reading: FormReading) -> BedsideAtHand.Agent? {
    agent(reading).flatMap { agent in
      let name = agent == .other ? reading["agentName"].text : nil
      return reading.context.bedside.agent(
        of: Vasopressor(agent: agent, name: name, action: .change))
    }
  }

  package func contents(_ reading: FormReading) -> [Content] {
    guard let agent = Self.agent(reading),
      let action = reading.option("action", as: Vasopressor.Action.self)
    else { return [] }
    return [
      .vasopressor(
        Vasopressor(
          agent: agent, name: agent == .other ? reading["agentName"].text : nil, action: action,
          rate: reading["rate"].amount,
          switchFrom: reading["switchFrom"].text.flatMap(VasoactiveAgent.init(rawValue:)),
          indication: reading.option("indication", as: Vasopressor.Indication.self)))
    ]
  }

  package func texts(of originals: [Event], in zone: Zone) -> [String: String] {
    var texts: [String: String] = [:]
    for event in originals {
      guard case .vasopressor(let entry) = event.content else { continue }
      texts["agent"] = entry.agent.rawValue
      texts["agentName"] = entry.name
      texts["action"] = Self.actions.option(id: entry.action.rawValue).map { String($0.key) }
      texts["rate"] = entry.rate.map { "\($0.value) \($0.unit.rawValue)" }
      texts["switchFrom"] = entry.switchFrom?.rawValue
      texts["indication"] = entry.indication.flatMap {
        Self.purposes.option(id: $0.rawValue)
      }.map { String($0.key) }
    }
    return texts
  }

  package func remark(_ field: FieldSpec, _ reading: FormReading) -> FieldRemark? {
    switch field.id {
    case "action":
      guard let action = reading["action"].choice, let agent = Self.agent(reading) else {
        return nil
      }
      let runs = Self.running(reading) != nil
      let name = agent == .other ? reading["agentName"].text ?? agent.label : agent.label
      // Grading takes a change of what does not run as a start; the person should know.
      if action == "stop", !runs { return FieldRemark(EntryText(.doesNotRun, name), .out) }
      if action == "change", !runs { return FieldRemark(EntryText(.doesNotRun, name), .out) }
      if action == "start", runs { return FieldRemark(EntryText(.runsAlready, name), .out) }
      return nil
    default: return nil
    }
  }
}
