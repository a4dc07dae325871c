import Clinical
import Grading

extension Chart {
  /// Takes over what grading says once an instant is settled, with all its facts or by time alone.
  mutating func settle(_ walk: GradingWalk, at t: Instant, _ settings: AlertSettings) {
    settleFever(walk, settings)
    oxygen.take(walk.oxygen?.grade ?? 0, at: t, by: walk.oxygen?.id)
    let given = walk.vasopressors(at: t)
    pressors.take(given.number, at: t, by: given.all.last?.id)
    crs.take(walk.crs, at: t, window: settings.span(.a09Hours))
    icans.take(walk.icans, at: t, window: settings.span(.a09Hours))
    severe.take(walk.grades(at: t))
  }

  // Fevers after the infusion, whatever their cause; one 24 h or more after the last is new (A01).
  private mutating func settleFever(_ walk: GradingWalk, _ settings: AlertSettings) {
    guard let reading = walk.temperature, let infused = walk.infusedAt, reading.at > infused,
      reading.at != seenTemperature
    else { return }
    seenTemperature = reading.at
    guard reading.value >= FeverLimit.tenths else {
      fever?.isInterrupted = true
      earlyHighFever = nil
      return
    }
    if reading.value >= settings[.a02Temperature].roundedHalfUp(places: 1),
      reading.at < infused + settings.span(.a02Hours),
      earlyHighFever.map({ reading.value > $0.value }) ?? true
    {
      earlyHighFever = reading
    }
    if var run = fever, reading.at < run.last + .hours(24) {
      run.last = reading.at
      run.lastID = reading.id
      run.highest = max(run.highest, reading.value)
      fever = run
    } else {
      fever = FeverRun(
        first: reading.at, firstID: reading.id, last: reading.at, lastID: reading.id,
        number: (fever?.number ?? 0) + 1, highest: reading.value)
    }
  }
}
