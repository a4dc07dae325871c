import Clinical
import Grading

extension AlertRule {
  /// A new focal sign or a sign of raised pressure in the head; Cushing's triad also by numbers.
  package static let a14 = AlertRule(
    "A14", "focal sign or raised pressure",
    source: "PMC8403007 table 4; the numbers are convention",
    ends: "the sign is entered as gone, or the numbers no longer meet", guideline: .icans,
    limits: [.a14Rise, .a14HeartRate, .a14BreathsLow, .a14BreathsHigh],
    criterion: {
      "focal weakness, oedema, haemorrhage, papilloedema, sixth nerve palsy, posturing or Cushing's triad entered; or SBP ≥ \($0[.a14Rise]) mmHg above the baseline with heart rate < \($0[.a14HeartRate]) and respiratory rate < \($0[.a14BreathsLow]) or > \($0[.a14BreathsHigh])"
    },
    check: { look in
      let focal = look.chart.focal
      let isEntered = focal.newSign.map { look.isCurrent($0) } ?? false
      let signs = isEntered ? focal.signs.map(\.label) : []
      let isWeak = isEntered && focal.isWeak
      let triad = look.cushingByNumbers()
      guard isWeak || !signs.isEmpty || triad != nil else { return nil }
      var events: [EventID] = []
      if isWeak, let motor = focal.motor { events.append(motor.id) }
      if !signs.isEmpty, let entry = focal.intracranial { events.append(entry.id) }
      for id in triad ?? [] where !events.contains(id) { events.append(id) }
      return AlertFinding(
        .highest, badness: DecimalNumber(signs.count + (isWeak ? 1 : 0)),
        occurrence: isEntered ? focal.newSign : nil, events: events, causes: [.neuro],
        grade: max(3, look.chart.icans.level ?? 3)
      ) { _ in
        let named =
          (isWeak ? ["focal weakness"] : []) + signs
          + (triad == nil ? [] : ["pressure up, heart rate down, breathing abnormal"])
        return named.joined(separator: ", ")
      }
    })
}
