package import Clinical

/// What is asked: up to when, in which zone, by which settings, with which intervals.
package struct OutcomeQuestion: Sendable, Hashable {
  /// Nothing observed later enters.
  package var cutoff: Instant
  package var zone: Zone
  package var settings: OutcomeSettings
  package var interval: SurvivalInterval
  package var confidence: Double

  package init(
    cutoff: Instant, zone: Zone, settings: OutcomeSettings = OutcomeSettings(),
    interval: SurvivalInterval = .logLog, confidence: Double = 0.95
  ) {
    self.cutoff = cutoff
    self.zone = zone
    self.settings = settings
    self.interval = interval
    self.confidence = confidence
  }
}

/// The patients of the trial at a cut-off: everybody who was infused by then.
package struct Cohort: Sendable {
  package let question: OutcomeQuestion
  /// In order of their ids.
  package let cases: [TrialCase]
  /// Patients of the record who were not infused by the cut-off.
  package let notInfused: Int

  package init(_ subjects: [TrialSubject], _ question: OutcomeQuestion) {
    self.question = question
    cases = subjects.compactMap { TrialCase($0, question) }.sorted { $0.id < $1.id }
    notInfused = subjects.count - cases.count
  }

  /// Days of a month: 365.25 / 12.
  package static let month = 30.4375
}

/// One infused patient up to the cut-off.
package struct TrialCase: Sendable {
  package let subject: TrialSubject
  let question: OutcomeQuestion
  /// The first infusion.
  package let infusedAt: Instant
  package let infusion: EventID
  /// Its local day number.
  package let dayZero: Int64
  /// Up to the cut-off, in order.
  package let facts: ArraySlice<TrialFact>

  package var id: PatientID { subject.id }

  /// `nil` for one who was not infused by the cut-off.
  init?(_ subject: TrialSubject, _ question: OutcomeQuestion) {
    let known = subject.facts.prefix { $0.at <= question.cutoff }
    guard let infusion = known.first(where: { $0.content == .infusion }) else { return nil }
    self.subject = subject
    self.question = question
    self.infusion = infusion.id
    infusedAt = infusion.at
    dayZero = infusion.day
    facts = known
  }

  /// Calendar days from the first infusion.
  func day(_ fact: TrialFact) -> Int { Int(fact.day - dayZero) }

  func day(_ instant: Instant) -> Int { Int(question.zone.dayNumber(of: instant) - dayZero) }

  /// Days from the first infusion by the clock.
  func elapsed(_ instant: Instant) -> Double {
    Double((instant - infusedAt).microseconds) / 86_400_000_000
  }

  /// The first moment after a day.
  func end(ofDay day: Int) -> Instant {
    question.zone.startOfDay(number: dayZero + Int64(day) + 1)
  }

  /// The calendar day of the cut-off.
  var cutoffDay: Int { day(question.cutoff) }

  /// The death that is known at the cut-off.
  var death: TrialFact? {
    facts.first { if case .status(.death, _) = $0.content { true } else { false } }
  }

  /// The last day on which anybody saw the patient at the bedside.
  var lastObservedDay: Int? {
    let limit = question.zone.dayNumber(of: question.cutoff)
    return subject.observedDays.last { $0 <= limit }.map { Int($0 - dayZero) }
  }
}

/// The first month, in which adverse events and cytokines are counted.
enum FirstMonth {
  static let days = 0...30
  static let sentence = "Window: day 0 to 30."
}
