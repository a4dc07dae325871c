import Clinical

extension ScaleRecord {
  /// The newest reading of a vital sign within its limit (clinical-rules 1.7).
  func vital(
    _ name: String, _ measure: Measure, into inputs: inout ScaleInputs,
    _ quantity: (Vitals) -> Quantity?
  ) {
    guard let entry = observed.vitals.last(where: { quantity($0.value) != nil }),
      let sent = quantity(entry.value), let value = measure.normalised(sent)
    else { return }
    guard at < entry.at + bedside.vitalsLife(onDay: zone.dayNumber(of: entry.at)) else {
      inputs.miss(name, "expired")
      return
    }
    inputs.give(
      ScaleInput(
        name, .number(LabInterval(value, comparator: sent.comparator)), text: sent.written,
        unit: sent.unit.rawValue, at: entry.at, events: [entry.id],
        awaitsCosignature: entry.awaitsCosignature))
  }

  /// The highest temperature of the last 24 h.
  func highestTemperature(_ name: String, into inputs: inout ScaleInputs) {
    let readings = observed.vitals.filter { $0.at > at - .hours(24) }.compactMap {
      entry -> (ObservedFacts.Entry<Vitals>, Quantity, DecimalNumber)? in
      guard let sent = entry.value.temperature, let value = Measure.temperature.normalised(sent)
      else { return nil }
      return (entry, sent, value)
    }
    // Of equal ones the newest.
    guard let (entry, sent, value) = readings.max(by: { $0.2 <= $1.2 }) else {
      inputs.miss(name, "no temperature within 24 h")
      return
    }
    inputs.give(
      ScaleInput(
        name, .number(LabInterval(value, comparator: sent.comparator)), text: sent.written,
        unit: sent.unit.rawValue, at: entry.at, events: [entry.id],
        awaitsCosignature: entry.awaitsCosignature))
  }

  /// Age in completed years.
  func age(_ name: String, into inputs: inout ScaleInputs) {
    guard let age else {
      inputs.miss(name, "no birth date")
      return
    }
    inputs.give(
      ScaleInput(
        name, .number(LabInterval(DecimalNumber(age), comparator: nil)), text: "\(age)",
        unit: "a"))
  }

  /// A finding of any of these names, as it was last entered.
  func finding(_ column: String, _ names: [String], into inputs: inout ScaleInputs) {
    let entries = names.compactMap { observed.findings[$0] }
    guard let entry = entries.max(by: { $0.at < $1.at }) else {
      inputs.miss(column, "not entered as a finding, present or absent")
      return
    }
    inputs.give(
      ScaleInput(
        column, .flag(entry.value.present), text: entry.value.present ? "yes" : "no",
        at: entry.at, events: [entry.id], awaitsCosignature: entry.awaitsCosignature))
  }
}

extension Quantity {
  /// The value as it was written, with its comparator.
  var written: String { (comparator?.rawValue ?? "") + value.description }
}
