import Clinical

extension ScaleRecord {
  typealias Result = ObservedFacts.Entry<LabResult>

  /// How long a laboratory result stands for now (clinical-rules 1.7).
  static let labLife = TimeSpan.hours(48)

  /// The newest result that still stands.
  func lab(
    _ name: String, _ variable: LabVariable, _ measure: Measure? = nil,
    into inputs: inout ScaleInputs
  ) {
    guard let entry = observed.labs[variable]?.last else { return }
    guard at < entry.at + Self.labLife else {
      inputs.miss(name, "expired")
      return
    }
    give(name, entry, measure ?? variable.measure, into: &inputs)
  }

  /// The last result before lymphodepletion, not earlier than day -14 (D-31).
  ///
  /// Lymphodepletion is mostly dated by its day alone, and blood is drawn before the first dose: then
  /// the first result of that day counts as before it.
  func labBeforeLymphodepletion(
    _ name: String, _ variable: LabVariable, _ measure: Measure? = nil,
    into inputs: inout ScaleInputs
  ) {
    guard let begin = observed.lymphodepletion else {
      inputs.miss(name, "no lymphodepletion on record")
      return
    }
    let results = observed.labs[variable] ?? []
    let sameDay =
      begin.isDay
      ? results.first { zone.dayNumber(of: $0.at) == zone.dayNumber(of: begin.at) } : nil
    let before = sameDay ?? results.last { $0.at < begin.at }
    guard let before, isWithinDay14(before.at) else {
      inputs.miss(name, "no result between day -14 and lymphodepletion")
      return
    }
    give(name, before, measure ?? variable.measure, into: &inputs)
  }

  /// The last result before the infusion, not earlier than day -14 (D-31).
  func baseline(_ variable: LabVariable) -> Result? {
    guard let infused = bedside.infusedAt,
      let entry = observed.labs[variable]?.last(where: { $0.at < infused })
    else { return nil }
    return isWithinDay14(entry.at) ? entry : nil
  }

  // Before an infusion there is no day to count from.
  private func isWithinDay14(_ t: Instant) -> Bool {
    guard bedside.infusedAt != nil else { return true }
    return bedside.infusionDay - zone.dayNumber(of: t) <= 14
  }

  /// A result as an input, in the unit of the scale.
  func give(
    _ name: String, _ entry: Result, _ measure: Measure, into inputs: inout ScaleInputs
  ) {
    let result = entry.value
    guard let unit = Unit(spelling: result.unit),
      let value = measure.normalised(result.value, unit)
    else {
      inputs.miss(name, "in \(result.unit), which does not fit")
      return
    }
    inputs.give(
      ScaleInput(
        name, .number(LabInterval(value, comparator: result.comparator)),
        text: (result.comparator?.rawValue ?? "") + result.value.description, unit: result.unit,
        at: entry.at, events: [entry.id], awaitsCosignature: entry.awaitsCosignature))
  }

  /// A limit of the laboratory's reference interval, as it came with a result.
  func limit(
    _ name: String, _ limit: DecimalNumber?, of entry: Result, _ measure: Measure,
    into inputs: inout ScaleInputs
  ) {
    guard let limit, let unit = Unit(spelling: entry.value.unit),
      let value = measure.normalised(limit, unit)
    else {
      inputs.miss(name, "the laboratory sent no limit")
      return
    }
    inputs.give(
      ScaleInput(
        name, .number(LabInterval(value, comparator: nil)), text: limit.description,
        unit: entry.value.unit, at: entry.at, events: [entry.id],
        awaitsCosignature: entry.awaitsCosignature))
  }

  /// The lowest result of each of these days after the infusion, up to now.
  func lowest(
    _ name: String, _ variable: LabVariable, days: ClosedRange<Int>,
    into inputs: inout ScaleInputs
  ) {
    var lowest: [Int: LabInterval] = [:]
    var events: [EventID] = []
    var newest: Result?
    var isUnsigned = false
    for entry in observed.labs[variable] ?? [] {
      guard let day = bedside.dayAfterInfusion(zone.dayNumber(of: entry.at)), days.contains(day),
        let interval = LabInterval(entry.value)
      else { continue }
      if let other = lowest[day], other.low <= interval.low { continue }
      lowest[day] = interval
      events.append(entry.id)
      newest = entry
      isUnsigned = isUnsigned || entry.awaitsCosignature
    }
    guard let newest else {
      inputs.miss(name, "no result from day \(days.lowerBound) on")
      return
    }
    inputs.give(
      ScaleInput(
        name, .days(lowest), text: DayRuns.text(lowest), unit: variable.measure.unit.rawValue,
        at: newest.at, events: events, awaitsCosignature: isUnsigned))
  }

  /// Until when the days of a scale by day are looked at.
  func throughDay(into inputs: inout ScaleInputs) {
    guard let day else { return }
    inputs.give(
      ScaleInput(
        "throughDay", .number(LabInterval(DecimalNumber(day), comparator: nil)), text: "\(day)"))
  }
}
