import Clinical

/// The life of one interval: its steps, the acknowledgements that apply, and time, in order.
struct AlertLife {
  private(set) var phase: AlertPhase
  /// Everything that became of it, oldest first.
  private(set) var changes: [(at: Instant, change: AlertChange)] = []
  private(set) var reRaised: Instant?
  private(set) var escalated: Instant?
  /// The newest acknowledgement, in force or not.
  private(set) var acknowledgement: AcknowledgementGiven?
  private(set) var until: Instant?

  private struct Entry {
    let at: Instant
    /// What counts first of what happens at one instant.
    let rank: Int
    let input: AlertInput
    let priority: AlertPriority
  }

  /// - Parameters:
  ///   - acknowledgements: those of the rule that fall into the interval or, after its end, before the
  ///     next; in order.
  ///   - now: the instant that is asked about.
  init(
    _ interval: AlertInterval, _ acknowledgements: [AcknowledgementGiven], _ times: AlertTimes,
    now: Instant
  ) {
    let start = interval.steps[0]
    phase = .raised(AlertPhase.Raised())
    changes.append((interval.raised, .raised))
    var entries: [Entry] = []
    for step in interval.steps {
      entries.append(
        Entry(
          at: Self.moment(of: step, acknowledgements), rank: 1, input: .step(step),
          priority: step.priority))
    }
    if let ended = interval.ended, ended <= now {
      entries.append(Entry(at: ended, rank: 0, input: .end, priority: start.priority))
      // What became known only after the end can no longer bring the alert back.
      entries.removeAll { if case .step = $0.input { $0.at > ended } else { false } }
    }
    for given in acknowledgements {
      let said = interval.steps.last { $0.at <= given.at } ?? start
      entries.append(
        Entry(at: given.at, rank: 2, input: .acknowledge(given), priority: said.priority))
    }
    entries = entries.enumerated().sorted {
      ($0.element.at, $0.element.rank, $0.offset) < ($1.element.at, $1.element.rank, $1.offset)
    }.map(\.element)
    var priority = start.priority
    for entry in entries where entry.at <= now {
      pass(until: entry.at, inclusive: false, priority, times)
      if case .step(let step) = entry.input { priority = step.priority }
      apply(entry.input, at: entry.at, priority: entry.priority, times)
    }
    pass(until: now, inclusive: true, priority, times)
  }

  // A step takes effect at its time; but one that lies before an acknowledgement and came to be
  // known after it takes effect when it was known, for nobody could have acknowledged it.
  private static func moment(
    of step: AlertStep, _ acknowledgements: [AcknowledgementGiven]
  ) -> Instant {
    acknowledgements.contains { $0.at >= step.at && $0.known < step.known }
      ? max(step.at, step.known) : step.at
  }

  private mutating func pass(
    until t: Instant, inclusive: Bool, _ priority: AlertPriority, _ times: AlertTimes
  ) {
    while let deadline = phase.deadline(times), deadline < t || inclusive && deadline == t {
      apply(.time, at: deadline, priority: priority, times)
    }
  }

  private mutating func apply(
    _ input: AlertInput, at t: Instant, priority: AlertPriority, _ times: AlertTimes
  ) {
    let (next, change) = phase.after(input, at: t, priority: priority, times)
    // Whoever acknowledged it had been reached; a new standing counts its own calls.
    if case .acknowledged = phase, case .raised = next { escalated = nil }
    phase = next
    guard let change else { return }
    changes.append((t, change))
    switch change {
    case .reRaised: reRaised = t
    case .escalated: escalated = t
    case .acknowledged:
      if case .acknowledge(let given) = input { acknowledgement = given }
      if case .acknowledged(let acknowledged) = phase {
        until = acknowledged.until
      } else {
        until = nil
      }
    case .raised, .ended: break
    }
  }
}
