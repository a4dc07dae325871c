/// A value at a moment. The unit of `x` is the caller's (hours, days), the same in a whole plot.
package struct PlotPoint: Hashable, Sendable {
  package var x: Double
  package var y: Double
  package var kind: Kind
  /// Beyond a limit of its own, where one limit does not hold for the whole series: a temperature by
  /// the site at which it was taken.
  package var isOut: Bool

  package enum Kind: Hashable, Sendable {
    case measured
    /// Below what the laboratory can quantify; `y` is that limit.
    case below
    /// Above it.
    case above
    /// Not settled: a score of which items were left out; `y` is the most that it can be.
    case open
  }

  package init(x: Double, y: Double, kind: Kind = .measured, isOut: Bool = false) {
    self.x = x
    self.y = y
    self.kind = kind
    self.isOut = isOut
  }
}

/// The course of one value.
package struct PlotSeries: Hashable, Sendable {
  /// In order of `x`; a reader of unordered events sorts them first.
  package var points: [PlotPoint]
  package var shape: Shape
  /// Which value of several in one bin is drawn; never a mean.
  package var keep: Extreme
  /// The longest distance in `x` over which two neighbours are joined; a longer one is a gap.
  package var gap: Double
  /// Places where the line is broken though both sides are near: another laboratory, another kit.
  package var breaks: [Double]
  package var role: Role
  /// Beyond it the series is drawn as `seriesOut`.
  package var out: Bound?

  package enum Shape: Hashable, Sendable {
    case line
    /// Level until the next value.
    case steps
    case dots
    /// One sign of a cell for each column, over whatever else is drawn: a second series that must
    /// not be taken for the first.
    case signs(Unicode.Scalar)
  }

  /// True for a value that is to be drawn as beyond its limit.
  func isOut(_ point: PlotPoint) -> Bool { point.isOut || out?.isCrossed(by: point.y) ?? false }

  /// A limit that a value crosses upward or downward.
  package enum Bound: Hashable, Sendable {
    case above(Double)
    case below(Double)

    func isCrossed(by value: Double) -> Bool {
      switch self {
      case .above(let limit): value > limit
      case .below(let limit): value < limit
      }
    }
  }

  package init(
    points: [PlotPoint], shape: Shape = .line, keep: Extreme = .maximum, gap: Double,
    breaks: [Double] = [], role: Role = .series1, out: Bound? = nil
  ) {
    self.points = points
    self.shape = shape
    self.keep = keep
    self.gap = gap
    self.breaks = breaks
    self.role = role
    self.out = out
  }
}
