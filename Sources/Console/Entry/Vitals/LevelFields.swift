import Clinical

/// Level of consciousness, shared by the round of vital signs and the form of ICE.
package enum LevelFields {
  package static let levels = [
    EntryOption("a", "awake", .levelAwake), EntryOption("v", "voice", .levelVoice),
    EntryOption("t", "tactile", .levelTactile), EntryOption("g", "vigorous", .levelVigorous),
    EntryOption("u", "unarousable", .levelUnarousable),
  ]
  static let causes = [
    EntryOption("i", "icans", .causeICANS), EntryOption("s", "sedation", .causeSedation),
    EntryOption("l", "sleep", .causeSleep), EntryOption("o", "other", .causeOther),
  ]

  static func specs(_ reading: FormReading, mayBeNotDone: Bool) -> [FieldSpec] {
    var specs = [
      FieldSpec(
        "level", .consciousness, .choice(levels, advances: true), mayBeNotDone: mayBeNotDone,
        last: reading.context.facts.consciousness.map {
          FieldSpec.Last(.choice($0.entry.level.rawValue), at: $0.at)
        })
    ]
    switch reading["level"].choice {
    case "voice":
      // Waking from ordinary sleep is no entry of "voice" (clinical-rules 2.4).
      specs.append(
        FieldSpec(
          "staysAwake", .staysAwake, .choice(EntryOption.yesNo, advances: true), isRequired: true))
      if reading.flag("staysAwake") != true { specs.append(causeSpec) }
    case "tactile", "vigorous", "unarousable": specs.append(causeSpec)
    default: break
    }
    return specs
  }

  private static let causeSpec = FieldSpec(
    "cause", EntryText(.causeOfLevel), .choice(causes, advances: true),
    remark: EntryText(.emptyIsICANS))

  static func content(_ reading: FormReading) -> Consciousness? {
    guard let level = reading.option("level", as: Consciousness.Level.self) else { return nil }
    if level == .voice, reading.flag("staysAwake") == true {
      return Consciousness(level: .awake)
    }
    return Consciousness(
      level: level,
      cause: level == .awake ? nil : reading.option("cause", as: Consciousness.Cause.self))
  }

  static func texts(of entry: Consciousness) -> [String: String] {
    var texts: [String: String] = [:]
    texts["level"] = levels.option(id: entry.level.rawValue).map { String($0.key) }
    texts["staysAwake"] = entry.level == .voice ? "n" : nil
    texts["cause"] = entry.cause.flatMap { causes.option(id: $0.rawValue) }.map { String($0.key) }
    return texts
  }
}
