import Clinical

/// When the plan of clinical-rules 4.4 asks for what, for one script.
struct ObservationTimes {
  let script: PatientScript

  /// Vital signs: daily before the infusion, dense on day 0, every 4 h to day 14 (2 h in fever,
  /// 1 h where the script watches closely), every 6 h to day 21, every 8 h to day 30, then daily.
  func vitals() -> [Moment] {
    var times: [Moment] = []
    var day = script.admission.day
    while day <= script.end.day {
      times += routineVitals(day)
      day += 1
    }
    for wave in script.waves { times += every(120, in: wave.window) }
    for window in script.watch { times += every(60, in: window) }
    return tidy(times, apart: 25)
  }

  private func routineVitals(_ day: Int) -> [Moment] {
    let hours: [Int]
    switch day {
    case ..<0: hours = [10]
    case 0:
      guard let infusion = infusion else { return [Moment(0, 1000)] }
      let dense = [-12, 15, 30, 45, 60, 120, 180, 240, 300, 540, 780]
      return dense.map { infusion + $0 }.filter { $0.day == 0 }
    case 1...14: hours = [2, 6, 10, 14, 18, 22]
    case 15...21: hours = [0, 6, 12, 18]
    case 22...30: hours = [6, 14, 22]
    default: hours = [9]
    }
    return hours.map { Moment(day, $0 * 100) }
  }

  /// ICE or CAPD: the baseline once, on day 0 once, every 8 h to day 14, every 12 h to day 21, then
  /// daily; after a lost point every 30 min for 2 h, then every 4 h while below the baseline.
  func neuro() -> [Moment] {
    var times: [Moment] = [Moment(max(-2, script.admission.day + 1), 1430)]
    var day = 0
    while day <= script.end.day {
      let clocks: [Int]
      switch day {
      case 0: clocks = [1800]
      case 1...14: clocks = [605, 1405, 2155]
      case 15...21: clocks = [805, 2005]
      default: clocks = [905]
      }
      times += clocks.map { Moment(day, $0) }
      day += 1
    }
    for (index, step) in script.neuro.enumerated() {
      guard step.state.isBelowBaseline else { continue }
      let next = index + 1 < script.neuro.count ? script.neuro[index + 1].from : script.end
      let wasWell = index == 0 || !script.neuro[index - 1].state.isBelowBaseline
      if wasWell { times += [30, 60, 90, 120].map { step.from + $0 }.filter { $0 < next } }
      times += every(240, in: Window(step.from, next))
    }
    // What the script sets stands, and the routine makes way for it.
    let scripted = script.neuro.map(\.from) + script.extraNeuro
    let routine = times.filter { time in !scripted.contains { abs($0 - time) < 45 } }
    return (tidy(routine, apart: 20) + scripted).sorted()
  }

  /// Counts and chemistry: a baseline, daily to day 14, every other day to day 21, twice a week to
  /// day 30.
  func laboratory() -> [Moment] {
    var days = [script.admission.day + 1, -1]
    days += Array(0...14) + [15, 17, 19, 21, 23, 26, 28, 30]
    return stay(days, at: 555) + script.visits
  }

  /// Cytokines: a baseline, three times a week to day 14, daily where the script watches closely,
  /// then twice a week and weekly.
  func cytokines() -> [Moment] {
    var days = [-1, 0, 2, 4, 6, 8, 11, 13, 16, 19, 23, 28]
    for window in script.watch { days += Array(window.from.day...window.to.day) }
    return stay(days, at: 602)
  }

  /// CAR-T and CD7-positive cells.
  func cells() -> [Moment] {
    var days = [-1, 4, 7, 10, 12, 14, 17, 21, 28]
    if let peak = script.expansion?.peak.day { days.append(peak) }
    return stay(days, at: 610) + script.visits.map { $0 + 8 }
  }

  private var infusion: Moment? {
    for step in script.steps {
      if step.content?.kind == .infusion { return step.at }
    }
    return nil
  }

  private func stay(_ days: [Int], at clock: Int) -> [Moment] {
    Set(days).sorted().filter { $0 != 30 || script.end.day >= 30 }.map { Moment($0, clock) }
      .filter { $0 >= script.admission && $0 <= script.end }
  }

  private func every(_ minutes: Int, in window: Window) -> [Moment] {
    // On whole hours, as rounds are.
    var time = Moment(minutes: (window.from.minutes + minutes - 1) / minutes * minutes)
    var times: [Moment] = []
    while time < window.to {
      times.append(time)
      time = time + minutes
    }
    return times
  }

  private func tidy(_ times: [Moment], apart: Int) -> [Moment] {
    var kept: [Moment] = []
    for time in times.sorted() where time >= script.admission && time <= script.end {
      if let last = kept.last, time - last < apart, time.day != 0 { continue }
      if kept.last == time { continue }
      kept.append(time)
    }
    return kept
  }
}
