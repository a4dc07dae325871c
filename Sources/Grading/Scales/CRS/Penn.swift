import Clinical

extension OtherScale {
  /// Penn (Porter): CPAP and BiPAP are 3, vasopressin is a high-dose vasopressor.
  static let penn = OtherScale(
    "Penn", "CRS by Penn (Porter)",
    source: "PMC8159878 T3; ashpublications 6544574; JITC 25529 table 5", fromMemory: true,
    remark: "limits of high doses from memory",
    firstDay: 0,
    columns: [
      CRSFacts.crs, CRSFacts.hypotension, CRSFacts.boluses, CRSFacts.pressors, CRSFacts.highDose,
      CRSFacts.device,
      ScaleColumn(
        "hospitalised", .flag, "in hospital for symptoms of CRS, febrile neutropenia among them"),
      ScaleColumn(
        "creatinineGrade", .number(.count("creatinineGrade", 0...4)), "CTCAE grade of creatinine"),
      ScaleColumn(
        "liverGrade", .number(.count("liverGrade", 0...4)), "CTCAE grade of liver function tests"),
      ScaleColumn(
        "coagulopathy", .flag, "coagulopathy that needs plasma, cryoprecipitate or fibrinogen"),
      CRSFacts.death,
    ],
    gather: { record in
      var inputs = record.crsFacts(countsVasopressin: true)
      for name in ["hospitalised", "creatinineGrade", "liverGrade", "coagulopathy"] {
        inputs.miss(name, "events do not carry it; a clinician judges it")
      }
      return inputs
    },
    rule: { inputs in
      let facts = CRSFacts(inputs: inputs)
      return facts.finding([
        pressure(facts), oxygen(facts), organs(inputs),
        CRSFacts.Domain(
          name: "coagulopathy",
          bounds: inputs.flag("coagulopathy").map { $0 ? 3...3 : 0...0 } ?? 0...3,
          asks: ["coagulopathy"]),
        CRSFacts.Domain(
          name: "hospitalisation",
          bounds: inputs.flag("hospitalised").map { $0 ? 2...2 : 0...0 } ?? 0...2,
          asks: ["hospitalised"]),
      ])
    })

  // Several boluses or a low dose 3, a high dose 4. What one bolus is Penn does not say: more than
  // mild, for fluids for hypotension are left out of 2.
  private static func pressure(_ facts: CRSFacts) -> CRSFacts.Domain {
    let drugs = facts.pressure(fluids: 2, lowDose: 3, highDose: 4, several: 3)
    if let count = facts.pressors, count > 1 {
      let bounds = facts.isHighDose.map { $0 ? 4...4 : 3...3 } ?? 3...4
      return CRSFacts.Domain(
        name: "hypotension", bounds: bounds, asks: facts.isHighDose == nil ? ["highDose"] : [])
    }
    guard facts.pressors == 0, facts.hypotension != false else { return drugs }
    guard facts.hypotension != nil else {
      return CRSFacts.Domain(name: "hypotension", bounds: 0...3, asks: ["hypotension"])
    }
    switch facts.boluses {
    case nil: return CRSFacts.Domain(name: "hypotension", bounds: 2...3, asks: ["boluses"])
    case .some(0):
      return CRSFacts.Domain(
        name: "hypotension", bounds: 2...3,
        open: ["hypotension": "not treated yet, and the scale grades by treatment"])
    case .some(1):
      return CRSFacts.Domain(
        name: "hypotension", bounds: 2...3,
        open: ["boluses": "the scale does not say what one bolus is"])
    default: return CRSFacts.Domain(name: "hypotension", bounds: 3...3)
    }
  }

  private static func oxygen(_ facts: CRSFacts) -> CRSFacts.Domain {
    switch facts.device {
    case nil: CRSFacts.Domain(name: "hypoxia", bounds: 0...4, asks: ["device"])
    case .roomAir: CRSFacts.Domain(name: "hypoxia", bounds: 0...0)
    case .invasiveVentilation, .ecmo: CRSFacts.Domain(name: "hypoxia", bounds: 4...4)
    default: CRSFacts.Domain(name: "hypoxia", bounds: 3...3)
    }
  }

  // G2 creatinine or G3 liver 2; G3 creatinine or G4 liver 3.
  private static func organs(_ inputs: ScaleInputs) -> CRSFacts.Domain {
    let creatinine = inputs.whole("creatinineGrade")
    let liver = inputs.whole("liverGrade")
    let kidney = creatinine.map { $0 >= 3 ? 3...3 : $0 == 2 ? 2...2 : 0...0 } ?? 0...3
    let tests = liver.map { $0 >= 4 ? 3...3 : $0 == 3 ? 2...2 : 0...0 } ?? 0...3
    return CRSFacts.Domain(
      name: "organ toxicity", bounds: kidney.highest(tests),
      asks: (creatinine == nil ? ["creatinineGrade"] : [])
        + (liver == nil ? ["liverGrade"] : []))
  }
}
