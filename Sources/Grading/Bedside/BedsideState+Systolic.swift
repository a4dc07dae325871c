import Clinical

extension BedsideState {
  /// The systolic pressure below which a patient of this age is taken to be hypotensive.
  ///
  /// Adults and children over 10 years 90 mm[Hg]; PALS for younger ones: 0–28 days 60, 1–12 months
  /// 70, 1–10 years 70 + 2 × age (clinical-rules 1.4). The formula is never carried past 10 years,
  /// where both give 90. Without a birth date D-32.
  func systolicLimit(onDay day: Int64) -> DecimalNumber {
    guard let birthDate else { return DecimalNumber(settings.unknownAgeSystolic) }
    let date = CalendarDate(dayNumber: day)
    let years = date.completedYears(since: birthDate)
    if years >= 10 { return 90 }
    if years >= 1 {
      switch settings.age {
      case .completedYears: return DecimalNumber(70 + 2 * years)
      case .completedMonths:
        let months = DecimalNumber(date.completedMonths(since: birthDate))
        return DecimalNumber(70) + months.scaled(by: 1, over: 6, places: 3)
      }
    }
    return day - birthDate.dayNumber <= 28 ? 60 : 70
  }

  /// True where the latest systolic pressure counts as low: under its limit, and not excused by an
  /// equally low baseline without a bolus (D-06).
  @inline(__always)
  func isLow(_ reading: SystolicReading, at t: Instant) -> Bool {
    reading.value < reading.limit && !isExcused(reading, at: t)
  }

  /// D-06: under the limit, but so was the baseline, and the fall is small, and no bolus is in
  /// force.
  @inline(__always)
  func isExcused(_ reading: SystolicReading, at t: Instant) -> Bool {
    guard reading.value < reading.limit, let fall = settings.baselineFall,
      let baseline = baselineSystolic, baseline < reading.limit,
      baseline - reading.value <= DecimalNumber(fall)
    else { return false }
    return bolusInForce(at: t) == nil
  }

  /// The bolus that still speaks: for 4 h, and on until a pressure at or above the limit (D-28).
  @inline(__always)
  func bolusInForce(at t: Instant) -> BolusInForce? {
    guard let bolus, t < bolus.at + settings.bolus || !bolus.recovered else { return nil }
    return bolus
  }

  /// The median of all systolic pressures from day −5 to the infusion (D-31).
  func medianSystolic() -> DecimalNumber? {
    let first = infusionDay - Int64(settings.baselineDays)
    let values = systolicsBefore.filter { $0.day >= first }.map(\.value).sorted()
    guard !values.isEmpty else { return nil }
    let middle = values.count / 2
    if values.count % 2 == 1 { return values[middle] }
    return (values[middle - 1] + values[middle]).scaled(by: 1, over: 2, places: 9)
  }

  /// Works out the limits anew where a birth date or a setting has changed.
  mutating func refreshLimits() {
    guard var reading = systolic else { return }
    reading.limit = systolicLimit(onDay: reading.day)
    systolic = reading
  }
}
