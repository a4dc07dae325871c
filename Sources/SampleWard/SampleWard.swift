package import Clinical

/// The seeded generator of the sample data: invented patients as events, the same for a seed on
/// every machine.
///
/// Nobody in it exists. The numbers come from a small latent model and from scripts written by
/// hand; they serve to show and to try the console, never to estimate how often anything happens.
package enum SampleWard {
  /// The seed of `sample-data/ward.jsonl`.
  package static let wardSeed: UInt64 = 7
  /// The seed of `sample-data/trial.jsonl`.
  package static let trialSeed: UInt64 = 20

  /// Twenty invented patients of one ward, who between them show every hard thing that the console
  /// has to cope with; the `site` event carries the moment at which a demo starts.
  ///
  /// The scripts are fixed; the seed moves the readings about them, what is missing and what is
  /// written down late.
  ///
  /// - Returns: the events in the order in which they were written down, `site` first.
  package static func ward(seed: UInt64) -> [Event] {
    let random = SeededRandom(seed: seed)
    let patients = Ward.scripts.flatMap { Composer.events(of: $0, random: random) }
    return Ward.opening(random: random) + inOrderOfWriting(patients)
  }

  /// Events as a store would have taken them.
  static func inOrderOfWriting(_ events: [Event]) -> [Event] {
    events.sorted { a, b in
      let first = a.recorded(in: Diary.zone)
      let second = b.recorded(in: Diary.zone)
      return first == second ? a.id < b.id : first < second
    }
  }
}
