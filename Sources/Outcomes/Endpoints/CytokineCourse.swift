import Clinical

/// One cytokine of one patient in the first month.
package struct CytokineCourse: Sendable {
  package let profile: AnalyteProfile
  /// The highest sample of day 0 to 30 after the infusion, the first of ties; `nil` where none was
  /// taken.
  package let peak: AnalyteProfile.Point?
  /// Peak over baseline.
  package let fold: Double?
  package let auc0to28: Double?
  /// By key, why something cannot be given.
  package private(set) var reasons: [MissingReason] = []

  init(_ profile: AnalyteProfile) {
    self.profile = profile
    let month = profile.after.filter { FirstMonth.days.contains($0.day) }
    var peak: AnalyteProfile.Point?
    for point in month where !point.isBelow {
      // Of the same number the one above the upper limit is the higher.
      if peak.map({ (point.value, point.isAbove ? 1 : 0) > ($0.value, $0.isAbove ? 1 : 0) }) ?? true
      {
        peak = point
      }
    }
    self.peak = peak ?? month.first
    let baseline = profile.baseline
    if let peak, let baseline, !baseline.isBelow, baseline.value > 0 {
      fold = peak.value / baseline.value
    } else {
      fold = nil
    }
    if let baseline {
      let kinetics = profile.kinetics(start: baseline.concentration ?? 0)
      auc0to28 = kinetics.auc0to28
      if let why = kinetics.reason("auc0to28") { reasons.append(MissingReason("auc0to28", why)) }
    } else {
      auc0to28 = nil
      reasons.append(MissingReason("auc0to28", "no sample before the infusion"))
      reasons.append(MissingReason("baseline", "no sample before the infusion"))
    }
    if month.isEmpty { reasons.append(MissingReason("peak", "no sample in the first month")) }
    if fold == nil {
      let why =
        month.isEmpty
        ? "no sample in the first month"
        : baseline == nil
          ? "no sample before the infusion"
          : peak == nil
            ? "no sample is above the limit of quantification"
            : "the sample before the infusion is below the limit of quantification"
      reasons.append(MissingReason("fold", why))
    }
  }

  func reason(_ key: String) -> String { reasons.first { $0.key == key }?.text ?? "" }
}
