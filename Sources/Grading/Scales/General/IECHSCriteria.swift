package import Clinical

/// The criteria of IEC-HS (clinical-rules 3.3 and 6, A28), each in one place: the scale reads them out
/// and the alert is raised by them.
///
/// Each is true or false for the whole interval of a censored value, and `nil` where that leaves it
/// open or nothing is there to compare with.
package enum IECHSCriteria {
  /// Required: ferritin above so many times its upper limit or the patient's own before, or at least
  /// doubled within 24 h.
  ///
  /// - Parameter before: results of the 24 h before it; of none it does not rise.
  package static func ferritin(
    _ value: LabInterval, upper: LabInterval?, baseline: LabInterval?, before: [LabInterval],
    _ limits: AlertSettings
  ) -> Bool? {
    let fold = limits[.a28Fold]
    return any(
      [
        upper.flatMap { value.exceeds(fold, times: $0) },
        baseline.flatMap { exceeds(value, fold, $0) },
      ] + before.filter(isAboveZero).map { value.reaches(2, times: $0) })
  }

  /// Common: AST or ALT above so many times its upper limit, or the patient's own where there is one.
  package static func transaminase(
    _ value: LabInterval, upper: LabInterval?, baseline: LabInterval?, _ limits: AlertSettings
  ) -> Bool? {
    let fold = limits[.a28Liver]
    let own = baseline.map { exceeds(value, fold, $0) }
    return any([upper.flatMap { value.exceeds(fold, times: $0) }] + (own.map { [$0] } ?? []))
  }

  /// Common: fibrinogen below the limit of A28.
  package static func fibrinogen(_ value: LabInterval, _ limits: AlertSettings) -> Bool? {
    value.holds { $0 < limits[.a28Fibrinogen] }
  }

  /// The first day after the infusion that speaks for it by itself.
  package static func firstLateDay(_ limits: AlertSettings) -> Int { limits.whole(.a28Day) + 1 }

  // Of nothing there is no multiple (clinical-rules 5.3).
  private static func isAboveZero(_ own: LabInterval) -> Bool {
    own.high.map { $0 > .zero } ?? true
  }

  private static func exceeds(
    _ value: LabInterval, _ fold: DecimalNumber, _ own: LabInterval
  ) -> Bool? {
    isAboveZero(own) ? value.exceeds(fold, times: own) : nil
  }

  /// True where one is; false where none can be; open otherwise.
  static func any(_ answers: [Bool?]) -> Bool? {
    if answers.contains(true) { return true }
    return answers.contains(nil) ? nil : false
  }
}
