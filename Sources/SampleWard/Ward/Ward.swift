import Clinical

/// The sample ward: unit 7B of an invented hospital in Shanghai, at one night and before it.
enum Ward {
  /// The night at which the demo's clock starts: 2026-03-06T04:30+08:00.
  static let demoDate = CalendarDate(year: 2026, month: 3, day: 6)
  static let demoClock = 430

  static var demoMoment: Instant {
    guard let demoDate else { return Instant(microseconds: 0) }
    return Diary.zone.startOfDay(demoDate) + .minutes(4 * 60 + 30)
  }

  /// Every patient's script, by id.
  static let scripts: [PatientScript] = [
    maskedFeverAndRelapse(), deathOfCRS(), wangFang(), blowByInfant(), homeCPAP(), highFlow(),
    oneVasopressor(), maskedTonight(), twoVasopressors(), pushDose(), chronicOxygen(),
    fallingICE(), youngestFever(), dayOne(), seizure(), recurrence(), lateOnset(),
    secondWave(), sepsisAndSilence(), beforeInfusion(),
  ]

  /// The ward's own events: the place, its people, its settings.
  static func opening(random: SeededRandom) -> [Event] {
    guard let day = CalendarDate(year: 2025, month: 12, day: 1) else { return [] }
    var diary = Diary(patient: nil, dayZero: day, bedside: 0, random: random.stream("ward"))
    diary.write(
      .site(
        Site(
          name: "Unit 7B (invented)", timeZone: "Asia/Shanghai", languages: ["zh", "en"],
          demoMoment: demoMoment)),
      at: Moment(0, 800), by: .office, delay: 0)
    for (n, member) in (Staff.others + Staff.physicians + Staff.nurses).enumerated() {
      diary.write(
        .user(User(login: member.login, name: member.name, role: member.role, active: true)),
        at: Moment(0, 805 + n), by: .office, delay: 0)
    }
    let settings: [(String, SettingValue, String)] = [
      ("limits.spo2.low", .number(92), "agreed in the ward's meeting of November 2025"),
      ("plan.ice.15-21", .number(12), "as the default plan; confirmed by the ward"),
    ]
    for (n, (name, value, reason)) in settings.enumerated() {
      diary.write(
        .setting(Setting(name: name, value: value)), at: Moment(0, 830 + n), by: .physician,
        delay: 0, reason: reason)
    }
    return diary.events
  }
}

extension PatientScript {
  /// A patient who is in the ward at the demo's moment and for a day after it.
  static func inHouse(
    _ identity: Identity, infusion: String, admission: Moment = Moment(-5, 900), bed: String,
    clock: Int? = 1020, dose: Int = 1000
  ) -> PatientScript {
    var script = PatientScript(
      identity, infusion: infusion, admission: admission, end: admission)
    let demo = script.demo
    script.end = demo + 1440
    // With the laboratory round after it.
    script.steady = [Window(demo - 520, demo + 5), Window(demo + 60, demo + 125)]
    script.lateShare = 114
    script.opens(bed: bed, infusionClock: clock, dose: dose)
    return script
  }

  /// The demo's moment on this patient's own count of days.
  var demo: Moment {
    guard let date = Ward.demoDate else { return Moment(0) }
    return Moment(Int(date.dayNumber - infusionDate.dayNumber), Ward.demoClock)
  }

  /// The same dose again and again.
  mutating func repeats(
    _ drug: String, _ amount: Int, _ unit: Unit = .milligram, from: Moment, every hours: Int,
    times: Int, route: String = "IV"
  ) {
    for n in 0..<times { gives(drug, amount, unit, at: from + n * hours * 60, route: route) }
  }
}
