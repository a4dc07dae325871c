/// One documented choice: what the rules do where the consensus leaves it open, and how a site
/// changes it. The "About grading" page, `setting` events and the evidence read this table.
package struct DocumentedChoice: Sendable {
  /// `D-05`, or with a part `D-17.neuro`.
  package let id: String
  /// What is chosen, in one sentence.
  package let text: String
  /// What values it takes.
  package let form: Form
  /// True for the choices that await confirmation by the clinical lead.
  package let awaitsConfirmation: Bool
  let read: @Sendable (ChoiceSettings) -> SettingValue
  let write: @Sendable (inout ChoiceSettings, SettingValue) -> Bool

  /// The values that a choice takes.
  package enum Form: Sendable {
    case hours(ClosedRange<Int>)
    case minutes(ClosedRange<Int>)
    case whole(ClosedRange<Int>, unit: String)
    /// A number, or the word `off`.
    case wholeOrOff(ClosedRange<Int>, unit: String)
    case oneOf([String])

    /// What to write, for a refusal.
    package var hint: String {
      switch self {
      case .hours(let range): "hours, \(range.lowerBound) to \(range.upperBound)"
      case .minutes(let range): "minutes, \(range.lowerBound) to \(range.upperBound)"
      case .whole(let range, let unit):
        "a whole number\(unit.isEmpty ? "" : " of " + unit), \(range.lowerBound) to \(range.upperBound)"
      case .wholeOrOff(let range, let unit):
        "a whole number of \(unit), \(range.lowerBound) to \(range.upperBound), or \"off\""
      case .oneOf(let words): "one of " + words.map { "\"\($0)\"" }.joined(separator: ", ")
      }
    }
  }

  /// The value in force under `settings`.
  package func value(in settings: ChoiceSettings) -> SettingValue { read(settings) }

  /// The documented default.
  package var defaultValue: SettingValue { read(ChoiceSettings()) }

  /// The choice of that name, or `nil`.
  package static func named(_ id: String) -> DocumentedChoice? { byID[id] }

  private static let byID = Dictionary(
    all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
}
