import Clinical

extension Rule {
  /// ASTCT ICANS tables, row "Motor findings", grade 4: deep focal motor weakness such as
  /// hemiparesis or paraparesis. Tremor and myoclonus have no influence.
  package static let icansMotor = Rule(
    "ICANS-MOTOR", .icans, .motor, 4...4,
    "deep focal motor weakness such as hemiparesis or paraparesis", source: icansTable)
}

extension BedsideState {
  /// The motor domain: the newest finding is a state.
  @inline(__always)
  func motorWeakness() -> DomainFinding {
    var domain = DomainFinding()
    if motor?.value == .deepFocalWeakness {
      domain.add(Finding(criterion: .icansMotor, low: 4, high: 4))
      domain.inForce = 4
    }
    return isSilenced(.motor) ? domain.silenced() : domain
  }
}
