internal import Clinical

extension EventFields {
  func lab() throws(Refusal) -> Lab {
    let remedy = "write [{\"code\": \"IL6\", \"value\": 874, \"unit\": \"pg/mL\"}]"
    let node = try required(node(.results), .results, remedy)
    guard text.nodes[node].kind == .array else {
      throw refusal(.results, "\(describe(node)) stands where a list belongs", remedy: remedy)
    }
    var results: [LabResult] = []
    for (n, element) in text.elements(of: node).enumerated() {
      results.append(try labResult(element, "results[\(n)]"))
    }
    guard !results.isEmpty else { throw refusal(.results, "the list is empty", remedy: remedy) }
    return Lab(
      results: results, laboratory: try line(.laboratory), kit: try line(.kit),
      specimen: try line(.specimen))
  }

  private func labResult(_ node: Int, _ path: String) throws(Refusal) -> LabResult {
    guard text.nodes[node].kind == .object else {
      throw Refusal(
        field: path, problem: "\(describe(node)) stands where a result belongs",
        remedy: "write {\"code\": \"IL6\", \"value\": 874, \"unit\": \"pg/mL\"}")
    }
    var result = LabResult(code: "", value: .zero, unit: "")
    var unit: Unit?
    var hasValue = false
    for name in text.members(of: node) {
      let part = name + 1
      if text.nodes[part].kind == .null { continue }
      let field = Field(text.content(name))
      func inner() -> String { "\(path).\(field?.name ?? "")" }
      switch field {
      case .code: result.code = try text(part, inner(), lines: false) ?? ""
      case .unit:
        result.unit = try text(part, inner(), lines: false) ?? ""
        unit = UnitNames.unit(text.content(part))
      case .value:
        result.value = try number(part, inner())
        hasValue = true
      case .comparator: result.comparator = try word(part, inner())
      case .lower: result.lower = try number(part, inner())
      case .upper: result.upper = try number(part, inner())
      case .lloq: result.lowerLimitOfQuantification = try number(part, inner())
      case .uloq: result.upperLimitOfQuantification = try number(part, inner())
      case .status: result.status = try text(part, inner(), lines: false)
      default:
        let written = text.string(name)
        throw Refusal(
          field: "\(path).\(Echo.cut(written))", problem: "a result has no such field",
          nearest: NearestName.of(
            written,
            in: [
              "code", "value", "unit", "comparator", "lower", "upper", "lloq", "uloq", "status",
            ]))
      }
    }
    try check(result, unit, hasValue: hasValue, path)
    return result
  }

  private func check(
    _ result: LabResult, _ unit: Unit?, hasValue: Bool, _ path: String
  ) throws(Refusal) {
    guard !result.code.isEmpty else {
      throw Refusal(
        field: "\(path).code", problem: "it is missing",
        remedy: "write what was measured, e.g. \"IL6\"")
    }
    guard hasValue else {
      throw Refusal(
        field: "\(path).value", problem: "it is missing",
        remedy: "write the value, or leave the result out")
    }
    if let lower = result.lower, let upper = result.upper, lower > upper {
      throw Refusal(
        field: "\(path).lower", problem: "the interval from \(lower) to \(upper) is upside down",
        remedy: "write the smaller first")
    }
    if result.code.hasPrefix("X:") {
      guard result.code.utf8.count > 2 else {
        throw Refusal(
          field: "\(path).code", problem: "there is no name after X:",
          remedy: "write it as \"X:Anti-HLA\"")
      }
      guard !result.unit.isEmpty else {
        throw Refusal(
          field: "\(path).unit", problem: "it is missing",
          remedy: "write the unit as the laboratory does")
      }
      return
    }
    guard let variable = result.variable else {
      throw Refusal(
        field: "\(path).code",
        problem: "\(Echo.quoted(result.code)) is not a laboratory code that Vigil knows",
        remedy:
          "write a known one, or \"X:\(Echo.cut(result.code))\" to keep it outside every rule",
        nearest: NearestName.of(result.code, in: LabVariable.allCases.map(\.rawValue)))
    }
    try check(result, of: variable, unit, path)
  }

  private func check(
    _ result: LabResult, of variable: LabVariable, _ unit: Unit?, _ path: String
  ) throws(Refusal) {
    let measure = variable.measure
    let fitting = measure.conversions.map(\.unit.rawValue)
    guard !result.unit.isEmpty else {
      throw Refusal(
        field: "\(path).unit", problem: "it is missing", remedy: "write \(Prose.list(fitting))")
    }
    guard let unit, let value = measure.normalised(result.value, unit) else {
      throw Refusal(
        field: "\(path).unit",
        problem: "\(Echo.quoted(result.unit)) is not a unit of \(variable.rawValue)",
        remedy: "write \(Prose.list(fitting))", nearest: NearestName.of(result.unit, in: fitting))
    }
    let range = measure.possible
    guard value >= .zero, range?.contains(value) ?? true else {
      let limits = range.map { "\($0.lowerBound) to \($0.upperBound) \(measure.unit.rawValue)" }
      throw Refusal(
        field: "\(path).value",
        problem: "\(result.value) \(Echo.cut(result.unit)) cannot be true; possible are "
          + (limits ?? "0 and above"),
        remedy: "check value and unit; nothing of this event was taken")
    }
  }
}
