import Clinical

extension BedsideState {
  mutating func apply(_ entry: ICE, of event: Event, at t: Instant, day: Int64) {
    let points = entry.points
    if points == nil, let status = entry.status, status != .unarousable, status != .done {
      instrumentNotDone = InstrumentNotDone(
        status: status, at: t, expires: t + neuroLife(onDay: day), id: event.id)
      return
    }
    let isUnarousable = entry.status == .unarousable
    guard points != nil || isUnarousable else { return }
    ice = InstrumentReading(
      points: isUnarousable ? nil : points.map { $0.low...max($0.low, $0.high) }, at: t,
      expires: t + neuroLife(onDay: day), id: event.id, day: day,
      isUnsigned: event.awaitsCosignature)
    if let points, points.low == points.high, !isUnarousable,
      infusedAt == nil || infusedAt == t || entry.baseline == true
    {
      baselineICE = points.low
    }
  }

  mutating func apply(_ entry: CAPD, of event: Event, at t: Instant, day: Int64) {
    let points = entry.points
    if points == nil, let status = entry.status, status != .unarousable, status != .done {
      instrumentNotDone = InstrumentNotDone(
        status: status, at: t, expires: t + neuroLife(onDay: day), id: event.id)
      return
    }
    let isUnarousable = entry.status == .unarousable
    guard points != nil || isUnarousable else { return }
    capd = InstrumentReading(
      points: isUnarousable ? nil : points.map { $0...$0 }, at: t,
      expires: t + neuroLife(onDay: day), id: event.id, day: day,
      isUnsigned: event.awaitsCosignature)
    if let points, !isUnarousable, infusedAt == nil || infusedAt == t || entry.baseline == true {
      baselineCAPD = points
    }
  }

  mutating func apply(_ entry: Seizure, of fact: Fact, at t: Instant) {
    let id = fact.event.id
    hasSeizureEntry = true
    if let start = entry.continues,
      let index = seizures.firstIndex(where: { $0.isNamed(start) })
    {
      seizures[index].otherNames += fact.otherNames
      continueSeizure(index, with: entry, id, at: t)
      return
    }
    var seizure = SeizureInForce(
      at: t, id: id, parts: [], otherNames: fact.otherNames, form: entry.type,
      length: Self.length(entry.duration),
      resolved: entry.resolved, returnedToBaseline: entry.returnedToBaseline,
      returnedAt: nil, isRepetition: false)
    if seizure.returnedToBaseline == true { seizure.returnedAt = max(t, seizure.end) }
    if let previous = seizures.last(where: { $0.returnedAt == nil }) {
      seizure.isRepetition = previous.returnedToBaseline == false ? true : nil
    }
    // A later seizure that says at least as much for at least as long stands for an earlier one.
    // A continuation may still name an earlier one, so a handful is kept.
    if seizures.count >= 32 { seizures.removeAll { seizure.outlasts($0) } }
    seizures.append(seizure)
  }

  private mutating func continueSeizure(
    _ index: Int, with entry: Seizure, _ id: EventID, at t: Instant
  ) {
    var seizure = seizures[index]
    seizure.parts.append(id)
    if let length = Self.length(entry.duration) {
      seizure.length = length
    } else if entry.resolved == true, seizure.length == nil || seizure.isOngoing {
      // Its end was entered without a duration: it lasted from its start until then, whatever was
      // written while it went on.
      let lasted = (t - seizure.at).microseconds
      seizure.length = lasted...lasted
    }
    if let resolved = entry.resolved { seizure.resolved = resolved }
    if let returned = entry.returnedToBaseline {
      seizure.returnedToBaseline = returned
      seizure.returnedAt = returned ? max(t, seizure.end) : nil
      // The next one came without return to baseline, unless an observation between them showed it.
      if !returned, index + 1 < seizures.count, seizures[index + 1].isRepetition == nil {
        seizures[index + 1].isRepetition = true
      }
    }
    seizures[index] = seizure
  }

  // A duration as an interval of microseconds, wider where it is censored.
  private static func length(_ duration: Quantity?) -> ClosedRange<Int64>? {
    guard let duration, let seconds = Measure.duration.normalised(duration) else { return nil }
    let micros = Int64(seconds.roundedHalfUp(places: 6))
    switch duration.comparator {
    case nil: return micros...micros
    case .less: return 0...max(0, micros - 1)
    case .lessOrEqual: return 0...micros
    case .greater: return (micros + 1) ... .max
    case .greaterOrEqual: return micros ... .max
    }
  }
}

extension SeizureInForce {
  /// More than 5 minutes; exactly 5 min 0 s is not.
  static let prolonged: Int64 = 300_000_000

  /// True when leaving `other` out cannot change any grade, now or later, as long as this one is
  /// kept: both are over, neither is known to have returned, and this one says no less.
  func outlasts(_ other: SeizureInForce) -> Bool {
    guard !other.isOngoing, !isOngoing, other.returnedAt == nil, returnedAt == nil,
      other.resolved == resolved, other.end <= end,
      other.returnedToBaseline != false || returnedToBaseline == false
    else { return false }
    func bounds(_ s: SeizureInForce) -> (Int, Int) {
      let long = s.length.map { ($0.lowerBound > Self.prolonged, $0.upperBound > Self.prolonged) }
      let unknown = s.length == nil && s.resolved == nil
      let low = long?.0 == true || s.isRepetition == true ? 4 : 3
      let high = low == 4 || long?.1 == true || unknown || s.isRepetition == nil ? 4 : 3
      return (low, high)
    }
    let (low, high) = bounds(self)
    let (otherLow, otherHigh) = bounds(other)
    return low >= otherLow && high >= otherHigh
  }
}
