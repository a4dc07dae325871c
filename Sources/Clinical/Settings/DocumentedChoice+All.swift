extension DocumentedChoice {
  /// Every documented choice, in order (clinical-rules 2.5).
  package static let all: [DocumentedChoice] = [
    hours("D-01", "A fever speaks for 24 h after it was measured.", \.feverLookBack),
    oneOf(
      "D-02", "A temperature is turned into °C first, then rounded half up to 0.1 °C.", \.rounding),
    oneOf(
      "D-03",
      "Once an attributed fever is on record for the open episode, hypotension and hypoxia are graded without a fever now (strict: only with a fever now or a logged antipyretic, anticytokine or corticosteroid).",
      \.waiver, awaits: true),
    oneOf(
      "D-04",
      "Hypotension or hypoxia without any fever, open episode or masking is grade 0, provisional (counted: graded as if there were a fever).",
      \.withoutFever),
    hours(
      "D-05", "CRS closes with the first complete clear set 24 h after the last sign.",
      \.crsClosing, awaits: true),
    wholeOrOff(
      "D-06",
      "A systolic pressure below the limit is no hypotension where the baseline before infusion was below it too and the fall is at most 10 mmHg, without a bolus.",
      \.baselineFall, 0...30, unit: "mmHg"),
    oneOf("D-07", "Age enters a child's systolic limit in completed years.", \.age),
    whole("D-08", "Vasopressin alone is grade 3.", \.vasopressinAlone, 2...3, awaits: true),
    oneOf(
      "D-09", "Terlipressin, ornipressin and selepressin are treated as vasopressin.", \.analogues),
    oneOf(
      "D-10",
      "Inotropes are not counted as vasopressors; hypotension treated with one is at least 2.",
      \.inotropes, awaits: true),
    oneOf(
      "D-11",
      "Oral and adjunct agents (midodrine, droxidopa, methylene blue, hydroxocobalamin) are not counted; hypotension treated with one is at least 2.",
      \.adjuncts),
    hours("D-12", "A push dose counts as requiring that vasopressor for 1 h.", \.pushDose, 0...24),
    oneOf(
      "D-13",
      "Two agents that overlap count as two, unless the second is marked as a switch from the first.",
      \.overlap),
    whole(
      "D-14",
      "A typed SpO2 below 90 % on room air, before any oxygen, is a provisional 2.",
      \.untreatedHypoxia, 0...95, unit: "%"),
    oneOf(
      "D-15",
      "A high-flow nasal cannula is graded by its flow: above 6 L/min 3, at or below it 2 with a flag for review.",
      \.highFlow),
    oneOf(
      "D-16",
      "Oxygen above the patient's own support is graded by what is given now, not by the increase.",
      \.support),
    hours("D-17", "A reading of vital signs counts for grading for 8 h.", \.vitalsLimit),
    hours("D-17.neuro", "ICE, CAPD and consciousness count for grading for 13 h.", \.neuroLimit),
    hours(
      "D-17.state", "An oxygen or vasopressor state asks to be confirmed after 8 h.", \.stateLimit),
    hours(
      "D-17.finding", "A motor or intracranial finding asks to be confirmed after 24 h.",
      \.findingLimit),
    whole(
      "D-18", "An axillary temperature is not corrected for its site.", \.axillaryOffset, 0...10,
      unit: "tenths of °C"),
    minutes(
      "D-19", "A vasopressor counts at any dose and from its first minute.", \.pressorMinimum,
      0...1440),
    whole("D-20", "Awakening spontaneously alone is grade 0.", \.awakeGrade, 0...1),
    whole(
      "D-21", "CAPD is used below 12 years of age, ICE from then on.", \.capdBelowAge, 8...18,
      unit: "years"),
    oneOf(
      "D-22",
      "CAPD 1 to 8 is 0 at or below the recorded baseline and 1 above it; without a baseline 1, provisional (literal: always 1).",
      \.capdLow, awaits: true),
    oneOf(
      "D-23",
      "CAPD 9 or more at or below a recorded baseline is 3, provisional, and asks the clinician.",
      \.capdHigh),
    oneOf(
      "D-24", "ICE at or above the patient's own baseline is 0 (ten: always counted from 10).",
      \.iceBase, awaits: true),
    hours(
      "D-25",
      "A seizure speaks while it lasts and for 24 h after, or until back to baseline, whichever is later, and then until the next neurological observation.",
      \.seizureWindow),
    hours("D-26", "ICANS closes after 24 h at baseline.", \.icansClosing),
    DocumentedChoice(
      id: "D-27",
      text:
        "The observation plan of day −5 to 30; each interval is a setting of its own (plan.vitals.15-21, plan.ice.15-21, …).",
      form: .oneOf(["default"]), awaitsConfirmation: false, read: { _ in .text("default") },
      write: { settings, value in
        guard value == .text("default") else { return false }
        settings.plan = ObservationIntervals()
        return true
      }),
    hours(
      "D-28",
      "A bolus for hypotension speaks for 4 h, and on until a systolic pressure at or above the limit.",
      \.bolus, 1...48, awaits: true),
    hours(
      "D-29", "An attribution to another cause lapses after 24 h unconfirmed.", \.attribution,
      awaits: true),
    hours(
      "D-30", "An adjudication lapses after 24 h, or when the computed grade changes.",
      \.adjudication, awaits: true),
    whole(
      "D-31",
      "Baseline: the median of all systolic pressures from day −5 to the infusion; oxygen, ICE and CAPD as last recorded before it.",
      \.baselineDays, 1...14, unit: "days", awaits: true),
    whole(
      "D-32",
      "Without a birth date the systolic limit is 90 mmHg and the instrument that was recorded is used.",
      \.unknownAgeSystolic, 60...100, unit: "mmHg", awaits: true),
    hours(
      "D-33",
      "After an episode has closed, an antipyretic within 8 h is taken to mask a fever.",
      \.antipyreticMasks, 0...48, awaits: true),
    hours(
      "D-33.shortActing",
      "A corticosteroid, anakinra or ruxolitinib within 48 h is taken to mask a fever.",
      \.shortActingMasks, 0...336, awaits: true),
    hours(
      "D-33.tocilizumab",
      "Tocilizumab or siltuximab within 14 days is taken to mask a fever.",
      \.tocilizumabMasks, 0...1008, awaits: true),
  ]
}
