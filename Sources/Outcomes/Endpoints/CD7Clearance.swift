package import Clinical

/// When the blood was first free of CD7+ cells, for how long, and whether they came back.
package struct CD7Clearance: Sendable {
  /// One sample: per cent of the lymphocytes where it says so, else cells/µL.
  struct Sample {
    let time: Double
    let day: Int
    let isCleared: Bool
    let event: EventID
  }

  package let patient: PatientID
  /// Days from the first infusion to the first sample below the threshold that the next one confirms.
  package let clearedAt: Double?
  /// Days from there to the first sample at or above the threshold, or to the last sample.
  package let duration: Double?
  /// A later sample was at or above the threshold again.
  package let hasRecovered: Bool
  package let samples: Int
  /// Why there is no clearance.
  package let reason: String?
  package let events: [EventID]

  init(_ patient: TrialCase) {
    self.patient = patient.id
    let samples = Self.samples(patient)
    self.samples = samples.count
    let last = samples.count - 1
    let first = samples.indices.first {
      samples[$0].isCleared && FirstMonth.days.contains(samples[$0].day) && $0 < last
        && samples[$0 + 1].isCleared
    }
    guard let first else {
      clearedAt = nil
      duration = nil
      hasRecovered = false
      events = samples.filter { FirstMonth.days.contains($0.day) }.map(\.event)
      reason =
        samples.isEmpty
        ? "no sample after the infusion"
        : samples.contains { $0.isCleared && FirstMonth.days.contains($0.day) }
          ? "no sample below the threshold was confirmed by the next"
          : "no sample below the threshold in the first month"
      return
    }
    reason = nil
    clearedAt = samples[first].time
    let back = samples[first...].first { !$0.isCleared }
    hasRecovered = back != nil
    duration = (back ?? samples[last]).time - samples[first].time
    events = [samples[first].event, samples[first + 1].event] + [back?.event].compactMap { $0 }
  }

  private static func samples(_ patient: TrialCase) -> [Sample] {
    let settings = patient.question.settings
    let limits: [(LabVariable, Double)] = [
      (.cd7Percentage, settings.clearedPercentage.double),
      (.cd7Cells, settings.clearedCells.double),
    ]
    return patient.facts.compactMap { fact in
      guard case .sample(let measurements) = fact.content, fact.at >= patient.infusedAt else {
        return nil
      }
      for (variable, limit) in limits {
        guard let found = measurements.last(where: { $0.variable == variable }) else { continue }
        // Below 2 % may be below 1 % or not: that is not known to be cleared.
        let isCleared =
          found.isAbove ? false : found.isBelow ? found.value <= limit : found.value < limit
        return Sample(
          time: patient.elapsed(fact.at), day: patient.day(fact), isCleared: isCleared,
          event: fact.id)
      }
      return nil
    }
  }
}
