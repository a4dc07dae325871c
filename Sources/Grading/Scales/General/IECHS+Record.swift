import Clinical

extension ScaleRecord {
  /// The items of IEC-HS that events carry.
  func iecHSFacts() -> ScaleInputs {
    var inputs = ScaleInputs()
    guard isInfused else { return inputs }
    inputs.limits = observed.limits.settings
    let ferritin = LabVariable.ferritin
    withLimits("ferritin", ferritin, into: &inputs)
    if let newest = observed.labs[ferritin]?.last, inputs.given["ferritin"] != nil {
      let before = (observed.labs[ferritin] ?? []).filter {
        $0.at < newest.at && $0.at >= newest.at - .hours(24)
      }
      if let lowest = before.min(by: { value($0, ferritin) < value($1, ferritin) }) {
        give("ferritinBefore", lowest, ferritin.measure, into: &inputs)
      }
    }
    withLimits("ast", .aspartateAminotransferase, into: &inputs)
    withLimits("alt", .alanineAminotransferase, into: &inputs)
    lab("fibrinogen", .fibrinogen, into: &inputs)
    if inputs.given["fibrinogen"] != nil, let entry = observed.labs[.fibrinogen]?.last {
      limit(
        "fibrinogenLower", entry.value.lower, of: entry, LabVariable.fibrinogen.measure,
        into: &inputs)
    }
    finding("haemophagocytosis", ["haemophagocytosis", "hemophagocytosis"], into: &inputs)
    finding("cytopenia", ["cytopenia"], into: &inputs)
    if let isCRSResolving {
      inputs.give(
        ScaleInput("crsResolving", .flag(isCRSResolving), text: isCRSResolving ? "yes" : "no"))
    } else {
      inputs.miss("crsResolving", "the grade of CRS is not known")
    }
    if let day {
      inputs.give(
        ScaleInput("day", .number(LabInterval(DecimalNumber(day), comparator: nil)), text: "\(day)")
      )
    }
    if let fevers = numberOfFevers {
      inputs.give(
        ScaleInput("secondFever", .flag(fevers >= 2), text: fevers >= 2 ? "yes" : "no"))
    } else {
      inputs.miss("secondFever", "no temperature since the infusion")
    }
    withLimits("ldh", .lactateDehydrogenase, into: &inputs)
    lab("triglycerides", .triglycerides, into: &inputs)
    if observed.findings["splenomegaly"] != nil {
      finding("splenomegaly", ["splenomegaly"], into: &inputs)
    }
    giveGrade(into: &inputs)
    return inputs
  }

  // D-30: an adjudication holds for its time, here as for ASTCT.
  private func giveGrade(into inputs: inout ScaleInputs) {
    guard
      let entry = observed.adjudications.last(where: {
        OtherScale.named($0.value.scale)?.name == "IEC-HS"
      })
    else { return }
    let grade = entry.value.grade
    guard at < entry.at + bedside.settings.adjudication else {
      let day = bedside.dayAfterInfusion(zone.dayNumber(of: entry.at)).map { " on day \($0)" }
      inputs.note(ScalePart("grade \(grade) entered\(day ?? "")", "past"))
      return
    }
    inputs.give(
      ScaleInput(
        "grade", .number(LabInterval(DecimalNumber(grade), comparator: nil)),
        text: "\(grade)", at: entry.at, events: [entry.id],
        awaitsCosignature: entry.awaitsCosignature))
  }

  // Fevers since the infusion, whatever their cause; one 24 h or more after the last is new (A01).
  // `nil` where no temperature was taken.
  private var numberOfFevers: Int? {
    guard let infused = bedside.infusedAt else { return nil }
    let limit = FeverLimit(bedside.settings)
    var number = 0
    var isMeasured = false
    var last: Instant?
    for entry in observed.vitals where entry.at > infused {
      guard let celsius = entry.value.temperature.flatMap(Measure.temperature.normalised) else {
        continue
      }
      isMeasured = true
      guard limit.isFever(celsius, site: entry.value.site) else { continue }
      if last.map({ entry.at >= $0 + .hours(24) }) ?? true { number += 1 }
      last = entry.at
    }
    return isMeasured ? number : nil
  }

  // A result that stands, with the laboratory's upper limit and the patient's own value before.
  private func withLimits(
    _ name: String, _ variable: LabVariable, into inputs: inout ScaleInputs
  ) {
    lab(name, variable, into: &inputs)
    guard inputs.given[name] != nil, let entry = observed.labs[variable]?.last else { return }
    limit(name + "Upper", entry.value.upper, of: entry, variable.measure, into: &inputs)
    if let own = baseline(variable), own.at < entry.at {
      give(name + "Baseline", own, variable.measure, into: &inputs)
    }
  }

  private func value(_ entry: Result, _ variable: LabVariable) -> DecimalNumber {
    LabInterval(entry.value)?.low ?? DecimalNumber(1_000_000_000)
  }
}
