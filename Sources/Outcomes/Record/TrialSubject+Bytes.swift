package import Clinical
import Grading

extension TrialSubject {
  /// Changes whenever grading, or what is kept, does: bytes of another version are useless.
  package static let engineVersion = "trial-3/" + GradedTail.engineVersion

  /// The bytes that a store keeps beside the patient's events.
  package var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(unsigned: UInt64(facts.count))
    for fact in facts { fact.write(into: &writer) }
    for steps in [crs, icans] {
      writer.write(unsigned: UInt64(steps.count))
      for step in steps {
        writer.write(step.at.microseconds)
        writer.write(step.certain)
        writer.write(step.adjudicated)
        writer.write(step.episode)
        writer.write(unsigned: step.event == nil ? 0 : 1)
        if let event = step.event { writer.write(event) }
      }
    }
    writer.write(unsigned: UInt64(observedDays.count))
    for day in observedDays { writer.write(day) }
    return writer.bytes
  }

  /// The subject that `bytes` hold, or `nil` for spoilt ones.
  package init?(_ id: PatientID, bytes: [UInt8]) {
    var reader = ByteReader(bytes)
    guard let count = reader.count() else { return nil }
    var facts: [TrialFact] = []
    facts.reserveCapacity(count)
    for _ in 0..<count {
      guard let fact = TrialFact(&reader) else { return nil }
      facts.append(fact)
    }
    guard let crs = Self.steps(&reader), let icans = Self.steps(&reader),
      let days = reader.count()
    else { return nil }
    var observedDays: [Int64] = []
    for _ in 0..<days {
      guard let day = reader.integer() else { return nil }
      observedDays.append(day)
    }
    guard reader.isAtEnd else { return nil }
    self.init(id: id, facts: facts, crs: crs, icans: icans, observedDays: observedDays)
  }

  private static func steps(_ reader: inout ByteReader) -> [GradeStep]? {
    guard let count = reader.count() else { return nil }
    var steps: [GradeStep] = []
    steps.reserveCapacity(count)
    for _ in 0..<count {
      guard let at = reader.integer(), let certain = reader.optionalInt(),
        let adjudicated = reader.optionalInt(), let episode = reader.optionalInt(),
        let event = reader.optionalID()
      else { return nil }
      steps.append(
        GradeStep(
          at: Instant(microseconds: at), certain: certain, adjudicated: adjudicated,
          episode: episode, event: event))
    }
    return steps
  }
}
