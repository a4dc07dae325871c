package import Clinical
import Grading

/// Laboratory results: the four cytokines and what the observation plan asks for each in a field of
/// its own, anything else in one line.
package struct LabsForm: EntryForm {
  package init() {}
  package let title = EntryWord.titleLabs

  static let variables: [LabVariable] = [
    .interleukin6, .interleukin10, .interferonGamma, .tumourNecrosisFactorAlpha,
    .cReactiveProtein, .ferritin, .fibrinogen, .platelets, .neutrophils, .haemoglobin,
  ]

  package func fields(_ reading: FormReading) -> [FieldSpec] {
    var specs = Self.variables.map { variable in
      FieldSpec(
        variable.rawValue, EntryText(.verbatim, variable.label),
        .number(NumberRule(variable.measure.unit, variable.measure.possible, takesBounds: true)),
        unit: variable.measure.unit.label, last: Self.last(variable, reading.context))
    }
    specs.append(
      FieldSpec("others", EntryText(.otherResults), .results, remark: EntryText(.otherResultsHelp)))
    specs.append(FieldSpec("laboratory", .laboratory, .text(100)))
    specs.append(FieldSpec("kit", .kit, .text(100)))
    return specs
  }

  private static func last(
    _ variable: LabVariable, _ context: EntryContext
  ) -> FieldSpec.Last? {
    for fact in context.record.course.facts.reversed() where fact.key.at <= context.at {
      guard case .lab(let lab) = fact.event.content else { continue }
      for result in lab.results where result.code == variable.rawValue {
        guard let interval = LabInterval(result) else { continue }
        return FieldSpec.Last(.number(interval.printed, interval.comparator), at: fact.key.at)
      }
    }
    return nil
  }

  package func contents(_ reading: FormReading) -> [Content] {
    var results: [LabResult] = []
    for variable in Self.variables {
      guard case .number(let value, let comparator) = reading[variable.rawValue] else { continue }
      results.append(
        LabResult(
          code: variable.rawValue, value: value, unit: variable.measure.unit.rawValue,
          comparator: comparator))
    }
    if case .results(let others) = reading["others"] { results += others }
    guard !results.isEmpty else { return [] }
    return [
      .lab(
        Lab(
          results: results, laboratory: reading["laboratory"].text, kit: reading["kit"].text))
    ]
  }

  package func texts(of originals: [Event], in zone: Zone) -> [String: String] {
    var texts: [String: String] = [:]
    for event in originals {
      guard case .lab(let lab) = event.content else { continue }
      var others: [String] = []
      for result in lab.results {
        let value = "\(result.comparator?.rawValue ?? "")\(result.value)"
        if let variable = result.variable, Self.variables.contains(variable),
          Clinical.Unit(spelling: result.unit) == variable.measure.unit,
          texts[variable.rawValue] == nil
        {
          texts[variable.rawValue] = value
        } else {
          others.append("\(result.code) \(value) \(result.unit)")
        }
      }
      if !others.isEmpty { texts["others"] = others.joined(separator: " ") }
      texts["laboratory"] = lab.laboratory
      texts["kit"] = lab.kit
    }
    return texts
  }

  package func remark(_ field: FieldSpec, _ reading: FormReading) -> FieldRemark? {
    guard field.id == "others", case .results(let results) = reading["others"] else { return nil }
    let text = results.map { result in
      let name = result.variable?.label ?? result.code
      return "\(name) \(result.comparator?.rawValue ?? "")\(result.value) \(result.unit)"
    }.joined(separator: ", ")
    return FieldRemark(EntryText(.verbatim, text))
  }
}
