package import Clinical
package import Grading

/// One patient as the trial's endpoints see one: the facts that they ask for, and both scales through
/// time. Made once from the graded course, kept, and asked at any cut-off.
package struct TrialSubject: Sendable, Hashable {
  package let id: PatientID
  /// In order.
  package let facts: [TrialFact]
  package let crs: [GradeStep]
  package let icans: [GradeStep]
  /// Local day numbers on which anything was observed at the bedside, in order.
  package let observedDays: [Int64]

  package init(
    id: PatientID, facts: [TrialFact], crs: [GradeStep], icans: [GradeStep], observedDays: [Int64]
  ) {
    self.id = id
    self.facts = facts
    self.crs = crs
    self.icans = icans
    self.observedDays = observedDays
  }

  /// The subject of a whole course.
  package init(_ id: PatientID, _ course: GradedCourse) {
    self.id = id
    let zone = course.zone
    facts = course.facts.compactMap { TrialFact($0, zone) }
    // What time alone brings after the last fact belongs to it.
    let changes = course.changes(through: .latest)
    // Of several facts of one time the later in the order of facts counts.
    func events(_ scale: Scale) -> [Instant: EventID] {
      Dictionary(
        course.facts.filter { $0.event.patient != nil && $0.event.kind.mayMove(scale) }.map {
          ($0.key.at, $0.event.id)
        }, uniquingKeysWith: { $1 })
    }
    crs = Self.steps(changes.map { ($0.at, $0.crs) }, events(.crs))
    icans = Self.steps(changes.map { ($0.at, $0.icans) }, events(.icans))
    var days: [Int64] = []
    for fact in course.facts where fact.event.patient != nil && fact.event.kind.isObservation {
      let day = zone.dayNumber(of: fact.key.at)
      if days.last != day { days.append(day) }
    }
    observedDays = days
  }

  private static func steps(
    _ changes: [(at: Instant, record: GradeRecord)], _ events: [Instant: EventID]
  ) -> [GradeStep] {
    var steps: [GradeStep] = []
    for change in changes {
      let step = GradeStep(
        at: change.at, certain: change.record.certain, adjudicated: change.record.adjudicated,
        episode: change.record.episode, event: events[change.at])
      if let last = steps.last, last.certain == step.certain,
        last.adjudicated == step.adjudicated, last.episode == step.episode
      {
        continue
      }
      steps.append(step)
    }
    return steps
  }
}

extension EventKind {
  /// Kinds that somebody saw or measured on the patient.
  fileprivate var isObservation: Bool {
    switch self {
    case .vitals, .oxygen, .fluidBolus, .vasopressor, .medication, .ice, .capd, .consciousness,
      .seizure, .motor, .intracranial, .finding, .lab:
      true
    default: false
    }
  }
}
