import Clinical
import Grading

/// Every endpoint of a cohort at a cut-off, computed once; the tables are made from it.
package struct OutcomeReport: Sendable {
  package let cohort: Cohort
  let toxicity: [PatientID: [Scale: ToxicityCourse]]
  let reported: ReportedEvents
  let responses: [PatientID: ResponseCourse]
  let timed: [SurvivalAnalysis: [TimedOutcome]]
  let curves: [SurvivalAnalysis: SurvivalGroup]
  let profiles: [LabVariable: [AnalyteProfile]]
  let cytokines: [LabVariable: [CytokineCourse]]
  let clearances: [CD7Clearance]
  let pairs: [GradePair]

  package init(_ cohort: Cohort) {
    self.cohort = cohort
    var toxicity: [PatientID: [Scale: ToxicityCourse]] = [:]
    var responses: [PatientID: ResponseCourse] = [:]
    for patient in cohort.cases {
      var courses: [Scale: ToxicityCourse] = [:]
      for scale in Scale.allCases { courses[scale] = ToxicityCourse(scale, of: patient) }
      toxicity[patient.id] = courses
      responses[patient.id] = ResponseCourse(patient)
    }
    self.toxicity = toxicity
    self.responses = responses
    reported = ReportedEvents(cohort, toxicity)
    var timed: [SurvivalAnalysis: [TimedOutcome]] = [:]
    var curves: [SurvivalAnalysis: SurvivalGroup] = [:]
    for analysis in SurvivalAnalysis.allCases {
      let outcomes = cohort.cases.compactMap { patient in
        responses[patient.id].flatMap { TimedOutcome(analysis, patient, $0) }
      }
      timed[analysis] = outcomes
      curves[analysis] = SurvivalGroup(
        analysis.rawValue, outcomes.map(\.time), interval: cohort.question.interval,
        confidence: cohort.question.confidence)
    }
    self.timed = timed
    self.curves = curves
    var profiles: [LabVariable: [AnalyteProfile]] = [:]
    for variable in TrialFact.variables {
      profiles[variable] = cohort.cases.map { AnalyteProfile(variable, of: $0) }
    }
    self.profiles = profiles
    var cytokines: [LabVariable: [CytokineCourse]] = [:]
    for variable in TrialFact.cytokines {
      cytokines[variable] = (profiles[variable] ?? []).map { CytokineCourse($0) }
    }
    self.cytokines = cytokines
    clearances = cohort.cases.map { CD7Clearance($0) }
    pairs = cohort.cases.flatMap { $0.gradePairs() }
  }

  var n: Int { cohort.cases.count }
  var confidence: Double { cohort.question.confidence }

  /// What stands under every table: up to when, and of whom.
  var population: String {
    let others =
      cohort.notInfused == 0
      ? "" : "; not infused and left out: \(cohort.notInfused)"
    return "Cut-off \(cohort.question.cutoffText). Population: all \(n) infused patients\(others)."
  }

  /// Of a median of times that stands among other numbers.
  var medianConvention: String {
    "median by Kaplan-Meier, with its \(cohort.question.interval.rawValue)"
      + " \(Conventions.percent(confidence)) limits as range."
  }

  func worst(_ scale: Scale, _ patient: PatientID) -> Int? { toxicity[patient]?[scale]?.worst }

  /// A proportion of the cohort as cells.
  func share(_ x: Int, of all: Int? = nil) -> [Cell] {
    OutcomeTable.cells(x, of: all ?? n, confidence: confidence)
  }
}

extension OutcomeQuestion {
  /// The cut-off by the clock of the site.
  package var cutoffText: String {
    let local = cutoff.microseconds / 1_000_000 + Int64(zone.offset(at: cutoff))
    let minutes = Int((local % 86_400 + 86_400) % 86_400) / 60
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(zone.date(of: cutoff)) \(two(minutes / 60)):\(two(minutes % 60)) (\(zone.identifier))"
  }
}
