package import Clinical
import FoundationEssentials

/// The end of a graded course: what is needed to go on from its last fact, without the facts.
///
/// A store keeps it as opaque bytes beside a patient's events, so that a ward opens without decoding
/// the past. It answers for its last instant and later; anything dated earlier, and any correction
/// or retraction, needs the whole course.
package struct GradedTail: Sendable {
  /// Changes whenever the rules, or what the state holds, do: bytes of another version are useless.
  package static let engineVersion = "5"

  private struct Content: Codable {
    var version: String
    var state: FoldState
    var changes: [GradeChange]
    var takesOnlyRaising: Bool
    /// The same of the courses by which it is held back, where something unsigned is in force.
    var views: [Content]
  }

  package let zone: Zone
  private(set) var state: FoldState
  // Those of the last 24 h and the one carried into them, for the worst grade of the day; and from
  // the last known grade of either scale on, for the close rounds after it.
  private var changes: [GradeChange]

  // As `GradedCourse` keeps them: the signed facts alone, and what an unsigned one may not lower.
  private var views: [GradedTail]
  private var takesOnlyRaising: Bool

  init(
    state: FoldState, changes: [GradeChange], zone: Zone, takesOnlyRaising: Bool = false,
    views: [GradedTail] = []
  ) {
    self.views = views
    self.takesOnlyRaising = takesOnlyRaising
    self.state = state
    self.zone = zone
    self.changes = changes
    trim()
  }

  // Forgets the changes that nobody can ask for any more.
  private mutating func trim() {
    let since = state.reached.map { $0 - .hours(24) } ?? .earliest
    guard let carried = changes.lastIndex(where: { $0.at <= since }) else { return }
    let known = Scale.allCases.map { scale in
      changes[...carried].lastIndex { $0[scale].known != nil } ?? carried
    }
    changes.removeSubrange(..<(known.min() ?? carried))
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
    takesOnlyRaising = content.takesOnlyRaising
    views = content.views.map { GradedTail($0, zone: zone) }
  }

  private var content: Content {
    Content(
      version: Self.engineVersion, state: state, changes: changes,
      takesOnlyRaising: takesOnlyRaising, views: views.map(\.content))
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
    if event.awaitsCosignature, views.isEmpty {
      views = [self, self]
      views[1].takesOnlyRaising = true
    }
    take(fact)
    for index in views.indices where index > 0 || !event.awaitsCosignature {
      views[index].take(fact)
    }
    return true
  }

  private mutating func take(_ fact: Fact) {
    let t = fact.key.at
    state.pass(until: t, inclusive: false, changes: &changes)
    if takesOnlyRaising {
      state.takeRaising([fact], at: t, zone: zone, changes: &changes)
    } else {
      state.take([fact], at: t, zone: zone, changes: &changes)
    }
    trim()
  }

  private func cautious<Answer>(
    _ answer: (GradedTail) -> Answer, _ heldBack: (Answer, Answer) -> Answer
  ) -> Answer {
    guard let signed = views.first, let raising = views.last else { return answer(self) }
    return heldBack(answer(raising), heldBack(answer(self), answer(signed)))
  }

  /// What both scales say at `t`, without evidence; `nil` for an instant before the last fact.
  package func grades(at t: Instant) -> GradeChange? {
    if let reached = state.reached, t < reached { return nil }
    return cautious(
      { tail in
        var later = tail.state
        var ignored: [GradeChange] = []
        later.pass(until: t, inclusive: true, changes: &ignored)
        return GradeChange(at: t, crs: later.crs, icans: later.icans)
      }, { $0.heldBack(by: $1) })
  }

  /// What a line of the ward asks of the grades at `t`.
  package func recent(at t: Instant) -> RecentGrades {
    let all = cautious({ $0.allChanges(through: t) }, GradeChange.heldBack)
    return RecentGrades(now: grades(at: t), all, at: t)
  }

  private func allChanges(through t: Instant) -> [GradeChange] {
    var later = state
    var all = changes
    later.pass(until: t, inclusive: true, changes: &all)
    return all
  }

  /// The intervals of the plan in force for the patient.
  package var plan: ObservationIntervals { state.bedside.settings.plan }

  /// The assessment at an instant, or `nil` for one before the last fact.
  package func assessment(at t: Instant) -> Assessment? {
    if let reached = state.reached, t < reached { return nil }
    return cautious(
      { tail in
        var later = tail.state
        var changes = tail.changes
        later.pass(until: t, inclusive: true, changes: &changes)
        return later.assessment(at: t, changes: changes, zone: zone)
      }, { $0.heldBack(by: $1) })
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
