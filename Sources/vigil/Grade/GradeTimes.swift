import Clinical

/// The times of a question as they were asked, before a clock or a file fills in the rest.
struct GradeTimes {
  var at: Instant?
  var asKnownAt: Instant?
  /// By when the store had taken what is known.
  var asStoredAt: Instant?
  var isTimeline: Bool
  var zone: Zone?

  /// The question, where `now` stands for a time that nothing else gives: `--as-known-at` and
  /// `--as-stored-at` alone mean `--at` too.
  func question(now: Instant) -> GradeQuestion {
    GradeQuestion(
      at: at ?? asKnownAt ?? asStoredAt ?? now, asKnownAt: asKnownAt,
      asStoredAt: asStoredAt, isTimeline: isTimeline, zone: zone)
  }
}
