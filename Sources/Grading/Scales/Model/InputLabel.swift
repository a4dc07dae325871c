import Clinical

/// The name of a column, an input or a part as a person reads it: `respiratory rate` for
/// `respiratoryRate`. What is written in words already stays.
package enum InputLabel {
  package static func of(_ name: String) -> String {
    guard name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else { return name }
    var label = ""
    for letter in name {
      if letter.isUppercase, !label.isEmpty { label += " " }
      label += letter.lowercased()
    }
    return label
  }

  /// The unit of an input as a person reads it; `nil` for what has none.
  package static func unit(_ input: ScaleInput) -> String? {
    if input.unit == "a" { return "years" }
    return input.unit.map { Unit(spelling: $0)?.label ?? $0 }
  }

  /// What an input holds, as a person reads it: `nasal cannula` for `nasalCannula`.
  package static func text(_ input: ScaleInput) -> String {
    if case .word = input.value { of(input.text) } else { input.text }
  }
}
