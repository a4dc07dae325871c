/// One plot of a screen: at most two series on one axis, with its numbers printed beside it.
package struct PlotPanel: Hashable, Sendable {
  /// What is plotted and its unit: `T °C`, `IL-6 pg/mL log`.
  package var title: FittedText
  package var axis: PlotAxis
  package var series: [PlotSeries]
  package var limits: [Limit]
  /// Level stretches across the panel: a reference interval.
  package var bands: [ClosedRange<Double>]
  package var marks: [Mark]
  /// The present moment; to its right nothing is drawn but the note.
  package var now: Double?
  /// The last value with its age and the extreme: the plot is never the only carrier.
  package var note: FittedText
  /// How a value is written where there is no plot.
  package var decimals: Int

  /// Points that are named: the baseline, the highest value.
  package var flags: [Flag]
  /// The moment whose values are read out.
  package var cursor: Double?
  /// True for the one that keys work on; its title says so.
  package var isChosen: Bool

  package struct Limit: Hashable, Sendable {
    package let value: Double
    package let role: Role
    /// What the line is drawn with, so that a threshold is not taken for what a laboratory can
    /// quantify.
    package let sign: String
    /// Written at the right end of the line where there is room: `LLOQ 2.5`.
    package let label: String

    package init(_ value: Double, role: Role = .limit, sign: String = "┄", label: String = "") {
      self.value = value
      self.role = role
      self.sign = sign
      self.label = label
    }
  }

  /// Something that happened, with one letter: a dose.
  package struct Mark: Hashable, Sendable {
    package let x: Double
    package let sign: String
    package let role: Role
    /// Through the whole height; otherwise the letter alone, on top.
    package let isLine: Bool

    package init(x: Double, sign: String, role: Role = .mark, isLine: Bool = true) {
      self.x = x
      self.sign = sign
      self.role = role
      self.isLine = isLine
    }
  }

  /// A point with one letter in its place.
  package struct Flag: Hashable, Sendable {
    package let x: Double
    package let y: Double
    package let sign: String
    package let role: Role

    package init(x: Double, y: Double, sign: String, role: Role = .strong) {
      self.x = x
      self.y = y
      self.sign = sign
      self.role = role
    }
  }

  package init(
    title: FittedText, axis: PlotAxis, series: [PlotSeries], limits: [Limit] = [],
    bands: [ClosedRange<Double>] = [], marks: [Mark] = [], now: Double? = nil,
    note: FittedText = FittedText([]), decimals: Int = 1, flags: [Flag] = [],
    cursor: Double? = nil, isChosen: Bool = false
  ) {
    self.title = title
    self.axis = axis
    self.series = series
    self.limits = limits
    self.bands = bands
    self.marks = marks
    self.now = now
    self.note = note
    self.decimals = max(0, decimals)
    self.flags = flags
    self.cursor = cursor
    self.isChosen = isChosen
  }
}
