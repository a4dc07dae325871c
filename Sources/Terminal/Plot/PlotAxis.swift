/// The upright axis of a plot: a fixed range, so that a flat line is not blown up to a storm.
package struct PlotAxis: Hashable, Sendable {
  package enum Scale: Hashable, Sendable {
    case linear
    /// In powers of ten; both ends are above zero.
    case logarithmic
  }

  package let scale: Scale
  package let lower: Double
  package let upper: Double
  /// Values whose rows carry a label, with the label.
  package var ticks: [Tick]

  package struct Tick: Hashable, Sendable {
    package let value: Double
    package let label: String

    package init(_ value: Double, _ label: String) {
      self.value = value
      self.label = label
    }
  }

  /// `nil` for a range that is none: not finite, empty, or not above zero on a logarithmic scale.
  package init?(_ scale: Scale = .linear, from lower: Double, to upper: Double, ticks: [Tick] = [])
  {
    guard lower.isFinite, upper.isFinite, lower < upper, scale == .linear || lower > 0 else {
      return nil
    }
    self.scale = scale
    self.lower = lower
    self.upper = upper
    self.ticks = ticks
  }

  /// Where a value lies, 0 at the bottom and 1 at the top; beyond them for values off the scale.
  /// `nil` for what is no number, and for values not above zero on a logarithmic scale.
  package func fraction(_ value: Double) -> Double? {
    guard value.isFinite else { return nil }
    switch scale {
    case .linear:
      return (value - lower) / (upper - lower)
    case .logarithmic:
      guard value > 0 else { return nil }
      return (Roots.log10(value) - Roots.log10(lower)) / (Roots.log10(upper) - Roots.log10(lower))
    }
  }

  /// The step of `steps` equal ones, 0 at the top, in which a value lies, kept within the axis.
  package func step(_ value: Double, of steps: Int) -> Int? {
    guard steps > 0, let fraction = fraction(value) else {
      // What is not above zero lies at the bottom of a logarithmic axis.
      return steps > 0 && value.isFinite && scale == .logarithmic ? steps - 1 : nil
    }
    let place = ((1 - min(1, max(0, fraction))) * Double(steps - 1)).rounded()
    return Int(place)
  }

  /// The row of `rows` in which a value is drawn with `charts`: signs, limits and labels stand
  /// where the dots do.
  package func row(_ value: Double, of rows: Int, charts: ChartGlyphs) -> Int? {
    step(value, of: rows * charts.steps).map { $0 / charts.steps }
  }

  /// True for a value that the axis does not reach.
  package func isOff(_ value: Double) -> Bool {
    guard let fraction = fraction(value) else { return scale == .logarithmic && value.isFinite }
    return fraction < 0 || fraction > 1
  }
}
