import Clinical
import Grading

extension AlertRule {
  /// What may be IEC-HS: ferritin, one of its common features, and the setting in which it comes.
  ///
  /// The console may suspect it and must not diagnose it.
  package static let a28 = AlertRule(
    "A28", "IEC-HS suspicion", source: "Hines 2023; radiopharmaconnect case 2", fromMemory: true,
    ends: "newer values or findings that no longer meet", guideline: .iecHS,
    limits: [.a28Fold, .a28Liver, .a28Fibrinogen, .a28Day, .a28Recovery],
    criterion: {
      "ferritin > \($0[.a28Fold]) × its upper limit or baseline, or doubled within 24 h; and one of AST or ALT > \($0[.a28Liver]) × upper limit or baseline, fibrinogen < \($0[.a28Fibrinogen]) g/L, haemophagocytosis, a count falling again by \($0[.a28Recovery]) % after it began to recover; and CRS closed or falling, or day > \($0[.a28Day]), or a second fever"
    },
    check: { look in
      guard let ferritin = look.risingFerritin() else { return nil }
      let features = look.features()
      guard !features.isEmpty, let setting = look.settingOfIECHS() else { return nil }
      return AlertFinding(
        .high, badness: DecimalNumber(features.count), events: [ferritin.id] + features.map(\.id),
        causes: [.macrophage]
      ) { words in
        "ferritin \(ferritin.interval.words) ng/mL at \(words.time(ferritin.at)); \(features.map(\.text).joined(separator: ", ")); \(setting)"
      }
    })
}
