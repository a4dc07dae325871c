import Clinical
import Grading

extension AlertRule {
  /// Low platelets with a fall of ICE or a rise of CAPD: haemorrhage is to be excluded.
  package static let a34 = AlertRule(
    "A34", "low platelets with a neurological sign", source: "PMC8403007 table 4",
    ends: "either ends", guideline: .bleeding, limits: [.a34Platelets],
    criterion: {
      "platelets < \($0[.a34Platelets]) ×10⁹/L and an ICE drop (A11) or CAPD rise (A11b)"
    },
    check: { look in
      guard let platelets = look.lab(.platelets),
        platelets.interval.isBelow(look.settings[.a34Platelets]),
        let drop = AlertRule.a11.check(&look) ?? AlertRule.a11b.check(&look)
      else { return nil }
      return AlertFinding(
        .highest, badness: .zero - (platelets.interval.high ?? platelets.interval.low),
        events: [platelets.id] + drop.events, causes: [.neuro]
      ) { words in
        "platelets \(platelets.interval.words) ×10⁹/L at \(words.time(platelets.at)), \(drop.text(words)): CT head, haemorrhage is excluded from ICANS"
      }
    })
}
