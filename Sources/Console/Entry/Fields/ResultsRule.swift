import Clinical

/// How a field reads laboratory results in one line: `IL6 874 CRP 120 IL10 <2.5 FIB 180 mg/dL`.
///
/// The name of a variable or of a code of one's own (`X:Anti-HLA`), its value, perhaps a bound, and
/// the unit where it is not the usual one, which is printed beside what was understood.
enum ResultsRule {
  static func read(_ typed: String, isTyping: Bool) -> FieldValue {
    let words = TypedText.plain(typed).split(separator: " ").map(String.init)
    guard !words.isEmpty else { return .empty }
    var rest = words[...]
    var results: [LabResult] = []
    while let name = rest.popFirst() {
      guard let value = rest.popFirst() else {
        return isTyping ? .unfinished : .refused(EntryText(.resultWithoutValue, name))
      }
      let unit = rest.first.flatMap { Clinical.Unit(spelling: $0) == nil ? nil : $0 }
      switch result(name, value, unit: unit) {
      case .success(let result): results.append(result)
      case .failure(let problem):
        return isTyping && rest.isEmpty ? .unfinished : .refused(problem.text)
      }
      if unit != nil { rest.removeFirst() }
    }
    return .results(results)
  }

  struct Problem: Error { let text: EntryText }

  /// One result, in the unit that is written or the variable's own.
  static func result(
    _ name: String, _ value: String, unit: String?
  ) -> Result<LabResult, Problem> {
    var rule = NumberRule(.one)
    rule.takesBounds = true
    guard case .number(let number, let comparator) = rule.read(value, isTyping: false) else {
      return .failure(Problem(text: EntryText(.notANumber, value)))
    }
    if name.hasPrefix("X:"), name.count > 2 {
      guard let unit else { return .failure(Problem(text: EntryText(.resultWithoutUnit, name))) }
      return .success(LabResult(code: name, value: number, unit: unit, comparator: comparator))
    }
    guard let variable = LabVariable(typed: name) else {
      return .failure(Problem(text: EntryText(.unknownVariable, name)))
    }
    let measure = variable.measure
    let written = unit ?? measure.unit.rawValue
    guard let known = Clinical.Unit(spelling: written),
      let normalised = measure.normalised(number, known)
    else {
      return .failure(
        Problem(text: EntryText(.unitDoesNotFit, written, variable.label, measure.unit.label)))
    }
    if let possible = measure.possible, !possible.contains(normalised) {
      return .failure(
        Problem(
          text: EntryText(
            .impossible, "\(normalised)", "\(possible.lowerBound)", "\(possible.upperBound)",
            measure.unit.label)))
    }
    return .success(
      LabResult(code: variable.rawValue, value: number, unit: written, comparator: comparator))
  }
}

extension LabVariable {
  /// The variable that a person writes as its code or its label, in any case and with or without
  /// hyphens: `IL6`, `il-6`, `ferritin`.
  package init?(typed name: String) {
    func folded(_ text: String) -> String {
      String(text.lowercased().filter { $0.isLetter || $0.isNumber })
    }
    let wanted = folded(name)
    let names: [String: LabVariable] = [
      "ifn": .interferonGamma, "ifngamma": .interferonGamma, "ifny": .interferonGamma,
      "tnf": .tumourNecrosisFactorAlpha, "tnfalpha": .tumourNecrosisFactorAlpha, "hb": .haemoglobin,
      "creat": .creatinine, "bili": .totalBilirubin, "ddimer": .dDimer, "plts": .platelets,
    ]
    if let known = names[wanted] {
      self = known
    } else if let code = Self.allCases.first(where: { folded($0.rawValue) == wanted }) {
      self = code
    } else if let label = Self.allCases.first(where: { folded($0.label) == wanted }) {
      self = label
    } else {
      return nil
    }
  }
}
