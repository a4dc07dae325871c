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
    return stops.map { stop in
      switch stop {
      case .tooManyInADay(let count): EntryText(.stopInADay, "\(count)")
      case .tooManyInAll(let count): EntryText(.stopInAll, "\(count)")
      case .tooSoon(let other): EntryText(.stopTooSoon, time.dayAndClock(other))
      case .tooMuch(let dose): EntryText(.stopTooMuch, "\(dose)")
      }
    }
  }

  private static func dose(_ content: Content) -> Medication? {
    guard case .medication(let entry) = content, entry.action != .stop,
      DrugTable.drug(named: entry.drug)?.generic == "tocilizumab"
    else { return nil }
    return entry
  }
}
