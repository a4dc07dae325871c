import Clinical

extension PatientScript {
  /// The systolic pressure lies `by` mm[Hg] under the limit from `from` until `to`, and is seen at
  /// both ends.
  mutating func hypotensive(from: Moment, to: Moment, by: Int = 5) {
    lowPressure.append((Window(from, to), by))
    extraVitals += [from + 1, to + 4]
  }

  /// The saturation falls to `value` and is seen so; it recovers only once oxygen is given at
  /// `treated`.
  mutating func desaturates(at: Moment, to value: Int, treated: Moment) {
    lowSaturation.append((Window(at - 10, treated + 3), value))
    extraVitals += [at, treated + 15]
  }

  /// A fever in the ears of the plan: a reading beside it.
  mutating func seen(at moments: Moment...) { extraVitals += moments }

  /// A reading given in full, in tenths of a degree, /min, mm[Hg] and per cent.
  mutating func reads(
    _ temperature: Int, heart: Int, _ systolic: Int, _ diastolic: Int, breaths: Int, spo2: Int,
    at: Moment
  ) {
    pinned.append(
      (at, Vitals.round(temperature, heart, systolic, diastolic, breaths, spo2)))
  }

  /// A wrong reading, and what it was corrected to some minutes after it was written down.
  mutating func slip(
    _ wrong: Content, to right: Content, at: Moment, after minutes: Int, _ reason: String
  ) {
    let tag = "slip \(steps.count)"
    add(wrong, at: at, delay: 2, tag: tag)
    steps.append(
      Step(
        at: at, deed: .corrects(tag, right), author: .nurse, delay: 2 + minutes, reason: reason))
  }

  /// An entry that belongs to somebody else, taken back after some minutes.
  mutating func misfiled(_ content: Content, at: Moment, after minutes: Int, _ reason: String) {
    let tag = "misfiled \(steps.count)"
    add(content, at: at, delay: 1, tag: tag)
    steps.append(
      Step(
        at: at + 1 + minutes, deed: .retracts(tag), author: .nurse, delay: 0, reason: reason))
  }

  /// A seizure entered at its start, and its end as a second entry that is written some minutes
  /// later.
  mutating func seizure(
    _ type: Seizure.Form, at: Moment, lasting seconds: Int, returned: Bool,
    endEnteredAfter minutes: Int
  ) {
    let tag = "seizure \(steps.count)"
    add(
      .seizure(Seizure(type: type, resolved: false)), at: at, delay: 1, tag: tag)
    steps.append(
      Step(
        at: at + (seconds + 59) / 60,
        deed: .continues(
          tag,
          Seizure(
            type: type, duration: Quantity(DecimalNumber(seconds), .second), resolved: true,
            returnedToBaseline: returned)),
        author: .physician, delay: minutes))
  }

  mutating func adverseEvent(
    _ term: String, grade: Int, from: Moment, to: Moment?, serious: Bool = false,
    relatedness: String = "related", scale: String = "CTCAE-5.0", action: String? = nil,
    outcome: String? = nil, entered: Moment
  ) {
    add(
      .adverseEvent(
        AdverseEvent(
          term: term, grade: grade, scale: scale, start: .day(date(of: from)),
          stop: to.map { .day(date(of: $0)) }, serious: serious, relatedness: relatedness,
          action: action, outcome: outcome)),
      at: entered, by: .physician)
  }

  mutating func response(
    _ grade: Response.Grade, mrd: String? = nil, sites: [String] = ["bone marrow"],
    method: String? = nil, day: Int, entered clock: Int = 1600
  ) {
    add(
      .response(Response(response: grade, mrd: mrd, sites: sites, method: method)),
      at: Moment(day, clock), by: .physician, dated: true)
  }

  mutating func status(_ state: Status.State, _ cause: Status.PrincipalCause? = nil, day: Int) {
    add(
      .status(Status(state: state, principalCause: cause)), at: Moment(day, 1500), by: .physician,
      dated: true)
  }

  /// The local date of a moment.
  func date(of moment: Moment) -> CalendarDate {
    CalendarDate(dayNumber: infusionDate.dayNumber + Int64(moment.day))
  }
}

extension Vitals {
  /// A whole round: tenths of a degree, /min, mm[Hg] twice, /min, per cent.
  static func round(
    _ temperature: Int, _ heart: Int, _ systolic: Int, _ diastolic: Int, _ breaths: Int,
    _ spo2: Int
  ) -> Vitals {
    Vitals(
      temperature: Quantity(DecimalNumber(tenths: temperature), .celsius), site: .axillary,
      heartRate: Quantity(DecimalNumber(heart), .perMinute),
      systolic: Quantity(DecimalNumber(systolic), .millimetreOfMercury),
      diastolic: Quantity(DecimalNumber(diastolic), .millimetreOfMercury),
      respiratoryRate: Quantity(DecimalNumber(breaths), .perMinute),
      spo2: Quantity(DecimalNumber(spo2), .percent))
  }
}
