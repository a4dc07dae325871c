package import Clinical

extension LabVariable {
  /// LOINC codes, the one to send first; empty where there is none. From codes.csv.
  ///
  /// A code of moles and one of mass stand together: the unit tells them apart, and one that does not
  /// fit the variable is refused.
  package var loinc: [String] {
    switch self {
    case .interleukin6: ["26881-3"]
    case .interleukin10: ["26848-2"]
    case .interferonGamma: ["27415-9"]
    case .tumourNecrosisFactorAlpha: ["3074-2"]
    case .cReactiveProtein: ["1988-5", "30522-7"]
    case .ferritin: ["2276-4"]
    case .dDimer: ["48065-7"]
    case .fibrinogen: ["3255-7"]
    case .lactateDehydrogenase: ["2532-0", "14804-9"]
    case .creatinine: ["14682-9", "2160-0"]
    case .platelets: ["777-3", "26515-7"]
    case .neutrophils: ["751-8", "26499-4"]
    case .leukocytes: ["6690-2", "26464-8"]
    case .lymphocytes: ["731-0", "26474-7"]
    case .haemoglobin: ["718-7"]
    case .alanineAminotransferase: ["1742-6"]
    case .aspartateAminotransferase: ["1920-8"]
    case .totalBilirubin: ["14631-6", "1975-2"]
    case .directBilirubin: ["14629-0"]
    case .procalcitonin: ["33959-8"]
    case .cd3Cells: ["8122-4"]
    case .cd7Percentage: ["8135-6"]
    case .cd7Cells, .carCopies, .carPercentage, .carCells: []
    case .sodium: ["2951-2"]
    case .potassium: ["2823-3"]
    case .calcium: ["2000-8"]
    case .phosphate: ["14879-1"]
    case .urate: ["14933-6"]
    case .triglycerides: ["14927-8"]
    case .prothrombinTime: ["5902-2"]
    case .activatedPartialThromboplastinTime: ["14979-9"]
    case .internationalNormalisedRatio: ["6301-6"]
    case .solubleInterleukin2Receptor: []
    case .albumin: ["1751-7"]
    case .urea: ["22664-7"]
    case .magnesium: ["2601-3"]
    case .glucose: ["14749-6"]
    case .lactate: ["2524-7"]
    }
  }

  /// The code to send with a value in `unit`: LOINC tells moles from mass.
  package func loinc(for unit: Unit) -> String? {
    let isMass = unit == .milligramPerDecilitre || unit == .milligramPerLitre
    switch self {
    case .creatinine, .totalBilirubin: return loinc[isMass ? 1 : 0]
    // One LOINC term each, for moles; a value in mass is another term, which codes.csv does not have.
    case .directBilirubin, .calcium, .phosphate, .urate, .triglycerides, .urea, .magnesium,
      .glucose:
      return isMass || unit == .gramPerLitre ? nil : loinc.first
    default: return loinc.first
    }
  }

  package init?(loinc code: String) {
    guard let variable = Self.allCases.first(where: { $0.loinc.contains(code) }) else {
      return nil
    }
    self = variable
  }
}
