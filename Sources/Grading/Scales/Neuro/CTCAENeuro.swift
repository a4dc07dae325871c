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
      ScaleColumn(
        "tremor", .number(.count("tremor", 0...3)),
        "1 mild, 2 limits instrumental, 3 self-care activities"),
    ],
    gather: { record in
      var inputs = ScaleInputs()
      inputs.miss("encephalopathy", "events do not carry it; a clinician judges it")
      record.giveSeizure(into: &inputs) { $0.isProlonged == true ? "prolonged" : nil }
      record.giveTremor(into: &inputs)
      return inputs
    },
    rule: { inputs in
      let seizure: ClosedRange<Int>? =
        switch inputs.word("seizure") {
        case "none": 0...0
        case "briefPartial": 1...1
        case "briefGeneralised": 2...2
        case "multiple": 3...3
        case "prolonged": 4...4
        default: nil
        }
      return .highest([
        ("encephalopathy", inputs.number("encephalopathy")?.points { $0.whole ?? 0 }, 0...4),
        ("seizure", seizure, inputs.reasons["seizure"] == nil ? 0...4 : 1...4),
        (
          "tremor", inputs.number("tremor")?.points { $0.whole ?? 0 },
          inputs.reasons["tremor"] == nil ? 0...3 : 1...3
        ),
      ])
    })
}

extension ScaleRecord {
  func giveTremor(into inputs: inout ScaleInputs) {
    guard bedside.motor?.value == .tremor, !bedside.isSilenced(.motor) else {
      inputs.give(
        ScaleInput(
          "tremor", .number(LabInterval(0, comparator: nil)), text: "none entered",
          at: bedside.motor?.at, events: bedside.motor.map { [$0.id] } ?? []))
      return
    }
    inputs.miss("tremor", "there is one; events do not carry what it limits")
  }
}
