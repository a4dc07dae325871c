/// A number in an alert's criterion that a site may change, with the documented default
/// (clinical-rules 6). A `setting` event of its name changes it from its `at` on.
package enum AlertLimit: Int, CaseIterable, Sendable {
  case a01Neutrophils
  case a02Temperature, a02Hours
  case a03Hours
  case a04Systolic, a04Percent, a04Below
  case a05Fall
  case a06Saturation, a06Seconds
  case a06bRoomAir, a06bOxygen
  case a09Grades, a09Hours
  case a11Points, a11Hours
  case a11bPoints, a11bHours, a11bTotal
  case a13Minutes
  case a14Rise, a14HeartRate, a14BreathsLow, a14BreathsHigh
  case a15Hours
  case a19Hours
  case a20Day, a20Total, a20Hours, a20Milligrams
  case a21Hours
  case a22Hours
  case a23Hours
  case a24Fold, a24Hours, a24Value, a24Mute
  case a25Value, a25Mute
  case a26Value, a26Highest
  case a27Value, a27Highest
  case a28Fold, a28Liver, a28Fibrinogen, a28Day, a28Recovery
  case a29Days, a29Hours
  case a33Days, a33DeepDays
  case a34Platelets
  case a36Temperature, a36Systolic, a36Flow, a36Minutes
  case a38Hours
  case a39Potassium, a39Phosphate, a39PhosphateChild, a39Urate, a39Calcium, a39Change, a39Days
  case rearmHighest, rearmOthers, escalate

  /// What a limit is.
  package struct Row: Sendable {
    /// The setting's name: `A04.systolic`.
    package let id: String
    /// In words.
    package let text: String
    /// The unit in which it is written; empty for a bare number.
    package let unit: String
    /// The documented default.
    package let standard: DecimalNumber
    /// The values that it takes.
    package let range: ClosedRange<DecimalNumber>
  }

  package var id: String { row.id }

  /// The limit of that name, or `nil`.
  package static func named(_ id: String) -> AlertLimit? { byID[id] }

  private static let byID = Dictionary(
    allCases.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  /// What to write, for a refusal.
  package var hint: String {
    let row = self.row
    let unit = row.unit.isEmpty ? "" : " in \(row.unit)"
    return "a number\(unit), \(row.range.lowerBound) to \(row.range.upperBound)"
  }

  /// True where a value may stand.
  package func takes(_ value: SettingValue) -> Bool {
    guard case .number(let number) = value else { return false }
    return row.range.contains(number)
  }
}
