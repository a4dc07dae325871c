import Clinical

/// The scores of ICE or CAPD, oldest first, with what could not be scored.
struct ScoreTrack: Sendable {
  struct Score: Sendable {
    let at: Instant
    /// Points given, and points given plus points still open.
    let low: Int
    let high: Int
    let isUnarousable: Bool
    let id: EventID
  }

  private(set) var scores: [Score] = []
  /// When a point was last lost (ICE) or gained (CAPD): against the score before, and beyond the
  /// patient's own.
  private(set) var loss: Instant?
  /// The entries since the newest score that gave none: the first and the last.
  private(set) var unassessed:
    (first: Instant, last: Instant, id: EventID, status: InstrumentStatus)?
  /// The newest that was done, or refused, or could not be scored for the patient's state: from here
  /// the next is due. Asleep and not done count for nothing.
  private(set) var attempted: Instant?

  var newest: Score? { scores.last }

  mutating func take(_ score: Score, isLoss: Bool) {
    // Of two at one instant the later in order counts.
    if scores.last?.at == score.at { scores.removeLast() }
    scores.append(score)
    if isLoss { loss = score.at }
    unassessed = nil
    attempted = score.at
  }

  mutating func take(_ status: InstrumentStatus, at t: Instant, _ id: EventID) {
    unassessed = (unassessed?.first ?? t, t, id, status)
    switch status {
    case .refused, .sedated, .intubated, .languageBarrier: attempted = t
    case .asleep, .notDone, .done, .unarousable: break
    }
  }

  /// The scores within `span` before the newest, that itself left out.
  func scores(within span: TimeSpan) -> ArraySlice<Score> {
    guard let newest else { return [] }
    let start = newest.at - span
    let first = scores.lastIndex { $0.at <= start }.map { $0 + 1 } ?? 0
    return scores[first..<(scores.count - 1)]
  }
}
