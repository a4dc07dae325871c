/// The sentences that stand under numbers: each convention is worded once.
package enum Conventions {
  package static func exact(_ confidence: Double) -> String {
    "\(percent(confidence)) intervals of proportions: Clopper-Pearson (exact)."
  }

  package static func curve(_ interval: SurvivalInterval, _ confidence: Double) -> [String] {
    [
      "Kaplan-Meier; standard error: Greenwood's, of S(t); \(percent(confidence)) limits:"
        + " \(interval.rawValue).",
      "Ties: an event comes before a loss at the same time.",
      "Median: the smallest time with S(t) < 0.5; where S is exactly 0.5 over an interval, its"
        + " middle. Its limits: Brookmeyer-Crowley.",
      "Median follow-up: reverse Kaplan-Meier.",
    ]
  }

  package static let kinetics = [
    "Times in days from the first infusion; C(0) = 0 without a sample at 0.",
    "Below the limit of quantification: 0 before the first quantifiable sample, left out between"
      + " such samples, ignored after the last for AUClast.",
    "Areas: linear up, logarithmic on every fall, linear where a value is 0; to a limit by"
      + " interpolation around it.",
    "Lambda-z: the last three or more samples after Tmax with the best adjusted R².",
    "Tmax: the first of ties. Persistence: time to the last quantifiable sample, censored where the"
      + " last sample is one.",
  ]

  package static let adverseEvents =
    "A subject counts once a term, with the highest grade; severe is grade 3 or more."

  package static func percent(_ confidence: Double) -> String {
    NumberText.significant(confidence * 100, digits: 3).trimmedZeros + " %"
  }
}

extension String {
  /// Without zeros at the end of a fraction.
  fileprivate var trimmedZeros: String {
    guard contains(".") else { return self }
    var text = self
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
