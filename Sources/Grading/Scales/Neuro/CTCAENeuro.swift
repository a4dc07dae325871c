import Clinical

extension OtherScale {
  /// CTCAE v5 of the nervous system: the highest of encephalopathy, seizure and tremor.
  static let ctcaeNeuro = OtherScale(
    "CTCAE-NEURO", "neurotoxicity by CTCAE v5", source: "CTCAE v5", fromMemory: true,
    firstDay: 0,
    columns: [
      ScaleColumn(
        "encephalopathy", .number(.count("encephalopathy", 0...4)),
        "1 mild, 2 limits instrumental, 3 self-care activities, 4 life-threatening"),
      ScaleColumn(
        "seizure", .word(["none", "briefPartial", "briefGeneralised", "multiple", "prolonged"]),
        "multiple: in spite of treatment, or new onset; prolonged: life-threatening, repetitive"),
      .anySeizure,
      ScaleColumn(
        "tremor", .number(.count("tremor", 0...3)),
        "1 mild, 2 limits instrumental, 3 self-care activities"),
      ScaleColumn("anyTremor", .flag, "a tremor, whatever it limits", optional: true),
    ],
    gather: { record in
      var inputs = ScaleInputs()
      inputs.miss("encephalopathy", "events do not carry it; a clinician judges it")
      record.giveSeizure(into: &inputs, grade: seizureGrade) {
        $0.isProlonged == true ? "prolonged" : nil
      }
      record.giveTremor(into: &inputs)
      return inputs
    },
    rule: { inputs in
      .highest([
        ScaleDomain(
          "encephalopathy", inputs.number("encephalopathy")?.points { $0.whole ?? 0 }, 0...4),
        ScaleDomain(
          "seizure", inputs.word("seizure").flatMap(seizureGrade).map { $0...$0 },
          ifThere: 1...4, inputs.flag("anySeizure")),
        ScaleDomain(
          "tremor", inputs.number("tremor")?.points { $0.whole ?? 0 }, ifThere: 1...3,
          inputs.flag("anyTremor")),
      ])
    })

  private static func seizureGrade(_ word: String) -> Int? {
    switch word {
    case "none": 0
    case "briefPartial": 1
    case "briefGeneralised": 2
    case "multiple": 3
    case "prolonged": 4
    default: nil
    }
  }
}

extension ScaleRecord {
  func giveTremor(into inputs: inout ScaleInputs) {
    guard let entry = bedside.motor, entry.value == .tremor, !bedside.isSilenced(.motor) else {
      inputs.give(
        ScaleInput(
          "tremor", .number(LabInterval(0, comparator: nil)), text: "none entered",
          at: bedside.motor?.at, events: bedside.motor.map { [$0.id] } ?? []))
      return
    }
    inputs.give(
      ScaleInput("anyTremor", .flag(true), text: "yes", at: entry.at, events: [entry.id]))
    inputs.miss("tremor", "there is one; events do not carry what it limits")
  }
}
