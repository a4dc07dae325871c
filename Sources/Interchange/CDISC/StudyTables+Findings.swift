import Clinical
import EventText

extension StudyTables {
  /// VS: a record for each vital sign, oxygen's flow and fraction, weight and height.
  mutating func addVitals(_ event: Event, _ subject: StudySubject) {
    switch event.content {
    case .vitals(let vitals):
      for sign in VitalSign.allCases {
        guard let quantity = vitals[sign: sign] else { continue }
        let location = sign == .temperature ? vitals.site.flatMap { Self.locations[$0] } : nil
        addVital(Self.vitalCodes[sign], quantity, sign.measure, event, subject, location: location)
      }
    case .oxygen(let oxygen):
      addVital(("O2FLOW", "Oxygen Flow Rate", "L/min"), oxygen.flow, .flow, event, subject)
      addVital(("FIO2", "Fraction of Inspired Oxygen", "%"), oxygen.fio2, .fio2, event, subject)
    case .patient(let details):
      addVital(("WEIGHT", "Weight", "kg"), details.weight, .weight, event, subject)
      addVital(("HEIGHT", "Height", "cm"), details.height, .height, event, subject)
    case .notDone(let notDone) where notDone.what == .vitals:
      add(
        to: "VS", subject,
        [
          "VSTESTCD": .string("VSALL"), "VSTEST": .string("Vital Signs"),
          "VSSTAT": .string("NOT DONE"), "VSREASND": .string(notDone.because.rawValue.uppercased()),
        ], times: [("VSDTC", "VSDY", event.at)])
    default: break
    }
  }

  // codes.csv: test code, name, standard unit.
  private static let vitalCodes: [VitalSign: (String, String, String)] = [
    .temperature: ("TEMP", "Temperature", "C"), .heartRate: ("HR", "Heart Rate", "beats/min"),
    .pulse: ("PULSE", "Pulse Rate", "beats/min"),
    .systolic: ("SYSBP", "Systolic Blood Pressure", "mmHg"),
    .diastolic: ("DIABP", "Diastolic Blood Pressure", "mmHg"),
    .meanArterial: ("MAP", "Mean Arterial Pressure", "mmHg"),
    .respiratoryRate: ("RESP", "Respiratory Rate", "breaths/min"),
    .spo2: ("OXYSAT", "Oxygen Saturation", "%"),
  ]

  private static let locations: [Vitals.Site: String] = [
    .axillary: "AXILLA", .oral: "ORAL CAVITY", .tympanic: "EAR", .rectal: "RECTUM",
  ]

  private mutating func addVital(
    _ code: (String, String, String)?, _ quantity: Quantity?, _ measure: Measure, _ event: Event,
    _ subject: StudySubject, location: String? = nil
  ) {
    guard let code, let quantity else { return }
    let sign = quantity.comparator?.rawValue ?? ""
    let value = measure.normalised(quantity)
    add(
      to: "VS", subject,
      [
        "VSTESTCD": .string(code.0), "VSTEST": .string(code.1),
        "VSORRES": .string(sign + quantity.value.description),
        "VSORRESU": .string(Self.sdtm(quantity.unit)),
        "VSSTRESC": value.map { .string(sign + $0.description) },
        "VSSTRESN": sign.isEmpty ? value.map { .number($0) } : nil,
        "VSSTRESU": .string(code.2), "VSLOC": location.map { .string($0) },
      ], times: [("VSDTC", "VSDY", event.at)])
  }

  // Units by CDISC's controlled terminology where they differ from UCUM.
  static func sdtm(_ unit: Unit) -> String {
    switch unit {
    case .celsius: "C"
    case .fahrenheit: "F"
    case .millimetreOfMercury: "mmHg"
    case .perMinute: "/min"
    case .billionPerLitre: "10^9/L"
    case .millionPerLitre: "10^6/L"
    case .thousandPerMicrolitre: "10^3/uL"
    case .picogramPerMillilitre: "ng/L"
    case .copiesPerMicrogram: "copies/ug"
    case .cellsPerMicrolitre: "cells/uL"
    case .milligramPerLitreFEU: "mg/L FEU"
    case .internationalUnit: "IU"
    case .million: "10^6 CELLS"
    case .millionPerKilogram: "10^6 CELLS/kg"
    case .one: ""
    default: unit.rawValue
    }
  }

  /// LB, and PC for the copies of the transgene: a record for each result; a censored one has no
  /// numeric value.
  mutating func addLaboratory(_ event: Event, _ subject: StudySubject) {
    switch event.content {
    case .lab(let lab):
      for result in lab.results {
        addResult(result, lab, event, subject)
      }
    case .notDone(let notDone) where notDone.what == .labs || notDone.what == .cytokines:
      add(
        to: "LB", subject,
        [
          "LBTESTCD": .string("LBALL"), "LBTEST": .string("Laboratory Tests"),
          "LBCAT": .string(notDone.what == .cytokines ? "CYTOKINES" : "LABORATORY"),
          "LBSTAT": .string("NOT DONE"), "LBREASND": .string(notDone.because.rawValue.uppercased()),
        ], times: [("LBDTC", "LBDY", event.at)])
    default: break
    }
  }

  private mutating func addResult(
    _ result: LabResult, _ lab: Lab, _ event: Event, _ subject: StudySubject
  ) {
    let isCopies = result.variable == .carCopies
    let name = isCopies ? "PC" : "LB"
    let code = isCopies ? ("CARDNA", "CAR Transgene Copies") : labCodes.code(of: result)
    let unit = Unit(spelling: result.unit)
    let measure = result.variable?.measure
    let value =
      measure.flatMap { m in unit.flatMap { m.normalised(result.value, $0) } }
      ?? (measure == nil ? result.value : nil)
    let sign = result.comparator?.rawValue ?? ""
    func limit(_ number: DecimalNumber?) -> JSONValue? {
      guard let number else { return nil }
      guard let measure, let unit else { return .number(number) }
      return measure.normalised(number, unit).map { .number($0) }
    }
    add(
      to: name, subject,
      [
        name + "TESTCD": .string(code.0), name + "TEST": .string(code.1),
        name + "CAT": isCopies ? .string("CELLULAR KINETICS") : .string(Self.category(result)),
        name + "ORRES": .string(sign + result.value.description),
        name + "ORRESU": .string(unit.map(Self.sdtm) ?? result.unit),
        name + "STRESC": value.map { .string(sign + $0.description) },
        name + "STRESN": sign.isEmpty ? value.map { .number($0) } : nil,
        name + "STRESU": .string(measure.map { Self.sdtm($0.unit) } ?? result.unit),
        "LBORNRLO": result.lower.map { .string($0.description) },
        "LBORNRHI": result.upper.map { .string($0.description) },
        name + "LLOQ": limit(result.lowerLimitOfQuantification),
        "LBULOQ": limit(result.upperLimitOfQuantification),
        name + "NAM": lab.laboratory.map { .string($0) },
        name + "SPEC": lab.specimen.map { .string($0.uppercased()) },
        "LBLOINC": result.variable.flatMap { v in unit.flatMap { v.loinc(for: $0) } }
          .map { .string($0) },
      ], times: [(name + "DTC", name + "DY", event.at)])
  }

  private static func category(_ result: LabResult) -> String {
    switch result.variable {
    case .interleukin6, .interleukin10, .interferonGamma, .tumourNecrosisFactorAlpha,
      .solubleInterleukin2Receptor:
      "CYTOKINES"
    case .carPercentage, .carCells, .cd7Percentage, .cd7Cells, .cd3Cells: "FLOW CYTOMETRY"
    case .platelets, .neutrophils, .leukocytes, .lymphocytes, .haemoglobin: "HEMATOLOGY"
    case .prothrombinTime, .activatedPartialThromboplastinTime, .internationalNormalisedRatio,
      .fibrinogen, .dDimer:
      "COAGULATION"
    case nil: "OTHER"
    default: "CHEMISTRY"
    }
  }

  /// FT: ICE with its parts, and CAPD.
  mutating func addTests(_ event: Event, _ subject: StudySubject) {
    switch event.content {
    case .ice(let ice):
      let whole = ice.points.flatMap { $0.low == $0.high ? $0.low : nil }
      addTest("ICETOT", "ICE Total Score", "ICE", whole, ice.status, event, subject)
      for part in ICEPart.allCases {
        guard let points = ice.value(of: part) else { continue }
        let name = part.rawValue
        addTest(
          "ICE" + name.prefix(5).uppercased(),
          "ICE \(name.prefix(1).uppercased())\(name.dropFirst())",
          "ICE", points, nil, event, subject)
      }
    case .capd(let capd):
      addTest(
        "CAPDTOT", "CAPD Total Score", "CAPD", capd.isWhole ? capd.points : nil, capd.status,
        event, subject)
    default: break
    }
  }

  private mutating func addTest(
    _ code: String, _ name: String, _ category: String, _ points: Int?,
    _ status: InstrumentStatus?, _ event: Event, _ subject: StudySubject
  ) {
    let isNotDone = points == nil && status != nil && status != .done
    add(
      to: "FT", subject,
      [
        "FTTESTCD": .string(code), "FTTEST": .string(name), "FTCAT": .string(category),
        "FTORRES": points.map { .string("\($0)") }, "FTSTRESC": points.map { .string("\($0)") },
        "FTSTRESN": points.map { .int($0) }, "FTSTAT": isNotDone ? .string("NOT DONE") : nil,
        "FTREASND": isNotDone ? status.map { .string($0.rawValue.uppercased()) } : nil,
      ], times: [("FTDTC", "FTDY", event.at)])
  }
}

/// Short names and names of laboratory tests: the controlled terms of codes.csv, our own codes where it
/// has none, and for tests that Vigil does not know ones that no two of them share.
struct LabTestCodes: Sendable {
  private var others: [String: String] = [:]

  private static let terms: [LabVariable: String] = [
    .interleukin6: "INTLK6", .interleukin10: "INTLK10", .interferonGamma: "IFNG",
    .tumourNecrosisFactorAlpha: "TNF", .ferritin: "FERRITIN", .dDimer: "DDIMER",
    .fibrinogen: "FIBRINO", .creatinine: "CREAT", .platelets: "PLAT", .neutrophils: "NEUT",
    .totalBilirubin: "BILI", .cd3Cells: "CD3", .carPercentage: "CART", .cd7Percentage: "CD7",
    .sodium: "SODIUM", .glucose: "GLUC",
  ]

  mutating func code(of result: LabResult) -> (String, String) {
    if let variable = result.variable {
      return (Self.terms[variable] ?? variable.rawValue, Self.names[variable] ?? variable.label)
    }
    let name = String(result.code.dropFirst(2).prefix(40))
    if let code = others[result.code] { return (code, name) }
    var letters = name.uppercased().unicodeScalars.filter {
      $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0))
    }.map(String.init).joined()
    if letters.first?.isNumber ?? true { letters = "X" + letters }
    var code = String(letters.prefix(8))
    let taken = Set(others.values).union(Self.terms.values).union(
      LabVariable.allCases.map(\.rawValue))
    var number = 1
    while taken.contains(code) {
      number += 1
      code = String(letters.prefix(8 - String(number).count)) + String(number)
    }
    others[result.code] = code
    return (code, name)
  }

  // At most 40 ASCII letters, as the transport formats have it.
  private static let names: [LabVariable: String] = [
    .interleukin6: "Interleukin 6", .interleukin10: "Interleukin 10",
    .interferonGamma: "Interferon Gamma", .tumourNecrosisFactorAlpha: "Tumor Necrosis Factor",
    .cReactiveProtein: "C Reactive Protein", .ferritin: "Ferritin", .dDimer: "D-Dimer",
    .fibrinogen: "Fibrinogen", .lactateDehydrogenase: "Lactate Dehydrogenase",
    .creatinine: "Creatinine", .platelets: "Platelets", .neutrophils: "Neutrophils",
    .leukocytes: "Leukocytes", .lymphocytes: "Lymphocytes", .haemoglobin: "Hemoglobin",
    .alanineAminotransferase: "Alanine Aminotransferase",
    .aspartateAminotransferase: "Aspartate Aminotransferase", .totalBilirubin: "Bilirubin",
    .directBilirubin: "Direct Bilirubin", .procalcitonin: "Procalcitonin",
    .cd3Cells: "CD3+ Cells", .cd7Percentage: "CD7+ Cells/Cells", .cd7Cells: "CD7+ Cells",
    .carPercentage: "CAR+ T Cells/T Cells", .carCells: "CAR+ T Cells",
  ]
}
