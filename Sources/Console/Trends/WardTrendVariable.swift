import Clinical
import Terminal

/// What a column of the ward's small plots shows, on the same fixed range for everybody.
struct WardTrendVariable {
  private let source: Source
  let title: TrendWord
  let keep: Extreme
  let axis: PlotAxis?
  /// Days over which two values belong together.
  let gap: Double
  /// Cells that the longest usual value takes.
  let widest: Int

  private enum Source {
    case vital(TrendCourse.Vital)
    case lab(LabVariable)
  }

  /// What is shown of a course, in order.
  func readings(_ course: TrendCourse) -> [TrendReading] {
    switch source {
    case .vital(let vital): course.vitals[vital] ?? []
    case .lab(let variable): course.labs[variable.rawValue]?.readings ?? []
    }
  }

  /// Its name with the range; where there is no room, its name alone.
  func titles(_ words: Catalogue) -> FittedText {
    guard case .lab(let variable) = source else { return FittedText(words(title)) }
    return FittedText([StyledText(words(title)), StyledText(variable.label)])
  }

  static let vitals = [
    WardTrendVariable(
      .temperature, .smallTemperature, keep: .maximum, axis: PlotAxis(from: 35, to: 41)),
    WardTrendVariable(.systolic, .smallPressure, keep: .minimum, axis: PlotAxis(from: 40, to: 180)),
    WardTrendVariable(
      .saturation, .smallSaturation, keep: .minimum, axis: PlotAxis(from: 80, to: 100)),
    WardTrendVariable(
      .heartRate, .smallHeartRate, keep: .maximum, axis: PlotAxis(from: 40, to: 180)),
  ]

  static let cytokines = [
    WardTrendVariable(.interleukin6, .smallIL6), WardTrendVariable(.interleukin10, .smallIL10),
    WardTrendVariable(.interferonGamma, .smallIFN),
    WardTrendVariable(.tumourNecrosisFactorAlpha, .smallTNF),
  ]

  private init(_ vital: TrendCourse.Vital, _ title: TrendWord, keep: Extreme, axis: PlotAxis?) {
    source = .vital(vital)
    self.title = title
    self.keep = keep
    self.axis = axis
    gap = 1
    widest = 5
  }

  // A cytokine, on the range that its own plot has.
  private init(_ variable: LabVariable, _ title: TrendWord) {
    let spec = TrendSpec.of(
      TrendPanelID(variable.rawValue), isCAPD: false, systolicLimit: 0, saturationLimit: nil)
    source = .lab(variable)
    self.title = title
    keep = .maximum
    axis = spec?.axis
    gap = spec?.gap ?? 1
    widest = 6
  }
}
