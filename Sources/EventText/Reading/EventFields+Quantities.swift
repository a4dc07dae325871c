internal import Clinical

/// What a quantity field takes.
struct Accepted {
  /// As a sentence names it: `temperature`, `a rate`.
  let name: String
  /// The units that fit, the usual one first.
  let units: [Unit]
  let measure: Measure?
  /// A value as a refusal shows it.
  let example: String

  init(_ measure: Measure, example: String) {
    name = measure.name
    units = measure.conversions.map(\.unit)
    self.measure = measure
    self.example = example
  }

  init(_ name: String, units: [Unit], example: String) {
    self.name = name
    self.units = units
    measure = nil
    self.example = example
  }

  static let temperature = Accepted(.temperature, example: "38.4")
  static let heartRate = Accepted(.heartRate, example: "118")
  static let pulse = Accepted(.pulse, example: "116")
  static let systolic = Accepted(.systolic, example: "92")
  static let diastolic = Accepted(.diastolic, example: "50")
  static let meanArterial = Accepted(.meanArterial, example: "64")
  static let respiratoryRate = Accepted(.respiratoryRate, example: "22")
  static let spo2 = Accepted(.spo2, example: "93")
  static let flow = Accepted(.flow, example: "4")
  static let fio2 = Accepted(.fio2, example: "40")
  static let volume = Accepted(.volume, example: "500")
  static let weight = Accepted(.weight, example: "58")
  static let height = Accepted(.height, example: "165")
  static let duration = Accepted(.duration, example: "90")
  static let cellDose = Accepted(.cellDose, example: "1")
  static let rate = Accepted("a rate", units: Measure.pressorRateUnits, example: "0.08")
  static let drugDose = Accepted("a dose", units: Measure.drugDoseUnits, example: "8")
}

extension EventFields {
  /// A value with its unit: `{"value": 38.4, "unit": "Cel"}`, perhaps with a comparator.
  func quantity(_ field: Field, _ accepted: Accepted) throws(Refusal) -> Quantity? {
    guard let node = node(field) else { return nil }
    guard text.nodes[node].kind == .object else {
      throw refusal(
        field,
        text.nodes[node].kind.isNumber
          ? "\(text.number(node)) is a bare number, without a unit"
          : "\(describe(node)) stands where a value with its unit belongs",
        remedy: "write \(example(field, accepted, bare: node))")
    }
    var value: DecimalNumber?
    var unit: Unit?
    var comparator: Comparator?
    for name in text.members(of: node) {
      let part = name + 1
      if text.nodes[part].kind == .null { continue }
      switch Field(text.content(name)) {
      case .value:
        guard text.nodes[part].kind.isNumber else { throw notANumber(part, "\(field.name).value") }
        value = text.number(part)
      case .unit: unit = try self.unit(part, field, accepted)
      case .comparator: comparator = try word(part, "\(field.name).comparator")
      default:
        let written = text.string(name)
        throw Refusal(
          field: "\(field.name).\(Echo.cut(written))", problem: "a quantity has no such field",
          nearest: NearestName.of(written, in: ["value", "unit", "comparator"]))
      }
    }
    guard let value else {
      throw Refusal(
        field: "\(field.name).value", problem: "it is missing",
        remedy: "write \(example(field, accepted, bare: nil)), or leave \(field.name) out")
    }
    guard let unit else {
      throw Refusal(
        field: "\(field.name).unit", problem: "it is missing",
        remedy: "write \(Prose.list(accepted.units.map(\.rawValue)))")
    }
    let quantity = Quantity(value, unit, comparator: comparator)
    try refuseImpossible(quantity, field, accepted)
    return quantity
  }

  func number(_ node: Int, _ path: String) throws(Refusal) -> DecimalNumber {
    guard text.nodes[node].kind.isNumber else { throw notANumber(node, path) }
    return text.number(node)
  }

  private func notANumber(_ node: Int, _ path: String) -> Refusal {
    Refusal(
      field: path, problem: "\(describe(node)) stands where a number belongs",
      remedy: text.nodes[node].kind.isString ? "write the number without quotes" : "write a number")
  }

  private func unit(
    _ node: Int, _ field: Field, _ accepted: Accepted
  ) throws(Refusal) -> Unit {
    if text.nodes[node].kind.isString, let unit = UnitNames.unit(text.content(node)),
      accepted.units.contains(unit)
    {
      return unit
    }
    throw notAUnit(node, field, accepted)
  }

  private func notAUnit(_ node: Int, _ field: Field, _ accepted: Accepted) -> Refusal {
    let fitting = accepted.units.map(\.rawValue)
    var refusal = Refusal(
      field: "\(field.name).unit", problem: "\(describe(node)) stands where a unit belongs",
      remedy: "write \(Prose.list(fitting))")
    guard text.nodes[node].kind.isString else { return refusal }
    let written = text.string(node)
    if UnitNames.unit(text.content(node)) == .millilitrePerHour {
      refusal.problem = "\(Echo.quoted(written)) tells no dose without the concentration"
      refusal.remedy = "write the dose, in \(Prose.list(fitting))"
    } else {
      refusal.problem = "\(Echo.quoted(written)) is not a unit of \(accepted.name)"
      refusal.nearest = NearestName.of(written, in: fitting)
    }
    return refusal
  }

  // One impossible value refuses the whole event (clinical-rules 6, contract 1.2).
  private func refuseImpossible(
    _ quantity: Quantity, _ field: Field, _ accepted: Accepted
  ) throws(Refusal) {
    guard let measure = accepted.measure, let range = measure.possible else {
      guard quantity.value >= .zero else {
        throw impossible(quantity, field, "0 and above")
      }
      return
    }
    guard let value = measure.normalised(quantity), range.contains(value),
      !(quantity.comparator == .less && value == range.lowerBound),
      !(quantity.comparator == .greater && value == range.upperBound)
    else {
      throw impossible(
        quantity, field, "\(range.lowerBound) to \(range.upperBound) \(measure.unit.rawValue)")
    }
  }

  private func impossible(_ quantity: Quantity, _ field: Field, _ limits: String) -> Refusal {
    let sent = (quantity.comparator?.rawValue ?? "") + "\(quantity.value) \(quantity.unit.rawValue)"
    return Refusal(
      field: "\(field.name).value", problem: "\(sent) cannot be true; possible are \(limits)",
      remedy: "check value and unit; nothing of this event was taken")
  }

  // The object to write, with the number that was written where there is one.
  private func example(_ field: Field, _ accepted: Accepted, bare node: Int?) -> String {
    var value = accepted.example
    if let node, text.nodes[node].kind.isNumber { value = text.number(node).description }
    return
      "\"\(field.name)\": {\"value\": \(value), \"unit\": \"\(accepted.units.first?.rawValue ?? "")\"}"
  }
}
