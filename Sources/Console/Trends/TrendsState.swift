package import Clinical
package import Terminal

/// How trends are looked at: zoom, signs, chosen plots, and another patient beside.
package struct TrendsState: Sendable {
  package internal(set) var zoom = TrendZoom.course
  /// Where the axis begins, once somebody has moved along it.
  var left: Double?
  /// The plot that keys work on; `nil` is the first.
  package internal(set) var chosen: TrendPanelID?
  /// Another patient on the same days, and one that was asked for.
  package internal(set) var compared: PatientRecord?
  var awaited: PatientID?
  package var preference = TrendsPreference()
  /// Whose preference it is; another person's is asked for when trends are opened.
  var owner: String?
  /// What plots are drawn with on this terminal: what numbers-only means for a row of text.
  var drawn = ChartGlyphs.braille
  /// The courses of the ward, while they stand there.
  package internal(set) var ward: [PatientID: TrendCourse] = [:]
  /// The ward's small plots are of cytokines, not of vital signs.
  package internal(set) var wardShowsCytokines = false
  private var vitalsZoom = TrendZoom.threeDays
  // Taken a few times a week.
  private var cytokineZoom = TrendZoom.twoWeeks
  /// How far the ward's small plots reach back.
  package internal(set) var wardZoom: TrendZoom {
    get { wardShowsCytokines ? cytokineZoom : vitalsZoom }
    set { if wardShowsCytokines { cytokineZoom = newValue } else { vitalsZoom = newValue } }
  }

  package init() {}
}

/// What a person chose of trends, kept beside the record for the next time.
package struct TrendsPreference: Sendable, Hashable, Codable {
  /// Plots in their order; those of the standard that are not among them follow.
  package var order: [String] = []
  package var hidden: Set<String> = []
  /// Plots whose scale is the other one.
  package var flipped: Set<String> = []
  /// What plots are drawn with; `nil` is what the terminal can.
  package var charts: String?

  package init() {}

  /// The name under which it is kept.
  package static let name = "trends"

  /// Every plot in its order, the hidden ones too, with those that a record has besides.
  func panels(besides codes: [String] = []) -> [TrendPanelID] {
    var seen: Set<String> = []
    let all = order + TrendPanelID.standard.map(\.text) + codes
    return all.filter { seen.insert($0).inserted }.map(TrendPanelID.init)
  }

  package var glyphs: ChartGlyphs? { charts.flatMap(ChartGlyphs.init(rawValue:)) }
}
