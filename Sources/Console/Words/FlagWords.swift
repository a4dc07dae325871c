extension Word {
  /// What a flag of a grade says to a person; `nil` for a name that no grade carries.
  init?(flag name: String) {
    switch name {
    case "possibleMaskedCRS": self = .flagMasked
    case "signsWithoutFever": self = .flagWithoutFever
    case "lateOnsetReview": self = .flagLate
    case "paediatricHighFlowReview": self = .flagHighFlow
    case "inotropeReview": self = .flagInotrope
    case "vasopressorReview": self = .flagVasopressor
    case "oxygenUnconfirmed": self = .flagOxygen
    case "vasopressorUnconfirmed": self = .flagPressor
    case "findingUnconfirmed": self = .flagFinding
    case "capdBaselineMissing": self = .flagCAPDBaseline
    case "ageUnknown": self = .flagAge
    case "instrumentMismatch": self = .flagInstrument
    case "attributionLapsed": self = .flagLapsed
    case "systolicAtBaseline": self = .flagBaseline
    case "capdAtBaseline": self = .flagCAPD
    case "awaitingCosignature": self = .flagCosign
    default: return nil
    }
  }
}
