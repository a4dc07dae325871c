/// Days from left to right with lanes of short entries under them: grades, scores, treatments.
package struct DayStrip: Hashable, Sendable {
  package var firstDay: Int
  package var lastDay: Int
  /// The cells that a day takes.
  package var pitch: Int
  package var gutter: Int
  /// The word before the days.
  package var title: FittedText
  package var today: Int?
  /// The chosen day.
  package var chosen: Int?
  package var lanes: [Lane]

  package struct Lane: Hashable, Sendable {
    package var label: FittedText
    /// The entries by day.
    package var entries: [Int: Entry]

    package init(label: FittedText, entries: [Int: Entry]) {
      self.label = label
      self.entries = entries
    }
  }

  /// What stands for a day in a lane. A day without an entry is empty; none of the three others
  /// looks like it or like each other.
  package enum Entry: Hashable, Sendable {
    case value(FittedText)
    /// `-`
    case notAssessed
    /// `·`
    case future
  }

  package init(
    firstDay: Int, lastDay: Int, pitch: Int, gutter: Int, title: FittedText, today: Int? = nil,
    chosen: Int? = nil, lanes: [Lane]
  ) {
    self.firstDay = firstDay
    self.lastDay = max(firstDay, lastDay)
    self.pitch = max(1, pitch)
    self.gutter = max(0, gutter)
    self.title = title
    self.today = today
    self.chosen = chosen
    self.lanes = lanes
  }

  /// The widest pitch of `pitches` with which all days fit in `width` cells; `nil` when none does.
  /// The last day needs no space behind it.
  package static func pitch(
    days: Int, width: Int, gutter: Int, among pitches: [Int] = [5, 3, 2, 1]
  ) -> Int? {
    pitches.sorted(by: >).first { $0 * days - ($0 > 1 ? 1 : 0) <= width - gutter }
  }

  /// The level axis of the strip, with `x` in days, for plots beneath it.
  package var scale: ColumnScale? {
    ColumnScale(start: Double(firstDay), perCell: 1 / Double(pitch))
  }

  package var idealHeight: Int { lanes.count + 1 }

  /// How a day is called: `-5`, `0`, `+3`.
  package static func name(ofDay day: Int) -> String { day > 0 ? "+\(day)" : "\(day)" }
}
