import Clinical

/// What is known and in force at the bedside after the facts up to one instant: the input of every
/// criterion. It holds facts and their limits, no grade.
struct BedsideState: Sendable, Codable {
  // The patient.
  var infusedAt: Instant?
  /// Local day of the first infusion, as days since 1970-01-01: day 0.
  var infusionDay: Int64 = 0
  /// The beginning of day 15: an onset from here on is late.
  var lateFrom = Instant.latest
  var birthDate: CalendarDate?
  var hasDevelopmentalDelay = false
  var death: DeathOnRecord?

  // Settings in force: the ward's, and with the patient's own on top.
  var wardSettings = ChoiceSettings()
  var settings = ChoiceSettings()
  var ownSettings: [String: SettingValue] = [:]
  /// The ward's `limits.spo2.low`, which grades nothing and marks what screens show.
  var wardSaturationLimit: SettingValue?

  // Readings and states of CRS.
  var temperature: TemperatureReading?
  var systolic: SystolicReading?
  var saturation: SaturationReading?
  /// The newest saturation that a person typed (D-14).
  var typedSaturation: SaturationReading?
  var bolus: BolusInForce?
  var agents: [RunningAgent] = []
  var pushDoses: [RunningAgent] = []
  /// The newest entry of any vasoactive drug.
  var agentEntryAt: Instant?
  var oxygen: OxygenInForce?
  var vitalsNotDone: NotDoneEntry?

  // Drugs that hide a fever (D-33), and the antipyretics that hold an episode open (D-05): one entry
  // for each drug, for one of them says nothing of another.
  var antipyretics: [DrugGiven] = []
  var shortActing: [DrugGiven] = []
  var longActing: [DrugGiven] = []

  // Baselines (D-31).
  var systolicsBefore: [SystolicReading] = []
  var baselineSystolic: DecimalNumber?
  var baselineOxygen: OxygenInForce?
  var baselineICE: Int?
  var baselineCAPD: Int?

  // Readings and states of ICANS.
  var ice: InstrumentReading?
  var capd: InstrumentReading?
  var instrumentNotDone: InstrumentNotDone?
  var consciousness: ConsciousnessReading?
  var seizures: [SeizureInForce] = []
  var hasSeizureEntry = false
  var motor: StateEntry<Motor.Sign>?
  var intracranial: StateEntry<[Intracranial.Sign]>?

  // Judgements.
  var attributions: [AttributionInForce] = []
  var crsAdjudication: AdjudicationInForce?
  var icansAdjudication: AdjudicationInForce?

  /// A drug given at a moment, or running: its newest entry.
  struct DrugGiven: Sendable, Codable, Hashable {
    var at: Instant
    var drug: String
    var isRunning: Bool
    var id: EventID

    /// True while it acts at `t`: while it runs, and for a time after it was last given or stopped.
    func acts(for time: TimeSpan, at t: Instant) -> Bool { isRunning || t < at + time }
  }

  /// A round of vital signs that was not taken.
  struct NotDoneEntry: Sendable, Codable, Hashable {
    let at: Instant
    let isRefusal: Bool
  }

  /// A finding that holds until the next entry of its kind.
  struct StateEntry<Value: Sendable & Codable & Hashable>: Sendable, Codable, Hashable {
    let value: Value
    let at: Instant
    let id: EventID
  }
}

extension BedsideState {
  /// Days from the first infusion to the local day numbered `day`; `nil` before any infusion.
  func dayAfterInfusion(_ day: Int64) -> Int? {
    infusedAt == nil ? nil : Int(day - infusionDay)
  }

  /// Completed years on the local day numbered `day`; `nil` without a birth date.
  func age(onDay day: Int64) -> Int? {
    birthDate.map { CalendarDate(dayNumber: day).completedYears(since: $0) }
  }

  /// How long a reading of vital signs taken on `day` counts (1.7): 8 h, or twice the interval
  /// where the plan of that day asks for less than every 4 h.
  func vitalsLife(onDay day: Int64) -> TimeSpan {
    life(settings.vitalsLimit, settings.plan.vitals, usual: 4, day)
  }

  /// How long ICE, CAPD and consciousness count (1.7): 13 h, or twice the interval where the plan
  /// asks for less than every 8 h.
  func neuroLife(onDay day: Int64) -> TimeSpan {
    life(settings.neuroLimit, settings.plan.neuro, usual: 8, day)
  }

  private func life(
    _ limit: TimeSpan, _ intervals: [Int], usual: Int, _ day: Int64
  ) -> TimeSpan {
    guard let number = dayAfterInfusion(day), let band = ObservationIntervals.Band(day: number),
      intervals[band.rawValue] > usual
    else { return limit }
    return max(limit, .hours(Int64(2 * intervals[band.rawValue])))
  }

  /// When the newest input of CRS was observed.
  var newestCRSObservation: Instant? {
    Self.newest(temperature?.at, systolic?.at, saturation?.at, oxygen?.at, agentEntryAt, bolus?.at)
  }

  /// When the newest input of ICANS was observed.
  var newestICANSObservation: Instant? {
    Self.newest(
      cognitionReading?.0.at, consciousness?.at, seizures.last?.at, motor?.at, intracranial?.at,
      nil)
  }

  private static func newest(
    _ a: Instant?, _ b: Instant?, _ c: Instant?, _ d: Instant?, _ e: Instant?, _ f: Instant?
  ) -> Instant? {
    func later(_ x: Instant?, _ y: Instant?) -> Instant? {
      guard let x else { return y }
      guard let y else { return x }
      return max(x, y)
    }
    return later(later(later(a, b), later(c, d)), later(e, f))
  }
}
