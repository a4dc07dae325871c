extension LabVariable {
  /// The unit in which rules and screens see the variable, with the others that fit it.
  ///
  /// Factors follow codes.csv: creatinine mg/dL × 88.42, bilirubin mg/dL × 17.104, fibrinogen
  /// mg/dL × 0.01, haemoglobin g/dL × 10; molar factors of the others from their molar masses. A
  /// unit that is not here is refused, never guessed (IU/mL of a cytokine has a factor only of its
  /// own laboratory; D-dimer in DDU is another quantity).
  package var measure: Measure {
    typealias To = Measure.Conversion
    let perLitre = [
      To(.perMicrolitre, over: 1000), To(.thousandPerMicrolitre),
      To(.millionPerLitre, over: 1000), To(.cellsPerMicrolitre, over: 1000),
    ]
    switch self {
    case .interleukin6, .interleukin10, .interferonGamma, .tumourNecrosisFactorAlpha:
      return Measure(
        rawValue, .picogramPerMillilitre,
        also: [To(.nanogramPerMillilitre, times: 1000), To(.microgramPerLitre, times: 1000)])
    case .cReactiveProtein:
      return Measure(
        rawValue, .milligramPerLitre,
        also: [To(.milligramPerDecilitre, times: 10), To(.microgramPerMillilitre)])
    case .ferritin, .procalcitonin:
      return Measure(
        rawValue, .microgramPerLitre,
        also: [To(.nanogramPerMillilitre), To(.milligramPerLitre, times: 1000)])
    case .dDimer:
      return Measure(
        rawValue, .milligramPerLitreFEU,
        also: [To(.microgramPerMillilitreFEU), To(.nanogramPerMillilitreFEU, over: 1000)])
    case .fibrinogen:
      return Measure(
        rawValue, .gramPerLitre,
        also: [To(.milligramPerDecilitre, over: 100), To(.gramPerDecilitre, times: 10)])
    case .lactateDehydrogenase, .alanineAminotransferase, .aspartateAminotransferase:
      return Measure(rawValue, .unitPerLitre)
    case .creatinine:
      return Measure(
        rawValue, .micromolePerLitre,
        also: [To(.milligramPerDecilitre, times: 8842, over: 100)])
    case .totalBilirubin, .directBilirubin:
      return Measure(
        rawValue, .micromolePerLitre,
        also: [To(.milligramPerDecilitre, times: 17_104, over: 1000)])
    case .platelets, .neutrophils, .leukocytes, .lymphocytes:
      return Measure(rawValue, .billionPerLitre, also: perLitre)
    case .haemoglobin:
      return Measure(rawValue, .gramPerLitre, also: [To(.gramPerDecilitre, times: 10)])
    case .cd3Cells, .cd7Cells, .carCells:
      return Measure(
        rawValue, .cellsPerMicrolitre,
        also: [
          To(.perMicrolitre), To(.millionPerLitre), To(.billionPerLitre, times: 1000),
          To(.thousandPerMicrolitre, times: 1000),
        ])
    case .cd7Percentage, .carPercentage:
      return Measure(
        rawValue, .percent, also: [To(.one, times: 100)], possible: 0...100)
    case .carCopies:
      return Measure(rawValue, .copiesPerMicrogram)
    case .sodium, .potassium, .lactate:
      return Measure(rawValue, .millimolePerLitre)
    case .calcium:
      return Measure(
        rawValue, .millimolePerLitre,
        also: [To(.milligramPerDecilitre, times: 2495, over: 10_000)])
    case .phosphate:
      return Measure(
        rawValue, .millimolePerLitre,
        also: [To(.milligramPerDecilitre, times: 3229, over: 10_000)])
    case .urate:
      return Measure(
        rawValue, .micromolePerLitre,
        also: [
          To(.milligramPerDecilitre, times: 5948, over: 100), To(.millimolePerLitre, times: 1000),
        ])
    case .triglycerides:
      return Measure(
        rawValue, .millimolePerLitre,
        also: [
          To(.milligramPerDecilitre, times: 1129, over: 100_000),
          To(.gramPerLitre, times: 1129, over: 1000),
        ])
    case .prothrombinTime, .activatedPartialThromboplastinTime:
      return Measure(rawValue, .second)
    case .internationalNormalisedRatio:
      return Measure(rawValue, .one)
    case .solubleInterleukin2Receptor:
      return Measure(rawValue, .unitPerMillilitre, also: [To(.unitPerLitre, over: 1000)])
    case .albumin:
      return Measure(rawValue, .gramPerLitre, also: [To(.gramPerDecilitre, times: 10)])
    case .urea:
      return Measure(
        rawValue, .millimolePerLitre,
        also: [To(.milligramPerDecilitre, times: 1665, over: 10_000)])
    case .magnesium:
      return Measure(
        rawValue, .millimolePerLitre,
        also: [To(.milligramPerDecilitre, times: 4114, over: 10_000)])
    case .glucose:
      return Measure(
        rawValue, .millimolePerLitre,
        also: [To(.milligramPerDecilitre, times: 5551, over: 100_000)])
    }
  }
}
