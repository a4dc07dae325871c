import Clinical

extension Domain {
  /// The scale whose sign the domain is.
  var scale: Scale {
    switch self {
    case .fever, .hypotension, .hypoxia: .crs
    case .cognition, .consciousness, .seizure, .motor, .intracranial, .death: .icans
    }
  }
}

extension BedsideState {
  /// The statement that a domain has another cause than its own scale, unless it has run out.
  func otherCause(of domain: Domain) -> AttributionInForce? {
    for entry in attributions
    where entry.domain == domain && !entry.hasLapsed && entry.cause != domain.scale.ownCause {
      return entry
    }
    return nil
  }

  /// True where a clinician has attributed the domain to another cause: its signs give no grade.
  @inline(__always)
  func isSilenced(_ domain: Domain) -> Bool {
    attributions.isEmpty ? false : otherCause(of: domain) != nil
  }
}
