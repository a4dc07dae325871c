import Clinical
import Grading

extension AlertRule {
  /// A grade that nothing unexpired speaks for any longer.
  package static let a37 = AlertRule(
    "A37", "grade indeterminate", source: "convention",
    ends: "a fresh observation of that scale",
    criterion: { _ in
      "all inputs of CRS or ICANS expired, 8 h (13 h) after the infusion or later"
    },
    check: { look in
      guard look.isHere, let infused = look.walk.infusedAt else { return nil }
      var scales: [String] = []
      // After the infusion there is the time of a first round.
      for (scale, grace) in [
        (Scale.crs, look.walk.settings.vitalsLimit), (.icans, look.walk.settings.neuroLimit),
      ] where look.walk[scale].status == .indeterminate {
        if look.reached(infused + grace) { scales.append(scale.shortName) }
      }
      guard !scales.isEmpty else { return nil }
      let names = scales
      return AlertFinding(
        .high, badness: DecimalNumber(names.count), events: [],
        causes: names == ["ICANS"]
          ? [.dueNeuro] : names.count == 1 ? [.dueVitals] : [.dueVitals, .dueNeuro]
      ) { _ in
        "\(names.joined(separator: " and ")) cannot be graded: every observation has expired"
      }
    })
}
