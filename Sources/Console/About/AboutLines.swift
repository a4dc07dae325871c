import Clinical
import Grading

/// A line of the page about grading.
package struct AboutLine: Sendable {
  package enum Weight: Sendable { case heading, id, text, note, warning }
  package let text: String
  package let weight: Weight
}

extension ConsoleState {
  /// The rules, their sources, the documented choices with the values in force, and what awaits a
  /// clinician.
  package var aboutLines: [AboutLine] {
    var lines = [
      AboutLine(text: words(.aboutIntro), weight: .heading),
      AboutLine(text: words.alert(.notAlarm), weight: .warning),
    ]
    lines.append(AboutLine(text: words(.aboutRules), weight: .heading))
    for rule in Rule.all {
      lines.append(AboutLine(text: rule.id, weight: .id))
      lines.append(AboutLine(text: rule.text, weight: .text))
      lines.append(AboutLine(text: words(.aboutSource, rule.source), weight: .note))
      if rule.fromMemory { lines.append(AboutLine(text: words(.fromMemory), weight: .warning)) }
      if !rule.choices.isEmpty {
        lines.append(
          AboutLine(
            text: words(.aboutChoicesOf, rule.choices.joined(separator: ", ")), weight: .note))
      }
    }
    lines.append(AboutLine(text: words(.aboutChoices), weight: .heading))
    for choice in DocumentedChoice.all {
      lines.append(AboutLine(text: choice.id, weight: .id))
      lines.append(AboutLine(text: choice.text, weight: .text))
      let value = choice.value(in: settings)
      let standard = choice.defaultValue
      let state =
        value == standard ? words(.aboutDefault) : words(.aboutChanged, text(of: standard))
      lines.append(
        AboutLine(
          text: "\(words(.aboutSetTo, text(of: value))), \(state)",
          weight: value == standard ? .note : .warning))
      if choice.awaitsConfirmation {
        lines.append(AboutLine(text: words(.aboutUnreviewed), weight: .warning))
      }
    }
    return lines
  }

  private func text(of value: SettingValue) -> String {
    switch value {
    case .number(let number): "\(number)"
    case .text(let text): text
    case .flag(let flag): "\(flag)"
    case .null, .list, .fields: words(.aboutOff)
    }
  }
}
