package import Clinical

extension BedsideState {
  /// The SpO2 in per cent under which a screen marks it as low: the patient's own limit, else the
  /// ward's (`limits.spo2.low`), else the one that grades on room air (D-14). `nil` where that is
  /// off and nothing else is set.
  var saturationLimit: DecimalNumber? {
    for setting in [ownSettings[Self.saturationSetting], wardSaturationLimit] {
      if case .number(let limit)? = setting { return limit }
    }
    return settings.untreatedHypoxia > 0 ? DecimalNumber(settings.untreatedHypoxia) : nil
  }

  static let saturationSetting = "limits.spo2.low"
}

extension GradedTail {
  /// The SpO2 in per cent under which a screen marks it as low by what has been set so far; `nil` where nothing
  /// says.
  package var saturationLimit: DecimalNumber? { state.bedside.saturationLimit }
}

extension GradedCourse {
  /// The SpO2 in per cent under which a screen marks it as low at `t`; `nil` where nothing says.
  package func saturationLimit(at t: Instant) -> DecimalNumber? {
    state(at: t).0.bedside.saturationLimit
  }
}
