import Clinical
import Grading

/// A number that stands until it changes, and its last step up that still holds.
struct StepTrack: Sendable {
  var level = 0
  var step: Step?

  struct Step: Sendable {
    let at: Instant
    let from: Int
    let to: Int
    let id: EventID?
  }

  /// Takes over the number of an instant. A fall below the last step's end undoes the step.
  mutating func take(_ new: Int, at t: Instant, by id: EventID?) {
    if new > level {
      step = Step(at: t, from: level, to: new, id: id)
    } else if let step, new < step.to {
      // What is left of a rise by several steps still holds.
      self.step = new > step.from ? Step(at: step.at, from: step.from, to: new, id: step.id) : nil
    }
    level = new
  }
}

/// The last known grade of a scale, its last rise that still holds, and since when it has been high.
struct GradeTrack: Sendable {
  var level: Int?
  var rise: Rise?
  /// Since when it has been 2 or more, and 3 or more.
  var sinceTwo: Instant?
  var sinceThree: Instant?
  private var changes: [(at: Instant, level: Int)] = []

  struct Rise: Sendable {
    let at: Instant
    /// `nil` where it is the first that was ever known.
    let from: Int?
    let to: Int
    /// How much higher than the lowest of the hours before. Where no grade was known then, than 0:
    /// on the safe side, for nobody knows how fast a first grade came about.
    let jump: Int
  }

  /// Takes over what the scale says at an instant. A grade that is not known leaves the last known
  /// one in place: missing is no fall.
  mutating func take(_ record: GradeRecord, at t: Instant, window: TimeSpan) {
    guard let new = record.known else { return }
    if new > level ?? 0 {
      let lowest = lowest(within: window, before: t)
      rise = Rise(at: t, from: level, to: new, jump: new - lowest)
    } else if let rise, new < rise.to {
      self.rise = nil
    }
    if new != level { changes.append((t, new)) }
    level = new
    sinceTwo = new >= 2 ? sinceTwo ?? t : nil
    sinceThree = new >= 3 ? sinceThree ?? t : nil
  }

  /// The last known grade at an instant of the past.
  func level(at t: Instant) -> Int? { changes.last { $0.at <= t }?.level }

  /// The lowest known grade from an instant on.
  func lowest(since t: Instant) -> Int {
    changes.reversed().prefix { $0.at > t }.reduce(level(at: t) ?? 0) { min($0, $1.level) }
  }

  // The lowest grade in force within (t − window, t).
  private func lowest(within window: TimeSpan, before t: Instant) -> Int {
    let start = t - window
    let carried = changes.last { $0.at <= start }?.level ?? 0
    return changes.reversed().prefix { $0.at > start }.reduce(carried) { min($0, $1.level) }
  }
}

/// Oxygen saturations: a typed value decides at once, those of a device when they hold for the
/// time that the rule asks (A06).
struct SaturationTrack: Sendable {
  struct Reading: Sendable {
    let value: DecimalNumber
    let at: Instant
    let id: EventID
    let isTyped: Bool
  }

  var newest: Reading?
  /// The reading that made it low, while it is.
  var low: Reading?
  /// The lowest since then.
  var lowest: Reading?
  // The first of the device's readings in a row on the other side of the limit.
  private var turning: Reading?

  mutating func take(_ reading: Reading, limit: DecimalNumber, persistence: TimeSpan) {
    newest = reading
    let isLow = reading.value < limit
    if isLow == (low != nil) {
      turning = nil
      if isLow, let lowest, reading.value < lowest.value { self.lowest = reading }
      return
    }
    if reading.isTyped {
      turn(reading, isLow)
      return
    }
    guard let first = turning else {
      turning = reading
      if persistence == .zero { turn(reading, isLow) }
      return
    }
    if reading.at >= first.at + persistence { turn(reading, isLow) }
  }

  private mutating func turn(_ reading: Reading, _ isLow: Bool) {
    low = isLow ? reading : nil
    lowest = low
    turning = nil
  }
}

/// New focal signs and signs of raised pressure in the head.
struct FocalTrack: Sendable {
  var motor: (sign: Motor.Sign, id: EventID)?
  var intracranial: (signs: [Intracranial.Sign], id: EventID)?
  /// When a sign that was not there before was entered.
  var newSign: Instant?

  mutating func take(_ sign: Motor.Sign, at t: Instant, _ id: EventID) {
    if sign == .deepFocalWeakness, motor?.sign != .deepFocalWeakness { newSign = t }
    motor = (sign, id)
  }

  mutating func take(_ signs: [Intracranial.Sign], at t: Instant, _ id: EventID) {
    let before = intracranial?.signs ?? []
    if signs.contains(where: { $0 != .none && !before.contains($0) }) { newSign = t }
    intracranial = (signs, id)
  }

  var isWeak: Bool { motor?.sign == .deepFocalWeakness }
  var signs: [Intracranial.Sign] { (intracranial?.signs ?? []).filter { $0 != .none } }
}
