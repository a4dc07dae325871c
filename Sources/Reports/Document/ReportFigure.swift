package import Terminal

/// One drawing over the days since the infusion, with what a screen reader reads in its place.
package struct ReportFigure: Sendable, Hashable {
  package var title: String
  /// What is to be seen, in sentences.
  package var summary: String
  /// The days that it reaches over; figures of one report share them, so that the eye drops from one
  /// to the next.
  package var days: ClosedRange<Double>
  package var content: Content

  package enum Content: Sendable, Hashable {
    case plot(FigurePlot)
    case lanes([FigureLane])
    case days([FigureDays])
  }
}

/// Series of values over an upright axis.
package struct FigurePlot: Sendable, Hashable {
  package var axis: PlotAxis
  package var series: [FigureSeries]
  /// Limits that are drawn as lines across, each with its label.
  package var limits: [PlotAxis.Tick]
  /// Doses that are drawn as lines upward, each with its letter.
  package var marks: [FigureMark]
}

/// The course of one value, told from the others by its marks and its line, never by colour alone.
package struct FigureSeries: Sendable, Hashable {
  package var label: String
  package var values: PlotSeries
  package var style: Style

  package enum Style: Sendable, Hashable, CaseIterable { case solid, dashed }
}

/// Something given at a moment.
package struct FigureMark: Sendable, Hashable {
  package var x: Double
  /// One or two letters; the legend says what they mean.
  package var letter: String

  package init(_ x: Double, _ letter: String) {
    self.x = x
    self.letter = letter
  }
}

/// What was given of one kind: stretches and moments, each with its words.
package struct FigureLane: Sendable, Hashable {
  package var label: String
  package var stretches: [Stretch]
  package var moments: [FigureMark]

  /// Something that ran.
  package struct Stretch: Sendable, Hashable {
    package var from: Double
    package var to: Double
    /// Drawn in it where there is room.
    package var text: String
    /// Its end is not on record: it runs on.
    package var isOpen: Bool
  }
}

/// One scale by days: a number for each, `nil` where nothing could be graded.
package struct FigureDays: Sendable, Hashable {
  package var label: String
  package var first: Int
  package var values: [Int?]
  /// The highest that there is.
  package var most: Int
}
