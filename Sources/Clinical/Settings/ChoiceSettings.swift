/// The documented choices (D-nn) of the grading rules, as values that a rule takes as an argument.
///
/// Where the consensus is silent, clinical-rules 2.5 chooses; a `setting` event of that name
/// changes the choice from its `at` on. The catalogue (`DocumentedChoice.all`) says each in words.
package struct ChoiceSettings: Hashable, Sendable, Codable {
  package enum Rounding: String, CaseIterable, Sendable, Codable { case halfUp, none }
  package enum Waiver: String, CaseIterable, Sendable, Codable { case onRecord, strict }
  package enum WithoutFever: String, CaseIterable, Sendable, Codable { case zero, counted }
  package enum Age: String, CaseIterable, Sendable, Codable { case completedYears, completedMonths }
  package enum Analogues: String, CaseIterable, Sendable, Codable { case asVasopressin, counted }
  package enum Counting: String, CaseIterable, Sendable, Codable { case notCounted, counted }
  package enum Overlap: String, CaseIterable, Sendable, Codable { case unlessSwitch, always }
  package enum HighFlow: String, CaseIterable, Sendable, Codable { case byFlow, alwaysThree }
  package enum Support: String, CaseIterable, Sendable, Codable { case absolute, increment }
  package enum CAPDLow: String, CaseIterable, Sendable, Codable { case aboveBaseline, literal }
  package enum CAPDHigh: String, CaseIterable, Sendable, Codable { case provisional, zero, literal }
  package enum ICEBase: String, CaseIterable, Sendable, Codable { case baseline, ten }

  /// D-01: how long a fever speaks.
  package var feverLookBack = TimeSpan.hours(24)
  /// D-02: how a temperature becomes tenths of a degree.
  package var rounding = Rounding.halfUp
  /// D-03: what lets hypotension and hypoxia be graded without a fever now.
  package var waiver = Waiver.onRecord
  /// D-04: what signs without any fever give.
  package var withoutFever = WithoutFever.zero
  /// D-05: how long CRS must be clear before an episode closes.
  package var crsClosing = TimeSpan.hours(24)
  /// D-06: a fall from a low baseline of at most this many mmHg is no hypotension; `nil` is off.
  package var baselineFall: Int? = 10
  /// D-07: how age enters the systolic limit of a child.
  package var age = Age.completedYears
  /// D-08: grade of vasopressin alone.
  package var vasopressinAlone = 3
  /// D-09: terlipressin, ornipressin, selepressin.
  package var analogues = Analogues.asVasopressin
  /// D-10: inotropes.
  package var inotropes = Counting.notCounted
  /// D-11: oral and adjunct agents.
  package var adjuncts = Counting.notCounted
  /// D-12: how long a push dose counts as an agent; zero is never.
  package var pushDose = TimeSpan.hours(1)
  /// D-13: whether a marked switch counts as two while both run.
  package var overlap = Overlap.unlessSwitch
  /// D-14: a typed SpO2 below this on room air is a provisional 2; 0 is off.
  package var untreatedHypoxia = 90
  /// D-15: the high-flow cannula.
  package var highFlow = HighFlow.byFlow
  /// D-16: oxygen above the patient's own support.
  package var support = Support.absolute
  /// D-17: how long a reading of vital signs counts for grading.
  package var vitalsLimit = TimeSpan.hours(8)
  /// D-17.neuro: the same for ICE, CAPD and consciousness.
  package var neuroLimit = TimeSpan.hours(13)
  /// D-17.state: after this an oxygen or vasopressor state asks to be confirmed.
  package var stateLimit = TimeSpan.hours(8)
  /// D-17.finding: after this a motor or intracranial finding asks to be confirmed.
  package var findingLimit = TimeSpan.hours(24)
  /// D-18: tenths of a degree added to an axillary temperature.
  package var axillaryOffset = 0
  /// D-19: how long a vasopressor must run before it counts.
  package var pressorMinimum = TimeSpan.zero
  /// D-20: grade of "awakens spontaneously".
  package var awakeGrade = 0
  /// D-21: CAPD below this age in completed years.
  package var capdBelowAge = 12
  /// D-22: CAPD 1 to 8.
  package var capdLow = CAPDLow.aboveBaseline
  /// D-23: CAPD 9 and more, at or below a recorded baseline.
  package var capdHigh = CAPDHigh.provisional
  /// D-24: what ICE counts from.
  package var iceBase = ICEBase.baseline
  /// D-25: how long a seizure speaks.
  package var seizureWindow = TimeSpan.hours(24)
  /// D-26: how long ICANS must be clear before an episode closes.
  package var icansClosing = TimeSpan.hours(24)
  /// D-27: the observation plan, by day after infusion.
  package var plan = ObservationIntervals()
  /// D-28: how long a bolus for hypotension speaks at least.
  package var bolus = TimeSpan.hours(4)
  /// D-29: how long an attribution holds unconfirmed.
  package var attribution = TimeSpan.hours(24)
  /// D-30: how long an adjudication holds.
  package var adjudication = TimeSpan.hours(24)
  /// D-31: days before the infusion whose systolic readings make the baseline.
  package var baselineDays = 5
  /// D-32: systolic limit in mmHg without a birth date.
  package var unknownAgeSystolic = 90
  /// D-33: how long an antipyretic masks a fever after an episode has closed.
  package var antipyreticMasks = TimeSpan.hours(8)
  /// D-33.shortActing: the same for corticosteroids, anakinra, ruxolitinib.
  package var shortActingMasks = TimeSpan.hours(48)
  /// D-33.tocilizumab: the same for tocilizumab and siltuximab.
  package var tocilizumabMasks = TimeSpan.days(14)

  package init() {}
}

/// How often the plan in force asks for vital signs and for ICE or CAPD, in hours (clinical-rules
/// 4.4); it matters to grading only where it asks for less than every 4 h or 8 h (1.7).
package struct ObservationIntervals: Hashable, Sendable, Codable {
  /// Hours between rounds of vital signs, by `Band`.
  package var vitals = [24, 4, 4, 6, 8]
  /// Hours between ICE or CAPD, by `Band`.
  package var neuro = [24, 8, 8, 12, 24]

  package init() {}

  /// The spans of days that the plan tells apart.
  package enum Band: Int, CaseIterable, Sendable {
    case before, infusion, first, second, third

    /// The band of a day after infusion; `nil` outside day −5 to 30.
    package init?(day: Int) {
      switch day {
      case -5 ... -1: self = .before
      case 0: self = .infusion
      case 1...14: self = .first
      case 15...21: self = .second
      case 22...30: self = .third
      default: return nil
      }
    }

    /// As it stands in a setting's name: `plan.ice.15-21`.
    package var name: String {
      switch self {
      case .before: "-5--1"
      case .infusion: "0"
      case .first: "1-14"
      case .second: "15-21"
      case .third: "22-30"
      }
    }
  }
}
