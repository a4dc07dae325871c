import Clinical
import Outcomes

/// A parameter of kinetics as CDISC's terminology (PKPARMCD, PKPARM) names it.
enum KineticParameter: String, CaseIterable {
  case cmax = "CMAX"
  case tmax = "TMAX"
  case clast = "CLST"
  case tlast = "TLST"
  case aucLast = "AUCLST"
  case area28 = "AUC28"
  case area90 = "AUC90"
  case lambdaZ = "LAMZ"
  case halfLife = "LAMZHL"
  /// Not of the terminology, which may be extended.
  case persistence = "PERSIST"

  /// `PPTESTCD`: both areas to a day are AUCINT, told apart by their intervals.
  var code: String {
    switch self {
    case .area28, .area90: "AUCINT"
    default: rawValue
    }
  }

  /// `PPTEST`.
  var label: String {
    switch self {
    case .cmax: "Max Conc"
    case .tmax: "Time of CMAX"
    case .clast: "Last Nonzero Conc"
    case .tlast: "Time of Last Nonzero Conc"
    case .aucLast: "AUC to Last Nonzero Conc"
    case .area28, .area90: "AUC from T1 to T2"
    case .lambdaZ: "Lambda z"
    case .halfLife: "Half-Life Lambda z"
    case .persistence: "Persistence"
    }
  }

  /// The end of the interval, ISO 8601; it begins at the infusion. `nil` where there is none.
  var end: String? {
    switch self {
    case .area28: "P28D"
    case .area90: "P90D"
    default: nil
    }
  }

  /// The unit, of a profile in `concentration`.
  func unit(_ concentration: String) -> String {
    switch self {
    case .cmax, .clast: concentration
    case .tmax, .tlast, .halfLife, .persistence: "DAYS"
    case .aucLast, .area28, .area90: "day*\(concentration)"
    case .lambdaZ: "/day"
    }
  }

  func value(in kinetics: Kinetics) -> Double? {
    switch self {
    case .cmax: kinetics.cmax
    case .tmax: kinetics.tmax
    case .clast: kinetics.clast
    case .tlast: kinetics.tlast
    case .aucLast: kinetics.aucLast
    case .area28: kinetics.auc0to28
    case .area90: kinetics.auc0to90
    case .lambdaZ: kinetics.lambdaZ
    case .halfLife: kinetics.halfLife
    case .persistence: kinetics.persistence?.days
    }
  }

  /// Why it cannot be given.
  func reason(in kinetics: Kinetics) -> String {
    let key =
      switch self {
      case .cmax: "cmax"
      case .tmax: "tmax"
      case .clast: "clast"
      case .tlast: "tlast"
      case .aucLast: "aucLast"
      case .area28: "auc0to28"
      case .area90: "auc0to90"
      case .lambdaZ: "lambdaZ"
      case .halfLife: "halfLife"
      case .persistence: "persistence"
      }
    return kinetics.reason(key) ?? ""
  }

  /// True where the value is only the least that it can be: of a sample above the upper limit of
  /// quantification, or of cells that were still found at the end.
  func isLeast(of profile: AnalyteProfile, _ kinetics: Kinetics) -> Bool {
    let above = profile.after.filter(\.isAbove)
    switch self {
    case .cmax: return above.contains { $0.value == kinetics.cmax }
    case .clast: return above.contains { $0.time == kinetics.tlast }
    case .aucLast: return !above.isEmpty
    case .area28: return above.contains { $0.time < 28 }
    case .area90: return above.contains { $0.time < 90 }
    case .persistence: return kinetics.persistence?.isCensored ?? false
    case .tmax, .tlast, .lambdaZ, .halfLife: return false
    }
  }
}
