import Clinical

/// Motor findings and signs of raised pressure.
enum NeuroSigns {
  static let motors = [
    EntryOption("n", "none", .noFinding), EntryOption("w", "deepFocalWeakness", .motorDeepWeakness),
    EntryOption("d", "mildDrift", .motorDrift),
    EntryOption("g", "generalisedWeakness", .motorGeneralised),
    EntryOption("t", "tremor", .motorTremor), EntryOption("m", "myoclonus", .motorMyoclonus),
  ]
  static let sides = [
    EntryOption("l", "left", .sideLeft), EntryOption("r", "right", .sideRight),
    EntryOption("b", "both", .sideBoth),
  ]
  /// The first says that nothing was found and stands alone.
  static let pressures = [
    EntryOption("n", "none", .noFinding), EntryOption("f", "focalOedema", .oedemaFocal),
    EntryOption("d", "diffuseOedema", .oedemaDiffuse),
    EntryOption("e", "decerebratePosturing", .posturingDecerebrate),
    EntryOption("c", "decorticatePosturing", .posturingDecorticate),
    EntryOption("6", "sixthNervePalsy", .sixthNerve),
    EntryOption("p", "papilloedema", .papilloedema),
    EntryOption("t", "cushingTriad", .cushingTriad), EntryOption("h", "haemorrhage", .haemorrhage),
  ]

  static func specs(_ reading: FormReading) -> [FieldSpec] {
    let facts = reading.context.facts
    var specs = [
      FieldSpec(
        "motor", .motor, .choice(motors, advances: true),
        last: facts.motor.map { FieldSpec.Last(.choice($0.entry.finding.rawValue), at: $0.at) })
    ]
    if let finding = reading["motor"].choice, finding != "none" {
      specs.append(FieldSpec("side", .side, .choice(sides, advances: true)))
    }
    specs.append(
      FieldSpec(
        "intracranial", .raisedPressure, .choices(pressures),
        last: facts.intracranial.map {
          FieldSpec.Last(.choices($0.entry.findings.map(\.rawValue)), at: $0.at)
        }))
    return specs
  }

  static func contents(_ reading: FormReading) -> [Content] {
    var contents: [Content] = []
    if let finding = reading.option("motor", as: Motor.Sign.self) {
      contents.append(.motor(Motor(finding: finding, side: reading["side"].choice)))
    }
    if case .choices(let ids) = reading["intracranial"] {
      let findings = ids.compactMap(Intracranial.Sign.init(rawValue:))
      if !findings.isEmpty { contents.append(.intracranial(Intracranial(findings: findings))) }
    }
    return contents
  }

  static func texts(of motor: Motor) -> [String: String] {
    var texts: [String: String] = [:]
    texts["motor"] = motors.option(id: motor.finding.rawValue).map { String($0.key) }
    texts["side"] = motor.side.flatMap { sides.option(id: $0) }.map { String($0.key) }
    return texts
  }

  static func texts(of entry: Intracranial) -> [String: String] {
    let keys = entry.findings.compactMap { pressures.option(id: $0.rawValue) }.map(\.key)
    return ["intracranial": String(keys)]
  }
}
