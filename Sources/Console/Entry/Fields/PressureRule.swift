import Clinical

/// How a field reads a blood pressure: `122/74`, or the systolic alone.
enum PressureRule {
  private static let systolic = NumberRule(Measure.systolic)
  private static let diastolic = NumberRule(Measure.diastolic)

  static func read(_ typed: String, isTyping: Bool) -> FieldValue {
    let text = TypedText.plain(typed)
    guard !text.isEmpty else { return .empty }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2 else { return .refused(EntryText(.notAPressure, text)) }
    // The upper value is finished by the stroke.
    let upper = systolic.read(String(parts[0]), isTyping: isTyping && parts.count == 1)
    guard case .number(let high, _) = upper else {
      return upper == .empty ? .refused(EntryText(.notAPressure, text)) : upper
    }
    guard parts.count == 2 else { return .pressure(systolic: high, diastolic: nil) }
    let lower = diastolic.read(String(parts[1]), isTyping: isTyping)
    switch lower {
    case .number(let low, _) where low < high: return .pressure(systolic: high, diastolic: low)
    case .number(let low, _):
      return .refused(EntryText(.diastolicNotBelow, "\(low)", "\(high)"))
    case .empty: return isTyping ? .unfinished : .refused(EntryText(.notAPressure, text))
    default: return lower
    }
  }
}
