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
    /// The same of the signed facts alone, where there are unsigned ones.
    var signed: [Content]
  }

  package let zone: Zone
  private(set) var state: FoldState
  // Those of the last 24 h and the one carried into them, for the worst grade of the day.
  private var changes: [GradeChange]

  // The end of the signed facts alone; never more than one.
  private var signedTails: [GradedTail]
  private var signed: GradedTail? { signedTails.first }

  init(state: FoldState, changes: [GradeChange], zone: Zone, signed: GradedTail? = nil) {
    signedTails = signed.map { [$0] } ?? []
    self.state = state
    self.zone = zone
    self.changes = changes
    trim()
  }

  // Forgets the changes that nobody can ask for any more.
  private mutating func trim() {
    let since = state.reached.map { $0 - .hours(24) } ?? .earliest
    guard let carried = changes.lastIndex(where: { $0.at <= since }) else { return }
    changes.removeSubrange(..<carried)
  }

  /// The tail that `bytes` hold, or `nil` for bytes of another engine or spoilt ones.
  package init?(bytes: [UInt8], zone: Zone) {
    guard let content = try? JSONDecoder().decode(Content.self, from: Data(bytes)),
      content.version == Self.engineVersion
    else { return nil }
    self.init(content, zone: zone)
  }

  private init(_ content: Content, zone: Zone) {
    self.zone = zone
    state = content.state
    changes = content.changes
    signedTails = content.signed.map { GradedTail($0, zone: zone) }
  }

  private var content: Content {
    Content(
      version: Self.engineVersion, state: state, changes: changes,
      signed: signedTails.map(\.content))
  }

  /// The bytes to keep; `nil` when they cannot be made, which costs only time.
  package var bytes: [UInt8]? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
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
    if event.awaitsCosignature {
      if signedTails.isEmpty { signedTails = [self] }
    } else if !signedTails.isEmpty {
      // Earlier than the end of all facts is earlier than the end of some.
      _ = signedTails[0].append(event)
    }
    state.pass(until: fact.key.at, inclusive: false, changes: &changes)
    state.take([fact], at: fact.key.at, zone: zone, changes: &changes)
    trim()
    return true
  }

  /// What both scales say at `t`, without evidence; `nil` for an instant before the last fact.
  package func grades(at t: Instant) -> GradeChange? {
    if let reached = state.reached, t < reached { return nil }
    var later = state
    var ignored: [GradeChange] = []
    later.pass(until: t, inclusive: true, changes: &ignored)
    let all = GradeChange(at: t, crs: later.crs, icans: later.icans)
    return signed?.grades(at: t).map { all.heldBack(by: $0) } ?? all
  }

  /// What both scales said at an instant of the last 24 h, by the changes that are kept; `nil` before
  /// them.
  package func gradesBefore(_ t: Instant) -> GradeChange? {
    let all = allChanges(through: t)
    guard let signed else { return all.last { $0.at <= t } }
    return GradeChange.heldBack(all, by: signed.allChanges(through: t)).last { $0.at <= t }
  }

  private func allChanges(through t: Instant) -> [GradeChange] {
    var later = state
    var all = changes
    later.pass(until: t, inclusive: true, changes: &all)
    return all
  }

  /// The assessment at an instant, or `nil` for one before the last fact.
  package func assessment(at t: Instant) -> Assessment? {
    if let reached = state.reached, t < reached { return nil }
    var later = state
    var changes = self.changes
    later.pass(until: t, inclusive: true, changes: &changes)
    let all = later.assessment(at: t, changes: changes, zone: zone)
    return signed?.assessment(at: t).map { all.heldBack(by: $0) } ?? all
  }
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
