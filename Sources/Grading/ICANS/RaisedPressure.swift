import Clinical

extension Rule {
  /// ASTCT ICANS tables, row "Elevated ICP / cerebral oedema", grade 3: focal or local oedema on
  /// imaging. Intracranial haemorrhage with or without oedema is excluded.
  package static let icansFocalOedema = Rule(
    "ICANS-OEDEMA-FOCAL", .icans, .intracranial, 3...3,
    "focal or local oedema on imaging, without haemorrhage", source: icansTable)
  /// ASTCT ICANS tables, row "Elevated ICP / cerebral oedema", grade 4: diffuse oedema, posturing,
  /// palsy of cranial nerve VI, papilloedema, or Cushing's triad.
  ///
  /// One reprint (PMC7990806) leaves out the VI; papilloedema of any stage is 4, unlike CARTOX.
  package static let icansRaisedPressure = Rule(
    "ICANS-RAISED-PRESSURE", .icans, .intracranial, 4...4,
    "diffuse oedema on imaging, decerebrate or decorticate posturing, palsy of cranial nerve VI, papilloedema or Cushing's triad",
    source: icansTable)
}

extension BedsideState {
  /// The intracranial domain: the newest list of findings is a state.
  @inline(__always)
  func raisedPressure() -> DomainFinding {
    var domain = DomainFinding()
    if let findings = intracranial?.value {
      let isBleeding = findings.contains(.haemorrhage)
      for sign in findings {
        switch sign {
        case .focalOedema where !isBleeding:
          domain.add(Finding(criterion: .icansFocalOedema, low: 3, high: 3))
        case .diffuseOedema where !isBleeding:
          domain.add(Finding(criterion: .icansRaisedPressure, low: 4, high: 4))
        case .decerebratePosturing, .decorticatePosturing, .sixthNervePalsy, .papilloedema,
          .cushingTriad:
          domain.add(Finding(criterion: .icansRaisedPressure, low: 4, high: 4))
        case .focalOedema, .diffuseOedema, .haemorrhage, .none: break
        }
      }
      domain.inForce = domain.low
    }
    return isSilenced(.intracranial) ? domain.silenced() : domain
  }
}
