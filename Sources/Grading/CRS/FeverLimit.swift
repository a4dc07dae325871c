package import Clinical

/// How a temperature becomes tenths of a degree and when those are a fever, with the choices in force
/// (D-02, D-18): the one place where it is decided, for grading and for screens.
package struct FeverLimit: Sendable, Hashable {
  /// 38.0 °C (clinical-rules 1.8).
  package static let tenths = 380

  let rounding: ChoiceSettings.Rounding
  /// Tenths of a degree added to an axillary temperature.
  let axillaryOffset: Int

  init(_ settings: ChoiceSettings) {
    rounding = settings.rounding
    axillaryOffset = settings.axillaryOffset
  }

  /// Tenths of a degree Celsius as rules see them.
  package func tenths(_ celsius: DecimalNumber, site: Vitals.Site?) -> Int {
    let nearest = celsius.roundedHalfUp(places: 1)
    // Without rounding a value counts only by the tenths that it fully has.
    let tenths =
      rounding == .none && celsius < DecimalNumber(tenths: nearest) ? nearest - 1 : nearest
    return site == .axillary ? tenths + axillaryOffset : tenths
  }

  package func isFever(_ celsius: DecimalNumber, site: Vitals.Site?) -> Bool {
    tenths(celsius, site: site) >= Self.tenths
  }
}

extension GradedTail {
  /// When a temperature of this patient is a fever.
  package var feverLimit: FeverLimit { FeverLimit(state.bedside.settings) }

  /// True where the newest temperature was a fever as grading took it, expired or not; `nil` without
  /// one on record.
  package var isNewestTemperatureFever: Bool? { state.bedside.temperature?.isFever }
}

extension GradedCourse {
  /// When a temperature of this patient is a fever, with the choices in force after the last fact.
  package var feverLimit: FeverLimit { FeverLimit(tail.bedside.settings) }
}
