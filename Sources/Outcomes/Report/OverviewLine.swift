/// A line of the overview.
enum OverviewLine: String, CaseIterable {
  case crsAny = "CRS, any grade, first month"
  case crsSevere = "CRS, grade 3 or more, first month"
  case icansAny = "ICANS, any grade, first month"
  case icansSevere = "ICANS, grade 3 or more, first month"
  case neurotoxicity = "Neurotoxicity, first month"
  case severeEvent = "Adverse event of grade 3 or more, first month"
  case bestResponse = "Overall response, best"
  case bestComplete = "CR or CRi, best"
  case negative = "MRD negative, of those in CR or CRi with a result"
  case thirdResponse = "Overall response at month 3"
  case duration = "Duration of response, median"
  case progressionFree = "Progression-free survival, median"
  case overall = "Overall survival, median"
  case cmax = "CAR copies, Cmax, median and range"
  case tmax = "CAR copies, Tmax, median and range"
  case cleared = "CD7+ cells cleared, first month"
  case concordance = "Computed grade equal to the clinician's"

  /// The analysis whose median the line is.
  var analysis: SurvivalAnalysis? {
    switch self {
    case .duration: .durationOfResponse
    case .progressionFree: .progressionFree
    case .overall: .overall
    default: nil
    }
  }
}
