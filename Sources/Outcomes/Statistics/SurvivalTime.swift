import RealModule

/// How long one subject was followed, and whether the event came.
package struct SurvivalTime: Sendable, Hashable {
  /// From the beginning, in any unit; not below zero.
  package var time: Double
  /// False where the subject was last seen without it: censored.
  package var isEvent: Bool

  package init(_ time: Double, isEvent: Bool) {
    self.time = time
    self.isEvent = isEvent
  }
}

/// How the limits of a survival curve are made (Kalbfleisch and Prentice, The Statistical Analysis
/// of Failure Time Data, 2nd ed., 1.4; R `survfit`, `conf.type`).
package enum SurvivalInterval: String, CaseIterable, Sendable {
  /// Of ln(−ln S): stays between 0 and 1.
  case logLog = "log-log"
  /// Of ln S, at most 1.
  case log
  /// Of S itself, between 0 and 1.
  case plain
}

extension SurvivalInterval {
  /// The limits of a probability, as `survfit_confint` of R's survival makes them.
  ///
  /// - Parameters:
  ///   - relativeError: the standard error of its logarithm: that of the probability, divided by it.
  ///   - z: the normal quantile.
  ///
  /// `nil` for log-log limits of 1, which do not exist.
  func limits(
    of probability: Double, relativeError: Double, _ z: Double
  ) -> (lower: Double, upper: Double)? {
    switch self {
    case .plain:
      let half = z * relativeError * probability
      return (max(probability - half, 0), min(probability + half, 1))
    case .log:
      let log = Double.log(probability)
      return (Double.exp(log - z * relativeError), min(Double.exp(log + z * relativeError), 1))
    case .logLog:
      guard probability < 1 else { return nil }
      let log = Double.log(probability)
      let half = z * relativeError / log
      let centre = Double.log(-log)
      return (Double.exp(-Double.exp(centre - half)), Double.exp(-Double.exp(centre + half)))
    }
  }
}
