import Clinical

/// What a line of the ward asks of the grades, in one pass: now, a while ago, and whether the close
/// rounds of a grade 2 are in force.
package struct RecentGrades: Sendable, Equatable {
  /// `nil` for an instant before the last fact.
  package let now: GradeChange?
  /// 12 h before; `nil` where that is earlier than what is kept.
  package let before: GradeChange?
  /// True where CRS or ICANS was certainly 2 or more at some moment of the last 4 h
  /// (clinical-rules 1.7).
  package let isSevere: Bool

  static let trend = TimeSpan.hours(12)
  static let severe = TimeSpan.hours(4)

  /// - Parameter changes: those up to `t`, in order.
  init(now: GradeChange?, _ changes: [GradeChange], at t: Instant) {
    self.now = now
    before = changes.last { $0.at <= t - Self.trend }
    // The grade carried into the 4 h counts as well.
    var isSevere = false
    for change in changes.reversed() where change.at <= t {
      if max(change.crs.certain ?? 0, change.icans.certain ?? 0) >= 2 { isSevere = true }
      if isSevere || change.at <= t - Self.severe { break }
    }
    self.isSevere = isSevere
  }
}
