package import Clinical

/// The limits of tocilizumab (A20), asked wherever a dose may be written: in the form, in a line, in
/// `vigil record`. What was given must be recordable, so a reason overcomes every one of them.
package enum TocilizumabStops {
  /// What the doses among the contents would pass, in words; empty where nothing stands against them.
  ///
  /// - Parameter ignoring: events that the contents replace.
  package static func texts(
    of contents: [Content], in context: EntryContext, ignoring: Set<EventID> = []
  ) -> [EntryText] {
    let doses = contents.compactMap(Self.dose)
    guard !doses.isEmpty else { return [] }
    let ledger = TocilizumabLedger(context.doses)
    let weight = context.doses.weight(at: context.at)
    var stops: [TocilizumabLedger.Stop] = []
    for dose in doses {
      let milligrams = DoseRecord.milligrams(dose.dose, weight: weight)
      for stop in ledger.stops(at: context.at, milligrams: milligrams, ignoring: ignoring)
      where !stops.contains(stop) {
        stops.append(stop)
      }
    }
    // Two of one line lie at one instant, and the record knows neither yet.
    if doses.count > 1, !stops.contains(.tooSoon(other: context.at)) {
      stops.append(.tooSoon(other: context.at))
    }
    let time = LocalTime(zone: context.zone)
    let limits = ledger.limits
    return stops.map { stop in
      switch stop {
      case .tooManyInADay(let count): EntryText(.stopInADay, "\(count)", "\(limits.perDay)")
      case .tooManyInAll(let count): EntryText(.stopInAll, "\(count)", "\(limits.inAll)")
      case .tooSoon(let other):
        EntryText(.stopTooSoon, time.dayAndClock(other), hours(limits.interval))
      case .tooMuch(let dose): EntryText(.stopTooMuch, "\(dose)", "\(limits.mostMilligrams)")
      }
    }
  }

  // `8`, and `7.5` where a site has said so.
  private static func hours(_ span: TimeSpan) -> String {
    let minutes = span.microseconds / 60_000_000
    guard minutes % 60 != 0 else { return "\(minutes / 60)" }
    return "\(DecimalNumber(Int(minutes)).scaled(by: 1, over: 60, places: 1))"
  }

  private static func dose(_ content: Content) -> Medication? {
    guard case .medication(let entry) = content, entry.action != .stop,
      DrugTable.drug(named: entry.drug)?.generic == "tocilizumab"
    else { return nil }
    return entry
  }
}
