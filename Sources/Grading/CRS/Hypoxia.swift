import Clinical

extension BedsideState {
  /// The hypoxia domain, with the remarks of its device.
  ///
  /// An oxygen state holds until the next; without any ever entered, a saturation within its time
  /// means room air. When that has run out too, the last contribution stands, and with neither on
  /// record the domain may be anything (clinical-rules 2.6).
  func hypoxia(at t: Instant) -> (DomainFinding, Flags) {
    var domain = DomainFinding()
    var flags: Flags = []
    if let oxygen {
      if oxygen.isRoomAir {
        // An entry of room air, new or again, says nothing of the saturation: only the next typed
        // one does.
        if let typed = typedSaturation, t < typed.expires {
          domain.add(untreatedHypoxia())
        }
      } else {
        domain.add(oxygenFinding(oxygen))
        domain.inForce = domain.low
        if needsHighFlowReview(oxygen) { flags.insert(.paediatricHighFlowReview) }
      }
    } else if saturation(at: t) != nil {
      if let typed = typedSaturation, t < typed.expires { domain.add(untreatedHypoxia()) }
    } else {
      domain.isKnown = false
      domain.add(untreatedHypoxia())
      if saturation == nil { domain.high = 4 }
    }
    return isSilenced(.hypoxia) ? (domain.silenced(), []) : (domain, flags)
  }
}
