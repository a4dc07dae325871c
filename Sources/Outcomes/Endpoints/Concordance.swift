package import Clinical
package import Grading

/// The engine's grade beside a clinician's at one moment.
package struct GradePair: Sendable {
  package let patient: PatientID
  package let scale: Scale
  package let at: Instant
  package let day: Int
  /// As written down with the adjudication, else what the course says; `nil` where it said none.
  package let computed: Int?
  package let adjudicated: Int
  package let event: EventID
}

extension TrialCase {
  /// Every adjudication up to the cut-off.
  func gradePairs() -> [GradePair] {
    facts.compactMap { fact in
      guard case .adjudication(let scale, let grade, let computed) = fact.content else {
        return nil
      }
      let steps = scale == .crs ? subject.crs : subject.icans
      return GradePair(
        patient: id, scale: scale, at: fact.at, day: day(fact),
        computed: computed ?? steps.last { $0.at <= fact.at }?.certain, adjudicated: grade,
        event: fact.id)
    }
  }
}
