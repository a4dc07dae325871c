package import Clinical
import Grading

extension TrialFact {
  /// Laboratory variables that an endpoint asks for.
  package static let variables: [LabVariable] =
    [.carCopies, .carPercentage, .carCells, .cd7Percentage, .cd7Cells] + cytokines

  package static let cytokines: [LabVariable] = [
    .interleukin6, .interleukin10, .interferonGamma, .tumourNecrosisFactorAlpha,
  ]

  /// `nil` for a fact that no endpoint asks for.
  init?(_ fact: Fact, _ zone: Zone) {
    guard fact.event.patient != nil, let content = Content(fact.event, zone) else { return nil }
    id = fact.event.id
    at = fact.key.at
    day = fact.event.at.localDate(in: zone).dayNumber
    self.content = content
  }
}

extension TrialFact.Content {
  fileprivate init?(_ event: Event, _ zone: Zone) {
    switch event.content {
    case .infusion: self = .infusion
    case .response(let entry): self = .response(entry.response, mrd: entry.mrd)
    case .status(let entry): self = .status(entry.state, entry.principalCause)
    case .stay(let entry): self = .stay(entry.action, entry.level)
    case .transplant: self = .transplant
    case .newTherapy(let entry): self = .newTherapy(entry.therapy)
    case .adverseEvent(let entry):
      self = .adverseEvent(
        TrialFact.Reported(
          term: entry.term, grade: entry.grade,
          start: (entry.start ?? event.at).localDate(in: zone).dayNumber))
    case .adjudication(let entry):
      guard let scale = Scale(name: entry.scale) else { return nil }
      self = .adjudication(scale, grade: entry.grade, computed: entry.computed)
    case .vasopressor(let entry) where !entry.isStop && entry.purpose == .hypotension:
      switch entry.agent.family {
      case .vasopressor, .vasopressin: self = .treatment(.vasopressor)
      case .inotrope, .adjunct: return nil
      }
    case .medication(let entry) where entry.action != .stop:
      switch entry.drugClass {
      case .corticosteroid: self = .treatment(.corticosteroid)
      case .anticytokine:
        self = .treatment(entry.drug == "tocilizumab" ? .tocilizumab : .otherAnticytokine)
      default: return nil
      }
    case .lab(let lab):
      let measurements = lab.results.compactMap(TrialFact.Measurement.init)
      if measurements.isEmpty { return nil }
      self = .sample(measurements)
    default: return nil
    }
  }
}

extension TrialFact.Measurement {
  /// `nil` for a variable that no endpoint asks for.
  fileprivate init?(_ result: LabResult) {
    guard let variable = result.variable, TrialFact.variables.contains(variable),
      let unit = Unit(spelling: result.unit),
      let value = variable.measure.normalised(result.value, unit)
    else { return nil }
    self.variable = variable
    let limit = result.lowerLimitOfQuantification.flatMap { variable.measure.normalised($0, unit) }
    switch result.comparator {
    case .less?, .lessOrEqual?:
      self.value = value.double
      isBelow = true
      isAbove = false
    case .greater?, .greaterOrEqual?:
      self.value = value.double
      isBelow = false
      isAbove = true
    case nil:
      // Without a limit none of the cells is below it; of CD7+ cells that is a count like another.
      let isCD7 = variable == .cd7Percentage || variable == .cd7Cells
      isBelow = limit.map { value < $0 } ?? (value == 0 && !isCD7)
      self.value = isBelow ? (limit ?? value).double : value.double
      isAbove = false
    }
  }
}
