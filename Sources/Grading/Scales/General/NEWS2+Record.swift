import Clinical

extension ScaleRecord {
  /// The items of NEWS2 from readings that have not expired.
  func news2Facts() -> ScaleInputs {
    var inputs = ScaleInputs()
    age("age", into: &inputs)
    vital("respiratoryRate", .respiratoryRate, into: &inputs) { $0.respiratoryRate }
    vital("spo2", .spo2, into: &inputs) { $0.spo2 }
    vital("systolic", .systolic, into: &inputs) { $0.systolic }
    vital("pulse", .pulse, into: &inputs) { $0.heartRate ?? $0.pulse }
    vital("temperature", .temperature, into: &inputs) { $0.temperature }
    giveAir(hasSaturation: inputs.given["spo2"] != nil, into: &inputs)
    giveConsciousness(into: &inputs)
    if let entry = observed.findings["hypercapnia"], entry.value.present {
      inputs.give(
        ScaleInput(
          "spo2Scale", .number(LabInterval(2, comparator: nil)), text: "2", at: entry.at,
          events: [entry.id]))
    }
    if observed.findings["pregnancy"]?.value.present == true {
      finding("pregnant", ["pregnancy"], into: &inputs)
    }
    return inputs
  }

  private func giveAir(hasSaturation: Bool, into inputs: inout ScaleInputs) {
    if let state = bedside.oxygen {
      let isAir = state.isRoomAir
      inputs.give(
        ScaleInput(
          "oxygen", .word(isAir ? "air" : "oxygen"), text: state.device.rawValue, at: state.at,
          events: [state.id]))
    } else if hasSaturation {
      inputs.give(ScaleInput("oxygen", .word("air"), text: "no oxygen was ever entered"))
    }
  }

  // The newer of a level of consciousness and an ICE or CAPD, each of which says that the patient
  // was awake. Whoever has lost a point of orientation is newly confused.
  private func giveConsciousness(into inputs: inout ScaleInputs) {
    func give(_ word: String, _ text: String, _ at: Instant, _ id: EventID) {
      inputs.give(
        ScaleInput("consciousness", .word(word), text: text, at: at, events: [id]))
    }
    let level = bedside.consciousness.flatMap { at < $0.expires ? $0 : nil }
    let test = bedside.cognitionReading.flatMap { at < $0.0.expires ? $0 : nil }
    if let level, level.level != .awake, test.map({ $0.0.at < level.at }) ?? true {
      if level.cause == .sleep {
        inputs.miss("consciousness", "asleep when it was looked at")
        return
      }
      give(Self.word(level.level), level.level.rawValue, level.at, level.id)
      return
    }
    if let (test, instrument) = test {
      if test.isUnarousable {
        give("unresponsive", "unarousable", test.at, test.id)
        return
      }
      switch instrument == .ice ? hasLostOrientation(test.id) : false {
      case true: give("confusion", "orientation below 4", test.at, test.id)
      case false: give("alert", "awake", test.at, test.id)
      case nil: inputs.miss("consciousness", "orientation was not recorded by itself")
      }
    } else if let level {
      give("alert", "awake", level.at, level.id)
    } else {
      inputs.miss(
        "consciousness", bedside.consciousness == nil ? "not recorded" : "expired")
    }
  }

  private static func word(_ level: Consciousness.Level) -> String {
    switch level {
    case .awake: "alert"
    case .voice: "voice"
    case .tactile, .vigorous: "pain"
    case .unarousable: "unresponsive"
    }
  }

  // `nil` where neither its points nor its items nor the total tell: a total alone may have lost them
  // in another part.
  private func hasLostOrientation(_ id: EventID) -> Bool? {
    guard let entry = observed.ice.last(where: { $0.id == id })?.value else { return nil }
    let full = ICEPart.orientation.maximum
    let items = ICEPart.orientation.items.map { entry.items?[$0] }
    if items.contains(0) { return true }
    if let points = entry.orientation { return points < full }
    if items.allSatisfy({ $0 == 1 }) { return false }
    guard let points = entry.points else { return nil }
    if points.high < full { return true }
    return points.low == ICEItem.allCases.count ? false : nil
  }
}
