import Clinical
import Grading
import Terminal

/// Times and lanes above the plots: grades, oxygen and what was given, for stretches of time as long
/// as the zoom allows.
struct TrendLanes {
  let course: TrendCourse
  let changes: [GradeChange]
  let scale: ColumnScale
  let zoom: TrendZoom
  let cells: Int
  let words: Catalogue
  /// The moment that is looked at, where it is not now.
  let cursor: Instant?

  private var axis: DayAxis { course.axis }
  private var left: Double { scale.start }
  private var right: Double { scale.start + scale.perCell * Double(cells) }

  /// How long a stretch is: as `TrendGrid` has it.
  let length: Double
  /// From when on grades are covered: a learner is asked for them. `nil` for never.
  var coveredFrom: Instant?

  /// The stretches in sight; weeks end with day 7, 14 and so on.
  private var stretches: [Range<Double>] {
    let shift = length >= 7 ? 1.0 : 0
    let first = ((left - shift) / length).rounded(.down)
    let count = Int(((right - left) / length).rounded(.up)) + 1
    return (0...max(0, count)).map { index in
      let from = (first + Double(index)) * length + shift
      return from..<(from + length)
    }.filter { $0.lowerBound < right && $0.upperBound > left }
  }

  /// Grades and treatments of a patient who is laid over another, on the same days after infusion.
  func besides() -> (crs: AxisStrip.Lane, icans: AxisStrip.Lane, given: AxisStrip.Lane) {
    let stretches = self.stretches
    let now = axis.x(course.end)
    func lane(_ label: String, _ entries: [AxisStrip.Entry]) -> AxisStrip.Lane {
      AxisStrip.Lane(
        label: FittedText(StyledText(words(TrendWord.laneOther, label), .series3)),
        entries: entries)
    }
    return (
      lane(words(.laneCRS), grades(.crs, stretches, now)),
      lane(words(.laneICANS), grades(.icans, stretches, now)),
      lane(words(TrendWord.laneTreatments), given(stretches, now))
    )
  }

  func strip(gutter: Int) -> AxisStrip {
    let stretches = self.stretches
    let now = axis.x(course.end)
    return AxisStrip(
      scale: scale, gutter: gutter, title: FittedText(words(.laneTime)), ticks: ticks(now),
      dots: dots,
      lanes: [
        lane(.laneCRS, stretches, grades(.crs, stretches, now)),
        lane(.laneICANS, stretches, grades(.icans, stretches, now)),
        AxisStrip.Lane(
          label: FittedText(words(TrendWord.laneOxygen)), entries: oxygen(stretches, now)),
        AxisStrip.Lane(
          label: FittedText(words(TrendWord.laneTreatments)), entries: given(stretches, now)),
      ], cursor: cursor.map(axis.x), targets: targets)
  }

  private func lane(
    _ word: Word, _ stretches: [Range<Double>], _ entries: [AxisStrip.Entry]
  ) -> AxisStrip.Lane {
    AxisStrip.Lane(label: FittedText(words(word)), entries: entries)
  }

  // MARK: Times

  private var dots: [Double] {
    guard zoom.days <= 36 else { return [] }
    let step = zoom.days <= 1 ? 1.0 / 24 : 1
    return marks(every: step)
  }

  private func marks(every step: Double) -> [Double] {
    let first = (left / step).rounded(.up)
    let count = Int((right - left) / step)
    return (0...max(0, count)).map { (first + Double($0)) * step }.filter { $0 < right }
  }

  // The cursor and today first; then days, every fifth or as many as there is room for, or hours.
  private func ticks(_ now: Double) -> [AxisStrip.Tick] {
    let time = LocalTime(zone: axis.zone)
    // Days alone read as in the day strip; among hours they say that they are days.
    let isShort = axis.isFromInfusion && zoom.days > 3
    func dayName(_ x: Double) -> String {
      let day = Int(x.rounded(.down))
      return isShort ? DayStrip.name(ofDay: day) : axis.name(ofDay: day, words)
    }
    var ticks: [AxisStrip.Tick] = []
    let hasHours = zoom.days <= 3
    if let cursor {
      let x = axis.x(cursor)
      ticks.append(
        AxisStrip.Tick(x, hasHours ? time.clock(cursor) : dayName(x), role: .cursor))
    }
    if !hasHours {
      ticks.append(AxisStrip.Tick(now.rounded(.down), dayName(now), role: .tabSelected))
    }
    let step: Double =
      switch zoom {
      case .sixHours: 1.0 / 24
      case .twelveHours: 1.0 / 12
      case .day: 1.0 / 6
      case .threeDays, .week, .twoWeeks: 1
      case .course: 5
      case .threeMonths: 14
      case .sixMonths: 28
      case .year: 56
      case .twoYears: 112
      }
    for x in marks(every: step) {
      let isMidnight = abs(x - x.rounded()) < 1e-6
      let label =
        isMidnight ? dayName(x.rounded()) : time.clock(axis.moment(x + 1e-7))
      ticks.append(AxisStrip.Tick(isMidnight ? x.rounded() : x, label))
    }
    // Midnights before hours, for they say which day it is.
    let named = ticks.filter { $0.role != .axis }
    // A day that is named already is not named again at its midnight.
    if !hasHours {
      ticks.removeAll { tick in
        tick.role == .axis && named.contains { $0.label == tick.label && $0.x != tick.x }
      }
    }
    return named
      + ticks.filter { $0.role == .axis && $0.x == $0.x.rounded() }
      + ticks.filter { $0.role == .axis && $0.x != $0.x.rounded() }
  }

  private var targets: [AxisStrip.Target] {
    guard zoom.days <= 36 else { return [] }
    let first = Int(left.rounded(.down))
    let last = Int(right.rounded(.up))
    guard axis.isFromInfusion, first < last else { return [] }
    return (first..<last).map {
      AxisStrip.Target(Double($0)..<Double($0 + 1), id: "day:\($0)")
    }
  }

  // MARK: Lanes

  /// The worst certain grade in each stretch; nothing before the infusion, and none of what has not
  /// come.
  private func grades(
    _ scale: Scale, _ stretches: [Range<Double>], _ now: Double
  ) -> [AxisStrip.Entry] {
    var walk = DayWalk(axis)
    let steps = changes.map { (x: walk.x($0.at), grade: $0[scale].certain) }
    var next = 0
    var carried: Int?
    return stretches.map { stretch in
      while next < steps.count, steps[next].x < stretch.lowerBound {
        carried = steps[next].grade
        next += 1
      }
      guard stretch.lowerBound <= now else { return AxisStrip.Entry(stretch, .future) }
      if let covered = coveredFrom.map(axis.x), stretch.upperBound > covered {
        return AxisStrip.Entry(stretch, .value(FittedText(ConsoleState.coveredGrade)))
      }
      var worst = carried
      var index = next
      while index < steps.count, steps[index].x < stretch.upperBound {
        if let grade = steps[index].grade { worst = max(worst ?? grade, grade) }
        index += 1
      }
      return AxisStrip.Entry(
        stretch, worst.map { .value(FittedText("\($0)", .grade($0))) } ?? .notAssessed)
    }
  }

  /// The most support in each stretch; `-` before anything is on record.
  private func oxygen(_ stretches: [Range<Double>], _ now: Double) -> [AxisStrip.Entry] {
    var next = 0
    var carried: Oxygen?
    return stretches.map { stretch in
      while next < course.oxygen.count, course.oxygen[next].x <= stretch.lowerBound {
        carried = course.oxygen[next].oxygen
        next += 1
      }
      guard stretch.lowerBound <= now else { return AxisStrip.Entry(stretch, .future) }
      var most = carried
      var index = next
      while index < course.oxygen.count, course.oxygen[index].x < stretch.upperBound {
        let support = course.oxygen[index].oxygen
        if most.map({ $0.device.support <= support.device.support }) ?? true { most = support }
        index += 1
      }
      return AxisStrip.Entry(
        stretch, most.map { .value(TrendPlots.support($0, words)) } ?? .notAssessed)
    }
  }

  /// Letters of what was given in each stretch; a vasopressor is given as long as it runs.
  private func given(_ stretches: [Range<Double>], _ now: Double) -> [AxisStrip.Entry] {
    var rest = course.treatments[...]
    return stretches.compactMap { stretch in
      rest = rest.drop { $0.x < stretch.lowerBound }
      guard stretch.lowerBound <= now else { return AxisStrip.Entry(stretch, .future) }
      var found: Set<TrendTreatment.Kind> = []
      for treatment in rest.prefix(while: { $0.x < stretch.upperBound }) where !treatment.isStop {
        found.insert(treatment.kind)
      }
      let runs = course.pressors.contains {
        $0.from < stretch.upperBound && ($0.to ?? now) > stretch.lowerBound
      }
      if runs { found.insert(.vasopressor) }
      let letters = TrendTreatment.Kind.allCases.filter(found.contains).map(\.rawValue)
      guard !letters.isEmpty else { return nil }
      return AxisStrip.Entry(
        stretch,
        .value(
          FittedText(
            (1...letters.count).reversed().map {
              StyledText(letters.prefix($0).joined(), .mark)
            })))
    }
  }
}
