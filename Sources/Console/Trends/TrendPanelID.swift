import Clinical

/// A plot that can be chosen: vital signs by name, a laboratory variable by its code.
package struct TrendPanelID: Hashable, Sendable {
  /// `temperature`, `IL6`, `X:Anti-HLA`: what is kept of a person's choice.
  package let text: String

  package init(_ text: String) { self.text = text }

  static let temperature = TrendPanelID("temperature")
  static let heartRate = TrendPanelID("heartRate")
  static let pressure = TrendPanelID("pressure")
  static let saturation = TrendPanelID("saturation")
  static let breathing = TrendPanelID("breathing")
  /// ICE, or CAPD for a child.
  static let score = TrendPanelID("score")
  /// AST with ALT.
  static let liver = TrendPanelID("AST")

  static let vitals = [temperature, heartRate, pressure, saturation, breathing, score]

  static func lab(_ variable: LabVariable) -> TrendPanelID { TrendPanelID(variable.rawValue) }

  /// The plots that stand there unless somebody chooses otherwise, in their order.
  package static let standard: [TrendPanelID] =
    vitals
    + [
      .interleukin6, .interleukin10, .interferonGamma, .tumourNecrosisFactorAlpha,
      .cReactiveProtein, .ferritin, .fibrinogen, .lactateDehydrogenase, .dDimer,
      .aspartateAminotransferase, .creatinine, .platelets, .neutrophils, .carCopies, .carCells,
      .carPercentage, .cd7Cells, .cd7Percentage,
    ].map(lab)

  /// The variable of a laboratory's plot.
  var variable: LabVariable? { LabVariable(rawValue: text) }

  /// Whether it is one of CAR copies or cells counted by flow, of which the peak is named.
  var isExpansion: Bool {
    [.carCopies, .carCells, .carPercentage, .cd7Cells, .cd7Percentage].contains(variable)
  }

  var isCytokine: Bool { PatientSummary.cytokineCodes.contains(text) }
}
