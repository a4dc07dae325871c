import Clinical

extension BedsideState {
  /// The hypotension domain, with the remarks of its agents.
  ///
  /// Without a systolic pressure within its time, vasopressors and boluses still speak, the last
  /// pressure bounds from below while another vital sign is fresh, and the domain may be 2
  /// (clinical-rules 2.6).
  func hypotension(at t: Instant) -> (DomainFinding, Flags) {
    var domain = DomainFinding()
    domain.add(bolusFinding(at: t))
    var flags = vasopressorFindings(at: t, into: &domain)
    domain.inForce = domain.low
    if let reading = systolic(at: t) {
      domain.add(lowSystolic(at: t))
      if isExcused(reading, at: t) { flags.insert(.systolicAtBaseline) }
      if birthDate == nil { flags.insert(.ageUnknown) }
    } else {
      domain.isKnown = false
      if temperature(at: t) != nil || saturation(at: t) != nil { domain.add(lowSystolic(at: t)) }
      domain.high = max(domain.low, domain.high, 2)
    }
    return isSilenced(.hypotension) ? (domain.silenced(), []) : (domain, flags)
  }
}
