/// A criterion by number, for the fold; `rule` is what it says.
enum Criterion: UInt8, CaseIterable, Sendable, Codable {
  case crsFever, crsFeverWaived, crsOpen, crsSignsWithoutFever
  case crsLowSystolic, crsBolus, crsPushDose, crsVasopressor, crsVasopressinAlone, crsMultiple
  case crsUntreatedHypoxia, crsLowFlow, crsBlowBy, crsHighFlow, crsMask, crsPositivePressure
  case crsDeath
  case icansICE, icansICEUnarousable, icansCAPD, icansCAPDUnable, icansConsciousness
  case icansSeizure, icansSeizureProlonged, icansSeizureRepetitive, icansMotor
  case icansFocalOedema, icansRaisedPressure, icansDeath

  var rule: Rule {
    switch self {
    case .crsFever: .crsFever
    case .crsFeverWaived: .crsFeverWaived
    case .crsOpen: .crsOpen
    case .crsSignsWithoutFever: .crsSignsWithoutFever
    case .crsLowSystolic: .crsLowSystolic
    case .crsBolus: .crsBolus
    case .crsPushDose: .crsPushDose
    case .crsVasopressor: .crsVasopressor
    case .crsVasopressinAlone: .crsVasopressinAlone
    case .crsMultiple: .crsMultiple
    case .crsUntreatedHypoxia: .crsUntreatedHypoxia
    case .crsLowFlow: .crsLowFlow
    case .crsBlowBy: .crsBlowBy
    case .crsHighFlow: .crsHighFlow
    case .crsMask: .crsMask
    case .crsPositivePressure: .crsPositivePressure
    case .crsDeath: .crsDeath
    case .icansICE: .icansICE
    case .icansICEUnarousable: .icansICEUnarousable
    case .icansCAPD: .icansCAPD
    case .icansCAPDUnable: .icansCAPDUnable
    case .icansConsciousness: .icansConsciousness
    case .icansSeizure: .icansSeizure
    case .icansSeizureProlonged: .icansSeizureProlonged
    case .icansSeizureRepetitive: .icansSeizureRepetitive
    case .icansMotor: .icansMotor
    case .icansFocalOedema: .icansFocalOedema
    case .icansRaisedPressure: .icansRaisedPressure
    case .icansDeath: .icansDeath
    }
  }
}

/// What a criterion finds in the facts of one instant.
struct Finding: Sendable, Equatable {
  var criterion: Criterion
  /// The grade that the facts in hand give, and the highest that facts not in hand could.
  var low: Int
  var high: Int
  /// True where a prompt or a choice awaiting a human decides: the grade is provisional by it.
  var isPrompt = false
}

/// What a domain contributes to its scale's grade.
struct DomainFinding: Sendable, Equatable {
  /// The finding that decides `low`, firm ones before prompts; `nil` where nothing was found.
  var finding: Finding?
  var low = 0
  var high = 0
  /// The same with everything left out that only prompts.
  var firm = 0
  /// What states still in force give, readings left out.
  var inForce = 0
  /// False where nothing in force says what the domain is: the bounds come from before.
  var isKnown = true
  /// True where a clinician has attributed it to another cause.
  var isSilenced = false
  /// What `low` would be without that attribution.
  var silencedLow = 0

  mutating func add(_ new: Finding?) {
    guard let new else { return }
    let isStronger =
      finding.map { (new.low, $0.isPrompt ? 1 : 0) > ($0.low, new.isPrompt ? 1 : 0) } ?? true
    if isStronger { finding = new }
    low = max(low, new.low)
    high = max(high, new.high)
    if !new.isPrompt { firm = max(firm, new.low) }
  }

  /// The domain with its contribution taken out by an attribution.
  func silenced() -> DomainFinding {
    var quiet = DomainFinding(isKnown: isKnown, isSilenced: true)
    quiet.silencedLow = low
    return quiet
  }
}

/// Remarks that a grade carries (contract 3).
package struct Flags: OptionSet, Sendable, Codable, Hashable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  package static let possibleMaskedCRS = Flags(rawValue: 1 << 0)
  package static let signsWithoutFever = Flags(rawValue: 1 << 1)
  package static let lateOnsetReview = Flags(rawValue: 1 << 2)
  package static let paediatricHighFlowReview = Flags(rawValue: 1 << 3)
  package static let inotropeReview = Flags(rawValue: 1 << 4)
  package static let vasopressorReview = Flags(rawValue: 1 << 5)
  package static let oxygenUnconfirmed = Flags(rawValue: 1 << 6)
  package static let vasopressorUnconfirmed = Flags(rawValue: 1 << 7)
  package static let findingUnconfirmed = Flags(rawValue: 1 << 8)
  package static let capdBaselineMissing = Flags(rawValue: 1 << 9)
  package static let ageUnknown = Flags(rawValue: 1 << 10)
  package static let instrumentMismatch = Flags(rawValue: 1 << 11)
  /// An attribution to another cause ran out unconfirmed: the sign counts again (D-29).
  package static let attributionLapsed = Flags(rawValue: 1 << 12)
  /// D-06: a low pressure as low as the patient's own baseline; asks to be confirmed.
  package static let systolicAtBaseline = Flags(rawValue: 1 << 13)
  /// D-23: a high CAPD no higher than the patient's own; asks the clinician.
  package static let capdAtBaseline = Flags(rawValue: 1 << 14)
  /// What a trainee wrote would say otherwise; it waits for a co-signature.
  package static let awaitingCosignature = Flags(rawValue: 1 << 15)

  private static let names: [(Flags, String)] = [
    (.possibleMaskedCRS, "possibleMaskedCRS"), (.signsWithoutFever, "signsWithoutFever"),
    (.lateOnsetReview, "lateOnsetReview"),
    (.paediatricHighFlowReview, "paediatricHighFlowReview"),
    (.inotropeReview, "inotropeReview"), (.vasopressorReview, "vasopressorReview"),
    (.oxygenUnconfirmed, "oxygenUnconfirmed"),
    (.vasopressorUnconfirmed, "vasopressorUnconfirmed"),
    (.findingUnconfirmed, "findingUnconfirmed"),
    (.capdBaselineMissing, "capdBaselineMissing"), (.ageUnknown, "ageUnknown"),
    (.instrumentMismatch, "instrumentMismatch"), (.attributionLapsed, "attributionLapsed"),
    (.systolicAtBaseline, "systolicAtBaseline"), (.capdAtBaseline, "capdAtBaseline"),
    (.awaitingCosignature, "awaitingCosignature"),
  ]

  /// The names in the outputs, in alphabetical order.
  package var list: [String] {
    Self.names.filter { contains($0.0) }.map(\.1).sorted()
  }
}
