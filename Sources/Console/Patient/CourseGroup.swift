import Clinical
import Grading
import Terminal

extension ConsoleState {
  private static let gutter = 9

  /// The day strip above the plots, on one axis.
  func courseGroup(_ view: PatientView, size: Size) -> Group {
    let open = view.open
    let course = view.days
    let moment = view.moment
    guard let zero = open.record.dayZero, !course.days.isEmpty else {
      return Group(
        id: "course", title: FittedText([]), content: .text([StyledText(words(.noInfusion), .dim)]),
        frame: .none, priority: 80, leastRows: 1, growth: 1)
    }
    let today = Int(zone.dayNumber(of: now) - zero)
    let chosen = Int(zone.dayNumber(of: moment) - zero)
    let width = max(1, size.width)
    let days = course.days.filter { $0.days.lowerBound == $0.days.upperBound }
    let pitch = DayStrip.pitch(days: days.count, width: width, gutter: Self.gutter) ?? 1
    let strip = DayStrip(
      firstDay: -5, lastDay: 30, pitch: pitch, gutter: Self.gutter,
      title: FittedText(words(.laneDay)), today: today <= 30 ? today : nil,
      chosen: chosen <= 30 ? chosen : nil,
      lanes: lanes(days, isChild: view.usesCAPD, pitch: pitch, covered: coveredDay(zero)))
    guard
      let scale = ColumnScale(start: -5, perCell: 1 / Double(pitch))
    else {
      return Group(id: "course", title: FittedText([]), content: .days(strip), frame: .none)
    }
    let panels = coursePanels(view)
    let stack = PlotStack(panels, scale: scale, gutter: Self.gutter, leastRows: 1, idealRows: 3)
    return Group(
      id: "course", title: FittedText([]), content: .course(strip, stack), frame: .none,
      priority: 80, leastRows: 6, growth: 1,
      plain: plainCourse(course, panels, covered: coveredDay(zero)))
  }

  // Temperature and IL-6 first where there is room for few; nothing after the moment that is looked at.
  private func coursePanels(_ view: PatientView) -> [PlotPanel] {
    let course = view.open.record.trendCourse(until: view.moment)
    var plots = trendPlots(
      view.open, course, usesCAPD: view.usesCAPD, summary: view.summary)
    plots.cursor = nil
    plots.window = -5..<31
    return [
      .temperature, .lab(.interleukin6), .pressure, .saturation, .lab(.interleukin10),
      .lab(.interferonGamma), .lab(.tumourNecrosisFactorAlpha), .heartRate,
    ].compactMap(plots.panel)
  }

  /// The weeks after day +30, in a strip of their own; `nil` before.
  func weekGroup(_ view: PatientView, size: Size) -> Group? {
    let weeks = view.days.days.filter { $0.days.upperBound > 30 }
    guard let last = weeks.last, let first = weeks.first else { return nil }
    func number(_ week: DayCourse.Day) -> Int { week.days.upperBound / 7 }
    let width = max(1, size.width)
    let count = number(last) - number(first) + 1
    let pitch = DayStrip.pitch(days: count, width: width, gutter: Self.gutter) ?? 1
    // The newest weeks are kept where not all fit.
    let room = max(1, (width - Self.gutter) / pitch)
    let strip = DayStrip(
      firstDay: max(number(first), number(last) - room + 1), lastDay: number(last), pitch: pitch,
      gutter: Self.gutter, title: FittedText(words(.laneWeek)), today: number(last),
      chosen: chosenWeek(view),
      lanes: lanes(
        weeks, isChild: view.usesCAPD, pitch: pitch,
        covered: view.open.record.dayZero.flatMap(coveredDay), place: number))
    return Group(
      id: "weeks", title: FittedText([]), content: .days(strip), frame: .none, priority: 60,
      leastRows: 3, plain: [])
  }

  // The week that is looked at, where that is not the newest.
  private func chosenWeek(_ view: PatientView) -> Int? {
    guard let zero = view.open.record.dayZero else { return nil }
    let day = Int(zone.dayNumber(of: view.moment) - zero)
    return day > 30 && view.open.moment != nil ? (day + 6) / 7 : nil
  }

  /// What the letters of what was given mean, and the mark of a score with items left out, those that
  /// occur; `nil` where none does.
  func legend(_ view: PatientView) -> Group? {
    let letters = Set(view.days.days.flatMap(\.given).map { Character($0.rawValue) })
    var names = words(.givenLegend).split(separator: " | ").map(String.init).filter {
      $0.first.map(letters.contains) ?? false
    }
    if view.days.days.contains(where: { $0.score == .open }) {
      names.insert(words(.openLegend), at: 0)
    }
    guard !names.isEmpty else { return nil }
    let facts = names.enumerated().map {
      Terminal.Fact(FittedText([]), FittedText($1, .dim), priority: -$0)
    }
    return Group(
      id: "given", title: FittedText([]), content: .line(facts), frame: .none, priority: 10,
      leastRows: 1)
  }

  private func lanes(
    _ days: [DayCourse.Day], isChild: Bool, pitch: Int, covered: Int?,
    place: (DayCourse.Day) -> Int = { $0.days.lowerBound }
  ) -> [DayStrip.Lane] {
    func lane(_ label: Word, _ entry: (DayCourse.Day) -> DayStrip.Entry?) -> DayStrip.Lane {
      var entries: [Int: DayStrip.Entry] = [:]
      for day in days { entries[place(day)] = entry(day) }
      return DayStrip.Lane(label: FittedText(words(label)), entries: entries)
    }
    func grade(_ day: DayCourse.Day, _ lane: DayCourse.Lane) -> DayStrip.Entry {
      switch lane {
      case .future: .future
      case _ where covered.map { day.days.upperBound >= $0 } ?? false:
        .value(FittedText(Self.coveredGrade))
      case .notAssessed: .notAssessed
      case .grade(let grade): .value(FittedText("\(grade)", .grade(grade)))
      }
    }
    return [
      lane(.laneCRS) { grade($0, $0.crs) }, lane(.laneICANS) { grade($0, $0.icans) },
      lane(isChild ? .laneCAPD : pitch > 2 ? .laneICE : .laneICEShort) { day in
        if day.crs == .future { return .future }
        switch day.score {
        case .whole(let score):
          return .value(
            FittedText([StyledText("\(score)"), StyledText(score > 9 ? "X" : "\(score)")]))
        case .open: return .value(FittedText("?", .missing))
        case nil: return .notAssessed
        }
      },
      lane(.laneGiven) { day in
        guard !day.given.isEmpty else { return nil }
        let letters = day.given.map(\.rawValue)
        return .value(
          FittedText(
            (1...letters.count).reversed().map {
              StyledText(letters.prefix($0).joined(), .mark)
            }))
      },
    ]
  }

  // The day from which on grades are covered; the worst of a day tells what is asked on it.
  private func coveredDay(_ zero: Int64) -> Int? {
    coveredFrom.map { Int(zone.dayNumber(of: $0) - zero) }
  }

  // What plain mode reads instead of strip and plots.
  private func plainCourse(
    _ course: DayCourse, _ panels: [PlotPanel], covered: Int?
  ) -> [StyledText] {
    func text(_ day: DayCourse.Day, _ lane: DayCourse.Lane) -> String? {
      switch lane {
      case .future: nil
      case _ where covered.map { day.days.upperBound >= $0 } ?? false:
        Self.coveredGrade.plain
      case .notAssessed: words(.plainNotAssessed)
      case .grade(let grade): "\(grade)"
      }
    }
    func score(_ day: DayCourse.Day) -> String? {
      switch day.score {
      case .whole(let score): "\(score)"
      case .open: words(.plainOpenScore)
      case nil: nil
      }
    }
    let days = course.days.compactMap { day -> StyledText? in
      guard let crs = text(day, day.crs), let icans = text(day, day.icans) else { return nil }
      let given = day.given.map(\.rawValue).joined()
      let name =
        day.days.count == 1
        ? words.day(day.days.lowerBound)
        : "\(words.day(day.days.lowerBound)) - \(words.day(day.days.upperBound))"
      return StyledText(
        "\(name): CRS \(crs), ICANS \(icans)"
          + (score(day).map { ", \(words(.columnScore)) \($0)" } ?? "")
          + (given.isEmpty ? "" : ", \(words(.laneGiven)) \(given)"))
    }
    return days + panels.map { $0.title.full + ": " + $0.note.full }
  }
}
