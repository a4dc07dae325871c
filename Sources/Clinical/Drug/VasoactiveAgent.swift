/// A vasoactive drug that a `vasopressor` event may name; the raw value is the text form.
package enum VasoactiveAgent: String, CaseIterable, Sendable, Codable {
  case norepinephrine, epinephrine, phenylephrine, dopamine, metaraminol, ephedrine
  case angiotensinII
  case vasopressin, terlipressin, ornipressin, selepressin
  case dobutamine, milrinone, levosimendan
  case midodrine, droxidopa, methyleneBlue, hydroxocobalamin
  case other

  /// How the consensus and the documented choices treat the agent (clinical-rules 1.4, table).
  package enum Family: Sendable {
    /// One each towards "multiple vasopressors".
    case vasopressor
    /// Not counted towards "multiple"; alone it is grade 3 (D-08, D-09).
    case vasopressin
    /// Not a vasopressor (D-10), but hypotension treated with it is at least 2.
    case inotrope
    /// Oral or adjunct (D-11), as inotropes.
    case adjunct
  }

  package var family: Family {
    switch self {
    case .norepinephrine, .epinephrine, .phenylephrine, .dopamine, .metaraminol, .ephedrine,
      .angiotensinII, .other:
      .vasopressor
    case .vasopressin, .terlipressin, .ornipressin, .selepressin: .vasopressin
    case .dobutamine, .milrinone, .levosimendan: .inotrope
    case .midodrine, .droxidopa, .methyleneBlue, .hydroxocobalamin: .adjunct
    }
  }

  /// As a person reads it: `angiotensin II`.
  package var label: String {
    switch self {
    case .angiotensinII: "angiotensin II"
    case .methyleneBlue: "methylene blue"
    case .other: "other vasopressor"
    default: rawValue
    }
  }

  /// The agent that a name means, in any case: the text form, an international or Chinese name, a
  /// brand or a usual abbreviation; `nil` for a name that the table does not hold.
  package init?(name: String) {
    guard let agent = Self.names[name] ?? Self.names[DrugNames.folded(name)] else { return nil }
    self = agent
  }

  /// Names beside the text form, for the nearest-name help of a refusal.
  package static var knownNames: [String] {
    allCases.map(\.rawValue) + otherNames.keys.sorted()
  }

  private static let names: [String: VasoactiveAgent] = {
    var names = otherNames
    for agent in allCases {
      names[agent.rawValue] = agent
      names[DrugNames.folded(agent.rawValue)] = agent
    }
    return names
  }()

  private static let otherNames: [String: VasoactiveAgent] = [
    "noradrenaline": .norepinephrine, "norepi": .norepinephrine, "ne": .norepinephrine,
    "na": .norepinephrine, "nad": .norepinephrine, "norad": .norepinephrine,
    "levophed": .norepinephrine, "noradrenalin": .norepinephrine,
    "去甲肾上腺素": .norepinephrine, "去甲腎上腺素": .norepinephrine, "重酒石酸去甲肾上腺素": .norepinephrine,
    "adrenaline": .epinephrine, "epi": .epinephrine, "adr": .epinephrine,
    "adrenalin": .epinephrine, "肾上腺素": .epinephrine, "腎上腺素": .epinephrine,
    "neosynephrine": .phenylephrine, "neo-synephrine": .phenylephrine, "pe": .phenylephrine,
    "phe": .phenylephrine, "neo": .phenylephrine, "去氧肾上腺素": .phenylephrine,
    "苯肾上腺素": .phenylephrine, "新福林": .phenylephrine,
    "da": .dopamine, "dopa": .dopamine, "intropin": .dopamine, "多巴胺": .dopamine,
    "aramine": .metaraminol, "间羟胺": .metaraminol, "阿拉明": .metaraminol,
    "麻黄碱": .ephedrine, "麻黄素": .ephedrine, "eph": .ephedrine,
    "giapreza": .angiotensinII, "angiotensin ii": .angiotensinII, "angiotensin 2": .angiotensinII,
    "ang ii": .angiotensinII, "at2": .angiotensinII,
    "血管紧张素ii": .angiotensinII, "血管紧张素 ii": .angiotensinII,
    "avp": .vasopressin, "vaso": .vasopressin, "argipressin": .vasopressin,
    "pitressin": .vasopressin, "vasostrict": .vasopressin, "arginine vasopressin": .vasopressin,
    "血管加压素": .vasopressin, "垂体后叶素": .vasopressin, "精氨酸加压素": .vasopressin,
    "glypressin": .terlipressin, "terlivaz": .terlipressin, "特利加压素": .terlipressin,
    "por-8": .ornipressin, "鸟氨加压素": .ornipressin, "司来加压素": .selepressin,
    "dobutrex": .dobutamine, "dob": .dobutamine, "dobu": .dobutamine, "多巴酚丁胺": .dobutamine,
    "primacor": .milrinone, "mil": .milrinone, "米力农": .milrinone,
    "simdax": .levosimendan, "左西孟旦": .levosimendan,
    "proamatine": .midodrine, "gutron": .midodrine, "米多君": .midodrine,
    "northera": .droxidopa, "屈昔多巴": .droxidopa,
    "methylene blue": .methyleneBlue, "methylthioninium": .methyleneBlue,
    "methylthioninium chloride": .methyleneBlue, "provayblue": .methyleneBlue,
    "亚甲蓝": .methyleneBlue, "美蓝": .methyleneBlue,
    "cyanokit": .hydroxocobalamin, "hydroxycobalamin": .hydroxocobalamin,
    "vitamin b12a": .hydroxocobalamin, "羟钴胺": .hydroxocobalamin,
  ]
}
