import Clinical
import Terminal

/// How one variable is plotted unless somebody asks otherwise: on a fixed clinical range, so that a
/// flat course looks flat.
struct TrendSpec {
  var scale: PlotAxis.Scale
  var low: Double
  var high: Double
  var ticks: [Double]
  var keep = Extreme.maximum
  /// Days over which two values are joined.
  var gap: Double
  var decimals = 0
  /// False where no clinical range is known and the values' own stands for it.
  var isFixed = true

  static func of(_ id: TrendPanelID, isCAPD: Bool, systolicLimit: Double, saturationLimit: Double?)
    -> TrendSpec?
  {
    switch id {
    case .temperature: linear(35, 41, [36, 38, 40], gap: 0.5, decimals: 1)
    case .heartRate: linear(40, 180, [60, 120, 180], gap: 0.5)
    case .pressure: linear(40, 180, [systolicLimit, 150], keep: .minimum, gap: 0.5)
    case .saturation:
      linear(80, 100, [saturationLimit, 100].compactMap { $0 }, keep: .minimum, gap: 0.5)
    case .breathing: linear(0, 50, [0, 20, 40], gap: 0.5)
    case .score:
      isCAPD
        ? linear(0, 32, [0, 9, 32], gap: 1)
        : linear(0, 10, [0, 5, 10], keep: .minimum, gap: 1)
    default: id.variable.flatMap(of(_:))
    }
  }

  private static func of(_ variable: LabVariable) -> TrendSpec? {
    switch variable {
    case .interleukin6, .interleukin10, .interferonGamma, .tumourNecrosisFactorAlpha:
      log(1, 100_000, [1, 100, 10_000])
    case .cReactiveProtein: linear(0, 300, [0, 100, 200, 300], gap: labGap)
    case .ferritin: log(10, 1_000_000, [10, 1000, 100_000])
    case .fibrinogen: linear(0, 6, [0, 2, 4, 6], keep: .minimum, gap: labGap, decimals: 1)
    case .lactateDehydrogenase: log(50, 10_000, [100, 1000, 10_000])
    case .dDimer: log(0.1, 100, [0.1, 1, 10, 100], decimals: 1)
    case .aspartateAminotransferase, .alanineAminotransferase:
      log(5, 5000, [10, 100, 1000])
    case .creatinine: linear(0, 400, [0, 100, 200, 400], gap: labGap)
    case .platelets: log(1, 1000, [1, 10, 100, 1000], keep: .minimum)
    case .neutrophils: log(0.01, 100, [0.01, 0.1, 1, 10], keep: .minimum, decimals: 2)
    case .carCopies: log(1, 10_000_000, [1, 1000, 1_000_000])
    case .carCells, .cd7Cells: log(0.01, 10_000, [0.01, 1, 100, 10_000], decimals: 2)
    case .carPercentage, .cd7Percentage:
      linear(0, 100, [0, 50, 100], gap: labGap, decimals: 1)
    default: nil
    }
  }

  /// The range of the values themselves, for a variable without a clinical one.
  static func ofValues(_ values: [Double]) -> TrendSpec {
    let high = ceiling(values.max() ?? 1)
    return TrendSpec(
      scale: .linear, low: 0, high: high, ticks: [0, high / 2, high], gap: labGap, decimals: 1,
      isFixed: false)
  }

  /// The other scale: linear from 0 to what holds every value, or logarithmic.
  func flipped(_ values: [Double]) -> TrendSpec {
    var other = self
    switch scale {
    case .logarithmic:
      other.scale = .linear
      other.low = 0
      other.high = Self.ceiling(values.max() ?? high)
      other.ticks = [0, other.high / 2, other.high]
    case .linear:
      other.scale = .logarithmic
      other.low = low > 0 ? low : high / 1000
      other.ticks = ticks.filter { $0 > 0 }
    }
    return other
  }

  /// Days over which laboratory values are joined: one planned a week, and a day late.
  private static let labGap = 8.0

  private static func linear(
    _ low: Double, _ high: Double, _ ticks: [Double], keep: Extreme = .maximum, gap: Double,
    decimals: Int = 0
  ) -> TrendSpec {
    TrendSpec(
      scale: .linear, low: low, high: high, ticks: ticks, keep: keep, gap: gap, decimals: decimals)
  }

  private static func log(
    _ low: Double, _ high: Double, _ ticks: [Double], keep: Extreme = .maximum, decimals: Int = 0
  ) -> TrendSpec {
    TrendSpec(
      scale: .logarithmic, low: low, high: high, ticks: ticks, keep: keep, gap: labGap,
      decimals: decimals)
  }

  /// The least of 1, 2 and 5 times a power of ten that is not below a value.
  static func ceiling(_ value: Double) -> Double {
    guard value.isFinite, value > 0 else { return 1 }
    var power = 1.0
    while power * 10 <= value { power *= 10 }
    while power > value { power /= 10 }
    return [1, 2, 5, 10].map { $0 * power }.first { $0 >= value } ?? value
  }

  var axis: PlotAxis? {
    PlotAxis(
      scale, from: low, to: high, ticks: ticks.map { PlotAxis.Tick($0, Self.label($0)) })
  }

  /// A value beside an axis: `100`, `1e4`, `0.5`.
  static func label(_ value: Double) -> String {
    guard value >= 1000 else {
      return DecimalText.shortest(value)
    }
    var power = 0
    var rest = value
    while rest >= 10, rest.truncatingRemainder(dividingBy: 10) == 0 {
      rest /= 10
      power += 1
    }
    return rest < 10 ? "\(Int(rest))e\(power)" : "\(Int(value))"
  }
}
