import Clinical

/// What a line of the ward asks of the grades, in one pass: now, a while ago, and whether the close
/// rounds of a grade 2 are in force.
package struct RecentGrades: Sendable, Equatable {
  /// `nil` for an instant before the last fact.
  package let now: GradeChange?
  /// 12 h before; `nil` where that is earlier than what is kept.
  package let before: GradeChange?
  /// True where the close rounds of a grade 2 are in force (`CloseWatch`).
  package let isSevere: Bool

  static let trend = TimeSpan.hours(12)

  /// - Parameter changes: those up to `t`, in order.
  init(now: GradeChange?, _ changes: [GradeChange], at t: Instant) {
    self.now = now
    before = changes.last { $0.at <= t - Self.trend }
    var watch = CloseWatch()
    for change in changes where change.at <= t { watch.take(change) }
    isSevere = watch.isOn(at: t)
  }
}
