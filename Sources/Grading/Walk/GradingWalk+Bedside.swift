package import Clinical

extension GradingWalk {
  /// The first infusion.
  package var infusedAt: Instant? { state.bedside.infusedAt }
  /// The choices of grading in force, the patient's own on top of the ward's.
  package var settings: ChoiceSettings { state.bedside.settings }

  /// The newest temperature in tenths of a degree Celsius as D-02 and D-18 make it, expired or not.
  package var temperature: Observed<Int>? {
    state.bedside.temperature.map { Observed($0.tenths, at: $0.at, id: $0.id) }
  }

  /// The newest systolic pressure in mm[Hg], expired or not.
  package var systolic: Observed<DecimalNumber>? {
    state.bedside.systolic.map { Observed($0.value, at: $0.at, id: $0.id) }
  }

  /// The limit under which the newest systolic pressure is low, by age on its day.
  package var systolicLimit: DecimalNumber? { state.bedside.systolic?.limit }

  /// True where D-06 excuses the newest systolic pressure: as low as the patient's own.
  package func isSystolicExcused(at t: Instant) -> Bool {
    state.bedside.systolic.map { state.bedside.isExcused($0, at: t) } ?? false
  }

  /// The median systolic pressure before the infusion (D-31); `nil` before it or without readings.
  package var baselineSystolic: DecimalNumber? { state.bedside.baselineSystolic }

  /// The oxygen support in force, and the grade that it gives by itself: 0 for room air and for
  /// support that is not for hypoxia.
  package var oxygen: OxygenGiven? {
    state.bedside.oxygen.map {
      OxygenGiven(
        device: $0.device, flow: $0.flow, isRoomAir: $0.isRoomAir,
        grade: state.bedside.oxygenFinding($0)?.low ?? 0, at: $0.at, id: $0.id)
    }
  }

  /// Oxygen support with the grade that it gives.
  package struct OxygenGiven: Sendable, Hashable {
    package let device: Oxygen.Device
    /// L/min.
    package let flow: DecimalNumber?
    package let isRoomAir: Bool
    package let grade: Int
    package let at: Instant
    package let id: EventID
    /// As the evidence names it.
    package var label: String { device.label }
  }

  /// What hypotension and hypoxia give at `t`, attributions applied.
  package func low(_ domain: Domain, at t: Instant) -> Int {
    switch domain {
    case .hypotension: state.bedside.hypotension(at: t).0.low
    case .hypoxia: state.bedside.hypoxia(at: t).0.low
    default: 0
    }
  }

  /// The vasopressors that speak for hypotension at `t`, push doses included: those that count
  /// towards "multiple", and vasopressin and its analogues.
  package func vasopressors(at t: Instant) -> VasopressorsGiven {
    let count = state.bedside.vasopressors(at: t, withPushDoses: true)
    func given(_ agents: [RunningAgent]) -> [VasopressorsGiven.Agent] {
      agents.map {
        VasopressorsGiven.Agent(
          agent: $0.agent, name: $0.name, startedAt: $0.startedAt, id: $0.id)
      }
    }
    return VasopressorsGiven(
      counted: given(count.counted), vasopressin: given(count.vasopressin))
  }

  /// Vasopressors running at one instant.
  package struct VasopressorsGiven: Sendable, Hashable {
    package struct Agent: Sendable, Hashable {
      package let agent: VasoactiveAgent
      package let name: String
      package let startedAt: Instant
      package let id: EventID
      /// As a person reads it.
      package var label: String { name.isEmpty ? agent.label : name }
    }
    package let counted: [Agent]
    package let vasopressin: [Agent]

    package var all: [Agent] { counted + vasopressin }
    /// The vasopressor count of clinical-rules 1.4; vasopressin alone is one.
    package var number: Int { counted.isEmpty ? min(1, vasopressin.count) : counted.count }
  }

  /// True while any agent runs that is a vasopressor.
  package var isPressorRunning: Bool {
    state.bedside.agents.contains {
      $0.agent.family == .vasopressor || $0.agent.family == .vasopressin
    }
  }

  /// The ICE at and above which nothing is lost: the patient's own, or ten (D-24).
  package var normalICE: Int { state.bedside.normalICE }
  /// The CAPD that counts as the patient's own (D-31).
  package var baselineCAPD: Int? { state.bedside.baselineCAPD }

  /// The instrument that fits the patient on the local day of `t`, else the one that was recorded.
  package func instrument(at t: Instant, zone: Zone) -> Instrument? {
    state.bedside.fittingInstrument(onDay: zone.dayNumber(of: t))
      ?? state.bedside.cognitionReading?.1
  }

  /// The seizures that still speak (D-25), oldest first.
  package var seizures: [SeizureGiven] {
    state.bedside.seizures.map {
      SeizureGiven(
        at: $0.at, ids: [$0.id] + $0.parts, resolved: $0.resolved, hasLength: $0.length != nil,
        lastedAtLeast: TimeSpan(microseconds: $0.length?.lowerBound ?? 0))
    }
  }

  /// A seizure as far as it is known.
  package struct SeizureGiven: Sendable, Hashable {
    package let at: Instant
    package let ids: [EventID]
    package let resolved: Bool?
    package let hasLength: Bool
    /// By what was entered of its length, so far or in all; zero where nothing was.
    package let lastedAtLeast: TimeSpan

    /// True while it goes on, or nobody wrote that it ended: a length tells of an end only where it
    /// is not said to go on.
    package var isOpen: Bool { resolved == false || resolved == nil && !hasLength }
  }
}
