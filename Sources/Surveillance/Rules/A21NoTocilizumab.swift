import Clinical
import Grading

extension AlertRule {
  /// CRS of 2 and more for more than 2 h and neither tocilizumab nor a corticosteroid on record.
  package static let a21 = AlertRule(
    "A21", "tocilizumab not given", source: "convention",
    ends: "either is recorded, or CRS below 2", guideline: .crs, limits: [.a21Hours],
    criterion: {
      "CRS ≥ 2 for more than \($0[.a21Hours]) h, no tocilizumab or corticosteroid recorded in the episode"
    },
    check: { look in
      guard look.isInHouse, let since = look.chart.crs.sinceTwo,
        look.passed(since + look.settings.span(.a21Hours))
      else { return nil }
      let start = min(look.walk.episode(.crs)?.onset ?? since, since)
      let drugs = look.chart.drugs
      let isGiven = (drugs.tocilizumab + drugs.steroids).contains { $0.at >= start }
      guard !isGiven else { return nil }
      return AlertFinding(
        .listed, events: [], causes: [.tocilizumab], grade: look.chart.crs.level
      ) { words in
        "CRS 2 or more since \(words.time(since)), no tocilizumab or corticosteroid recorded"
      }
    })
}
