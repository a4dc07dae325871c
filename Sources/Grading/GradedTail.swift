package import Clinical
import FoundationEssentials

/// The end of a graded course: what is needed to go on from its last fact, without the facts.
///
/// A store keeps it as opaque bytes beside a patient's events, so that a ward opens without decoding
/// the past. It answers for its last instant and later; anything dated earlier, and any correction
/// or retraction, needs the whole course.
package struct GradedTail: Sendable {
  /// Changes whenever the rules, or what the state holds, do: bytes of another version are useless.
  package static let engineVersion = "4"

  private struct Content: Codable {
    var version: String
    var state: FoldState
    var changes: [GradeChange]
  }

  package let zone: Zone
  private(set) var state: FoldState
  // Those of the last 24 h and the one carried into them, for the worst grade of the day.
  private var changes: [GradeChange]

  init(state: FoldState, changes: [GradeChange], zone: Zone) {
    self.state = state
    self.zone = zone
    self.changes = []
    let since = state.reached.map { $0 - .hours(24) } ?? .earliest
    let carried = changes.lastIndex { $0.at <= since } ?? changes.startIndex
    self.changes = Array(changes[carried...])
  }

  /// The tail that `bytes` hold, or `nil` for bytes of another engine or spoilt ones.
  package init?(bytes: [UInt8], zone: Zone) {
    guard let content = try? JSONDecoder().decode(Content.self, from: Data(bytes)),
      content.version == Self.engineVersion
    else { return nil }
    self.zone = zone
    state = content.state
    changes = content.changes
  }

  /// The bytes to keep; `nil` when they cannot be made, which costs only time.
  package var bytes: [UInt8]? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let content = Content(version: Self.engineVersion, state: state, changes: changes)
    return (try? encoder.encode(content)).map { [UInt8]($0) }
  }

  /// The instant of the last fact.
  package var reached: Instant? { state.reached }

  /// Takes in one event later than all others; false, and nothing done, where that is not so and the
  /// whole course is needed.
  package mutating func append(_ event: Event) -> Bool {
    guard event.corrects == nil, event.retracts == nil else { return false }
    let fact = Fact(key: event.ownKey(in: zone), event: event)
    if let reached = state.reached, fact.key.at <= reached { return false }
    state.pass(until: fact.key.at, inclusive: false, changes: &changes)
    state.take([fact], at: fact.key.at, zone: zone, changes: &changes)
    return true
  }

  /// What both scales say at `t`, without evidence; `nil` for an instant before the last fact.
  package func grades(at t: Instant) -> GradeChange? {
    if let reached = state.reached, t < reached { return nil }
    var later = state
    var ignored: [GradeChange] = []
    later.pass(until: t, inclusive: true, changes: &ignored)
    return GradeChange(at: t, crs: later.crs, icans: later.icans)
  }

  /// What a line of the ward asks of the grades at `t`.
  package func recent(at t: Instant) -> RecentGrades {
    var later = state
    var all = changes
    later.pass(until: t, inclusive: true, changes: &all)
    let isEarlier = state.reached.map { t < $0 } ?? false
    return RecentGrades(
      now: isEarlier ? nil : GradeChange(at: t, crs: later.crs, icans: later.icans), all, at: t)
  }

  /// The intervals of the plan in force for the patient.
  package var plan: ObservationIntervals { state.bedside.settings.plan }

  /// The assessment at an instant, or `nil` for one before the last fact.
  package func assessment(at t: Instant) -> Assessment? {
    if let reached = state.reached, t < reached { return nil }
    var later = state
    var changes = self.changes
    later.pass(until: t, inclusive: true, changes: &changes)
    return later.assessment(at: t, changes: changes, zone: zone)
  }
}

extension GradedCourse {
  /// The end of the course, to go on from without its facts.
  package var end: GradedTail { GradedTail(state: tail, changes: changes, zone: zone) }
}

extension GradedTail {
  /// The systolic pressure in mm[Hg] under which the patient counts as hypotensive on the local day
  /// of `t`, by age and settings (clinical-rules 1.4, D-07, D-32).
  package func systolicLimit(at t: Instant) -> DecimalNumber {
    state.bedside.systolicLimit(onDay: zone.dayNumber(of: t))
  }
}

extension GradedCourse {
  /// The systolic pressure in mm[Hg] under which the patient counts as hypotensive on the local day
  /// of `t`, by age and settings (clinical-rules 1.4, D-07, D-32).
  package func systolicLimit(at t: Instant) -> DecimalNumber {
    tail.bedside.systolicLimit(onDay: zone.dayNumber(of: t))
  }
}
