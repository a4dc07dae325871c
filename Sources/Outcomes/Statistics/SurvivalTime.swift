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
