import Clinical
import Grading

extension AlertRule {
  /// No fever soon after an antipyretic says little while an episode is open.
  package static let a19 = AlertRule(
    "A19", "masked fever", source: "PMC8021214 table 1",
    ends: "a temperature later than that, a fever, or the episode closes",
    limits: [.a19Hours],
    criterion: { "T < 38.0 °C within \($0[.a19Hours]) h of an antipyretic, in an open episode" },
    check: { look in
      guard look.walk.isEpisodeOpen(.crs), let reading = look.walk.temperature,
        reading.value < FeverLimit.tenths,
        look.isCurrent(reading.at),
        let dose = look.chart.drugs.given(
          look.chart.drugs.antipyretics, within: look.settings.span(.a19Hours), before: reading.at)
      else { return nil }
      return AlertFinding(.listed, events: [dose.id, reading.id], causes: [.fever]) { words in
        "\(words.celsius(reading.value)) at \(words.time(reading.at)) after \(dose.drug) at \(words.time(dose.at))"
      }
    })
}
