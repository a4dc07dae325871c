package import Clinical

/// Grading taken one instant at a time, for a room that watches a course beside the grades: what the
/// criteria see at the bedside, asked of the engine itself, so that no rule is written twice.
///
/// Facts go in by instants, in order; between them the caller lets every `wake` pass that lies before
/// the next fact.
package struct GradingWalk: Sendable {
  var state = FoldState()

  package init() {}

  /// The next instant at which time alone may change what grading says.
  package var wake: Instant? { state.wake }

  /// Takes over the facts of one instant, all of them; of those that await their co-signature only
  /// what lowers neither scale.
  package mutating func take(_ facts: ArraySlice<Fact>, at t: Instant, zone: Zone) {
    var ignored: [GradeChange] = []
    state.pass(until: t, inclusive: false, changes: &ignored)
    state.takeRaising(facts, at: t, zone: zone, changes: &ignored)
  }

  /// Lets time reach `t`, without any new fact.
  package mutating func pass(to t: Instant) {
    var ignored: [GradeChange] = []
    state.pass(until: t, inclusive: true, changes: &ignored)
  }

  package var crs: GradeRecord { state.crs }
  package var icans: GradeRecord { state.icans }
  package subscript(scale: Scale) -> GradeRecord { scale == .crs ? state.crs : state.icans }

  /// What both scales say, as of an instant.
  package func grades(at t: Instant) -> GradeChange {
    GradeChange(at: t, crs: state.crs, icans: state.icans)
  }

  /// The newest episode of a scale, open or closed.
  package func episode(_ scale: Scale) -> Episode? {
    scale == .crs ? state.memory.crs.episode : state.memory.icans.episode
  }

  /// What gives the grade at `t`, highest first.
  package func evidence(_ scale: Scale, at t: Instant, zone: Zone) -> [Evidence] {
    guard state.bedside.infusedAt != nil else { return [] }
    let builder = EvidenceBuilder(state, at: t, now: t, zone: zone)
    return scale == .crs
      ? builder.crs(state.gradeCRS(at: t)) : builder.icans(state.gradeICANS(at: t))
  }
}
