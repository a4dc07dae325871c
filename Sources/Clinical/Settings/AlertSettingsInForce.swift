/// The settings of alerts in force for a patient, folded from `setting` facts in order: the patient's
/// own on top of the ward's, whichever came first.
package struct AlertSettingsInForce: Sendable {
  private var ward = AlertSettings()
  private var own: [Own] = []
  package private(set) var settings = AlertSettings()

  // A setting of the patient's own, and when it was made.
  private struct Own: Sendable {
    let setting: Setting
    let at: Instant
  }

  package init() {}

  /// Takes over a setting of the patient's own, or of the ward.
  package mutating func apply(_ setting: Setting, ofPatient isOwn: Bool, at t: Instant) {
    if isOwn {
      // The end of a pause needs its beginning: pauses are kept, all else only as it stands.
      if !setting.name.hasSuffix(".pause") { own.removeAll { $0.setting.name == setting.name } }
      own.append(Own(setting: setting, at: t))
    } else {
      ward.apply(setting, at: t)
    }
    settings = ward
    for entry in own
    where entry.setting.value != .null || entry.setting.name.hasSuffix(".pause") {
      settings.apply(entry.setting, at: entry.at)
      if let limit = AlertLimit.named(entry.setting.name), limit.takes(entry.setting.value) {
        settings.ownLimits.insert(limit)
      }
    }
  }
}
