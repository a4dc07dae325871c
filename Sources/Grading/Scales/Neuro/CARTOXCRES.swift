import Clinical

extension OtherScale {
  /// CRES by CARTOX: CARTOX-10, raised intracranial pressure, seizures and motor weakness.
  ///
  /// CARTOX-10 has the head of state and no command: an ICE is never converted into it.
  static let cartoxCRES = OtherScale(
    "CARTOX-CRES", "neurotoxicity (CRES) by CARTOX", source: "cancerbiomed 7893 table 4",
    fromMemory: true, remark: "an ICE is never converted to CARTOX-10",
    firstDay: 0,
    columns: [
      ScaleColumn(
        "cartox10", .number(.count("cartox10", 0...10)),
        "CARTOX-10: orientation 5, naming 3, writing 1, attention 1"),
      ScaleColumn("obtunded", .flag, "obtunded, cannot perform"),
      ScaleColumn(
        "seizure", .word(["none", "partial", "nonConvulsive", "generalised", "status"]),
        "the worst seizure; nonConvulsive: one that answers to a benzodiazepine"),
      .anySeizure,
      ScaleColumn("motorWeakness", .flag, "new motor weakness"),
      ScaleColumn("oedema", .flag, "cerebral oedema on imaging"),
      ScaleColumn(
        "papilloedemaStage", .number(.count("papilloedemaStage", 0...5)), "stage of papilloedema"),
      ScaleColumn(
        "papilloedema", .flag, "papilloedema, whatever its stage", optional: true),
      ScaleColumn(
        "csfPressure",
        .number(Measure("csfPressure", .millimetreOfMercury, possible: 0...150)),
        "opening pressure of cerebrospinal fluid", optional: true),
    ], gather: { $0.cresFacts() }, rule: cres)

  private static func cres(_ inputs: ScaleInputs) -> ScaleFinding {
    let score = inputs.number("cartox10").map { interval in
      interval.points { $0 >= 10 ? 0 : $0 >= 7 ? 1 : $0 >= 3 ? 2 : 3 }
    }
    let level = inputs.flag("obtunded").map { $0 ? 4...4 : 0...0 }
    let seizure = inputs.word("seizure").flatMap(cresSeizure).map { $0...$0 }
    // Any papilloedema is at least 3, 4 from stage 3 on.
    let stage = inputs.number("papilloedemaStage").map { interval in
      interval.points { $0 >= 3 ? 4 : $0 >= 1 ? 3 : 0 }
    }
    // A pressure below 20 was measured for its own reason: no sign by itself.
    let pressure = inputs.number("csfPressure").map { $0.points { $0 >= 20 ? 4 : 0 } }
    let domains: [ScaleDomain] = [
      ScaleDomain("cartox10", score, 0...3), ScaleDomain("obtunded", level, 0...4),
      ScaleDomain("seizure", seizure, ifThere: 3...4, inputs.flag("anySeizure")),
      ScaleDomain("motorWeakness", inputs.flag("motorWeakness").map { $0 ? 4...4 : 0...0 }, 0...4),
      ScaleDomain("oedema", inputs.flag("oedema").map { $0 ? 4...4 : 0...0 }, 0...4),
      ScaleDomain("papilloedemaStage", stage, ifThere: 3...4, inputs.flag("papilloedema")),
      ScaleDomain("csfPressure", pressure, 0...0),
    ]
    return ScaleFinding.highest(domains)
  }

  /// The grade of a seizure by its word; `nil` for a word that is none of them.
  static func cresSeizure(_ word: String) -> Int? {
    switch word {
    case "none": 0
    case "partial", "nonConvulsive": 3
    case "generalised", "status": 4
    default: nil
    }
  }
}

extension ScaleRecord {
  /// The facts of CRES that events carry.
  func cresFacts() -> ScaleInputs {
    var inputs = ScaleInputs()
    inputs.miss("cartox10", "events carry ICE, which is never converted to CARTOX-10")
    inputs.miss("papilloedemaStage", "events do not carry the stage")
    guard isInfused else { return inputs }
    giveObtunded(into: &inputs)
    giveSeizure(into: &inputs, grade: OtherScale.cresSeizure) { seizure in
      if seizure.isProlonged == true { return "status" }
      return switch seizure.form {
      case .generalised: "generalised"
      case .focal: seizure.isProlonged == false ? "partial" : nil
      case .nonConvulsive, nil: nil
      }
    }
    giveSign(
      "motorWeakness", .motor, bedside.motor?.value == .deepFocalWeakness, bedside.motor?.at,
      bedside.motor?.id, into: &inputs)
    let found = bedside.intracranial?.value ?? []
    let isBleeding = found.contains(.haemorrhage)
    giveSign(
      "oedema", .intracranial,
      !isBleeding && (found.contains(.focalOedema) || found.contains(.diffuseOedema)),
      bedside.intracranial?.at, bedside.intracranial?.id, into: &inputs)
    let isSwollen = found.contains(.papilloedema) && !bedside.isSilenced(.intracranial)
    giveSign(
      isSwollen ? "papilloedema" : "papilloedemaStage", .intracranial, isSwollen ? true : nil,
      bedside.intracranial?.at, bedside.intracranial?.id, into: &inputs)
    return inputs
  }

  private func giveObtunded(into inputs: inout ScaleInputs) {
    let reading = bedside.consciousness.flatMap { at < $0.expires ? $0 : nil }
    let test = bedside.cognitionReading.flatMap { at < $0.0.expires ? $0.0 : nil }
    guard !bedside.isSilenced(.consciousness) else {
      inputs.give(ScaleInput("obtunded", .flag(false), text: "no: another cause"))
      return
    }
    if let reading, reading.isOfICANS, test.map({ $0.at <= reading.at }) ?? true {
      let isSo = reading.level >= .vigorous
      inputs.give(
        ScaleInput(
          "obtunded", .flag(isSo), text: reading.level.rawValue, at: reading.at,
          events: [reading.id]))
    } else if let test {
      inputs.give(
        ScaleInput(
          "obtunded", .flag(test.isUnarousable), text: test.isUnarousable ? "unarousable" : "no",
          at: test.at, events: [test.id]))
    } else {
      inputs.miss("obtunded", "no level of consciousness in force")
    }
  }

  // Entered only when found: none entered means none found (clinical-rules 2.6).
  private func giveSign(
    _ name: String, _ domain: Domain, _ isThere: Bool?, _ at: Instant?, _ id: EventID?,
    into inputs: inout ScaleInputs
  ) {
    let isSo = isThere == true && !bedside.isSilenced(domain)
    let value: ScaleInput.Value =
      isThere == nil ? .number(LabInterval(0, comparator: nil)) : .flag(isSo)
    inputs.give(
      ScaleInput(
        name, value, text: id == nil ? "none entered" : isSo ? "yes" : "no", at: at,
        events: id.map { [$0] } ?? []))
  }
}
