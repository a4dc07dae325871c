import Clinical

/// The two instruments of cognition: ICE, and CAPD for children and where development is delayed.
package enum Instrument: String, CaseIterable, Sendable, Codable {
  case ice = "ICE"
  case capd = "CAPD"
}

extension BedsideState {
  /// The instrument that fits the patient on a local day: CAPD under 12 years (D-21) or with
  /// developmental delay up to 21 years (D-32), ICE otherwise; `nil` without a birth date.
  func fittingInstrument(onDay day: Int64) -> Instrument? {
    guard let age = age(onDay: day) else { return hasDevelopmentalDelay ? .capd : nil }
    if age < settings.capdBelowAge { return .capd }
    return hasDevelopmentalDelay && age <= 21 ? .capd : .ice
  }

  /// The newest score of an instrument that fits, expired or not, with the instrument.
  ///
  /// Without a birth date whatever was recorded fits (D-32).
  var cognitionReading: (InstrumentReading, Instrument)? {
    let fittingICE = ice.flatMap { fits($0, .ice) ? $0 : nil }
    let fittingCAPD = capd.flatMap { fits($0, .capd) ? $0 : nil }
    switch (fittingICE, fittingCAPD) {
    case (let ice?, let capd?): return capd.at > ice.at ? (capd, .capd) : (ice, .ice)
    case (let ice?, nil): return (ice, .ice)
    case (nil, let capd?): return (capd, .capd)
    case (nil, nil): return nil
    }
  }

  /// True where the newest score that has not expired is of the instrument that does not fit: it is
  /// shown and gives no grade (D-32).
  func hasInstrumentMismatch(at t: Instant) -> Bool {
    let newest = cognitionReading?.0.at
    func isMisfit(_ reading: InstrumentReading?, _ instrument: Instrument) -> Bool {
      guard let reading, t < reading.expires, !fits(reading, instrument) else { return false }
      return newest.map { reading.at > $0 } ?? true
    }
    return isMisfit(ice, .ice) || isMisfit(capd, .capd)
  }

  private func fits(_ reading: InstrumentReading, _ instrument: Instrument) -> Bool {
    fittingInstrument(onDay: reading.day).map { $0 == instrument } ?? true
  }
}
