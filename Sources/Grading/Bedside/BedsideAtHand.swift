package import Clinical

/// What grading holds to be so at the bedside at an instant, for a form that must show it and not
/// work it out a second time.
package struct BedsideAtHand: Sendable, Equatable {
  /// A vasoactive drug that runs.
  package struct Agent: Sendable, Equatable {
    package let agent: VasoactiveAgent
    /// Of an `other` agent, folded; empty for the rest.
    package let name: String
    package let rate: Quantity?
    package let startedAt: Instant
    package let changedAt: Instant
    package let indication: Vasopressor.Indication
  }

  /// A seizure that was entered and not yet ended.
  package struct Seizure: Sendable, Equatable {
    /// The event with which it began.
    package let start: EventID
    package let at: Instant
    /// What was entered of its length while it goes on; zero where nothing was.
    let lastedAtLeast: TimeSpan
  }

  /// Running agents in the order in which they were started.
  package let agents: [Agent]
  package let seizure: Seizure?
  /// The instrument that fits the patient's age, or that was recorded; `nil` where nothing says.
  package let instrument: Instrument?
  /// Under it a systolic pressure counts as low, in mm[Hg].
  package let systolicLimit: DecimalNumber
  /// Under it an SpO2 counts as low, in per cent; `nil` where nothing says.
  package let saturationLimit: DecimalNumber?
  /// When a temperature is a fever.
  package let feverLimit: FeverLimit
  /// The patient's own normal (D-31); `nil` without one.
  package let baselineICE: Int?
  package let baselineCAPD: Int?
  /// The first infusion; `nil` before it.
  package let infusedAt: Instant?
  /// Completed years on the day; `nil` without a birth date.
  package let age: Int?
}

extension GradedCourse {
  /// What is so at the bedside at `t`, of the facts observed up to it.
  package func bedside(at t: Instant) -> BedsideAtHand {
    let state = state(at: t).0.bedside
    let day = zone.dayNumber(of: t)
    return BedsideAtHand(
      agents: state.agents.map {
        BedsideAtHand.Agent(
          agent: $0.agent, name: $0.name, rate: $0.rate, startedAt: $0.startedAt,
          changedAt: $0.changedAt, indication: $0.indication)
      },
      seizure: state.seizures.last(where: \.isOngoing).map {
        BedsideAtHand.Seizure(
          start: $0.id, at: $0.at,
          lastedAtLeast: TimeSpan(microseconds: $0.length?.lowerBound ?? 0))
      },
      instrument: state.fittingInstrument(onDay: day) ?? state.cognitionReading?.1,
      systolicLimit: state.systolicLimit(onDay: day), saturationLimit: state.saturationLimit,
      feverLimit: FeverLimit(state.settings), baselineICE: state.baselineICE,
      baselineCAPD: state.baselineCAPD, infusedAt: state.infusedAt, age: state.age(onDay: day))
  }
}
