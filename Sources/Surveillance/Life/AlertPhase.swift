package import Clinical

/// Where an alert stands: a state machine of its own, apart from what makes a rule true.
///
/// ```
///            step                acknowledge
///   raised ────────► raised      raised ─────────► acknowledged ──── until over, or worse ───► raised
///     │ highest, 5 min                                  │
///     └──► escalated, still raised                      │
///   raised ── end ──► ended, unseen ── acknowledge ──► ended, seen ◄── end ── acknowledged
/// ```
/// A highest one that only a nurse has acknowledged stays raised, noted as seen, and goes on being
/// called for: it waits for a physician. What somebody acknowledges who may not is told and changes
/// nothing.
package enum AlertPhase: Sendable, Hashable {
  case raised(Raised)
  case acknowledged(Acknowledged)
  case ended(Ended)

  /// Nobody has acknowledged what it says.
  package struct Raised: Sendable, Hashable {
    /// Since when a highest one has stood unacknowledged; `nil` for any other.
    var standing: Instant?
    /// How many have been called.
    var calls = 0
    /// The worst that it has said, and the newest.
    var worst: AlertStep?
    var current: AlertStep?
    /// True once somebody has seen what it says who may not take it off.
    var isNoted = false
  }

  package struct Acknowledged: Sendable, Hashable {
    package let given: AcknowledgementGiven
    /// When it comes back if it is still true.
    package let until: Instant
    /// What it said when it was acknowledged; `nil` where what made it true was not known then.
    let covered: AlertStep?
    /// What it has said since, the newest.
    var current: AlertStep?
  }

  package struct Ended: Sendable, Hashable {
    package let at: Instant
    /// Acknowledged, before or after its end; until then it is kept.
    package var isSeen: Bool
  }
}

/// What moves an alert.
enum AlertInput: Sendable {
  /// What it says from now on.
  case step(AlertStep)
  case acknowledge(AcknowledgementGiven)
  /// A deadline has come.
  case time
  /// The rule is no longer true.
  case end
}

/// What became of an alert, for a watcher.
package enum AlertChange: String, Sendable {
  case raised, reRaised, acknowledged, escalated, ended
}

/// Times that the life of an alert asks for.
struct AlertTimes: Sendable {
  let rearmHighest: TimeSpan
  let rearmOthers: TimeSpan
  let escalate: TimeSpan
  /// How many there are to be called.
  let people: Int

  init(_ settings: AlertSettings) {
    rearmHighest = settings.span(.rearmHighest)
    rearmOthers = settings.span(.rearmOthers)
    escalate = settings.span(.escalate)
    people = settings.onCall.count
  }

  func rearm(_ priority: AlertPriority) -> TimeSpan {
    priority == .highest ? rearmHighest : rearmOthers
  }
}

extension AlertPhase {
  /// The next instant at which time alone moves it; `nil` where nothing waits.
  func deadline(_ times: AlertTimes) -> Instant? {
    switch self {
    case .raised(let raised):
      // The first call is made even where nobody is named: somebody may be reached by a watcher.
      guard let standing = raised.standing, raised.calls < max(1, times.people) else { return nil }
      return standing + times.escalate * Int64(raised.calls + 1)
    case .acknowledged(let acknowledged): return acknowledged.until
    case .ended: return nil
    }
  }

  /// The one transition function: the phase after an input at `t`, and what to tell of it.
  ///
  /// - Parameter priority: of what the alert says now.
  func after(
    _ input: AlertInput, at t: Instant, priority: AlertPriority, _ times: AlertTimes
  ) -> (AlertPhase, AlertChange?) {
    switch (self, input) {
    case (.raised(var raised), .step(let step)):
      let isWorse = raised.worst.map(step.isWorse) ?? false
      if isWorse || raised.worst == nil { raised.worst = step }
      if isWorse { raised.isNoted = false }
      raised.current = Self.newer(step, raised.current)
      raised.standing =
        step.priority == .highest ? raised.standing ?? max(t, step.known) : nil
      if raised.standing == nil { raised.calls = 0 }
      return (.raised(raised), isWorse ? .reRaised : nil)
    case (.raised(var raised), .acknowledge(let given)):
      guard given.settles(priority) else {
        if given.isSeen { raised.isNoted = true }
        return (.raised(raised), .acknowledged)
      }
      return (Self.taken(given, raised.current, priority, times), .acknowledged)
    case (.raised(var raised), .time):
      raised.calls += 1
      return (.raised(raised), .escalated)
    case (.acknowledged(var acknowledged), .step(let step)):
      guard acknowledged.covered.map(step.isWorse) ?? true else {
        acknowledged.current = Self.newer(step, acknowledged.current)
        return (.acknowledged(acknowledged), nil)
      }
      return (Self.raisedAgain(by: step, at: max(t, step.known)), .reRaised)
    case (.acknowledged(let acknowledged), .acknowledge(let given)):
      guard given.settles(priority) else { return (self, nil) }
      return (Self.taken(given, acknowledged.current, priority, times), .acknowledged)
    case (.acknowledged(let acknowledged), .time):
      return (Self.raisedAgain(by: acknowledged.current, at: t), .reRaised)
    case (.raised(let raised), .end):
      return (.ended(Ended(at: t, isSeen: raised.isNoted)), .ended)
    case (.acknowledged, .end): return (.ended(Ended(at: t, isSeen: true)), .ended)
    case (.ended(var ended), .acknowledge(let given)):
      guard !ended.isSeen, given.isSeen else { return (self, nil) }
      ended.isSeen = true
      return (.ended(ended), .acknowledged)
    case (.ended, .step), (.ended, .time), (.ended, .end): return (self, nil)
    }
  }

  // An end that was asked for before the acknowledgement itself is no time at all, and one that lies
  // too far ahead is cut.
  private static func taken(
    _ given: AcknowledgementGiven, _ current: AlertStep?, _ priority: AlertPriority,
    _ times: AlertTimes
  ) -> AlertPhase {
    let asked = given.until ?? given.at + times.rearm(priority)
    let until = max(min(asked, given.at + AcknowledgementGiven.longest), given.at)
    return .acknowledged(
      Acknowledged(given: given, until: until, covered: current, current: current))
  }

  private static func raisedAgain(by step: AlertStep?, at t: Instant) -> AlertPhase {
    .raised(
      Raised(
        standing: step?.priority == .highest ? t : nil, calls: 0, worst: step, current: step))
  }

  private static func newer(_ step: AlertStep, _ other: AlertStep?) -> AlertStep {
    other.map { step.at >= $0.at ? step : $0 } ?? step
  }
}
