import Clinical

extension ScaleRecord {
  /// The items of IEC-HS that events carry.
  func iecHSFacts() -> ScaleInputs {
    var inputs = ScaleInputs()
    guard isInfused else { return inputs }
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
    inputs.give(
      ScaleInput("crsResolving", .flag(isCRSResolving), text: isCRSResolving ? "yes" : "no"))
    withLimits("ldh", .lactateDehydrogenase, into: &inputs)
    lab("triglycerides", .triglycerides, into: &inputs)
    if observed.findings["splenomegaly"] != nil {
      finding("splenomegaly", ["splenomegaly"], into: &inputs)
    }
    if let entry = observed.adjudications.last(where: {
      OtherScale.named($0.value.scale)?.name == "IEC-HS"
    }) {
      inputs.give(
        ScaleInput(
          "grade", .number(LabInterval(DecimalNumber(entry.value.grade), comparator: nil)),
          text: "\(entry.value.grade)", at: entry.at, events: [entry.id],
          awaitsCosignature: entry.awaitsCosignature))
    }
    return inputs
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
