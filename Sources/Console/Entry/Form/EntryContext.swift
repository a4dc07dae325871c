package import Clinical
package import Grading

/// What a form knows while it is filled in: the record, the moment it speaks of, who types.
package struct EntryContext: Sendable {
  package let patient: PatientID
  package private(set) var record: PatientRecord
  package let user: EntryUser
  package let isTraining: Bool
  /// True where nothing may be told of grades: in a lesson the learner is asked for them.
  package var hidesGrades = false
  package let site: String
  /// The alert that is being acknowledged; `nil` in every other form.
  package var alert: AlertAtHand?
  /// The ids that there are, where a new one is asked for.
  package var knownPatients: Set<PatientID> = []
  /// The clock.
  package private(set) var now: Instant
  /// When what is entered was observed.
  package private(set) var at: Instant
  package private(set) var summary: PatientSummary
  package private(set) var bedside: BedsideAtHand
  package private(set) var facts: EntryFacts
  /// Every dose on record, those after `at` included: a dose entered late is held against both.
  package private(set) var doses: MedicationHistory

  package init(
    record: PatientRecord, user: EntryUser, isTraining: Bool = false, site: String = "",
    now: Instant, at: Instant? = nil
  ) {
    patient = record.id
    self.record = record
    self.record.know(at: nil)
    self.user = user
    self.isTraining = isTraining
    self.site = site
    self.now = now
    self.at = at ?? now
    summary = PatientSummary()
    bedside = self.record.course.bedside(at: self.at)
    facts = EntryFacts([], at: self.at)
    doses = MedicationHistory(self.record.course.facts)
    refresh()
  }

  package var zone: Zone { record.zone }

  /// The clock goes on; what is looked up stays, for it speaks of `at`.
  package mutating func pass(to now: Instant) { self.now = max(now, self.now) }

  /// Speaks of another moment.
  package mutating func look(at moment: Instant) {
    guard moment != at else { return }
    at = moment
    refresh()
  }

  /// Takes in events that came while the form is open.
  package mutating func append(_ events: [Event]) {
    for event in events { record.append(event) }
    doses = MedicationHistory(record.course.facts)
    refresh()
  }

  private mutating func refresh() {
    let count = record.course.course.count(through: at)
    let known = record.course.facts.prefix(count)
    summary = record.summary(at: at)
    facts = EntryFacts(known, at: at)
    bedside = record.course.bedside(at: at)
  }

  /// True before any infusion: what is recorded is a baseline.
  package var isBeforeInfusion: Bool { bedside.infusedAt.map { at < $0 } ?? true }

  /// The language in which the patient is asked.
  package var language: EntryLanguage { EntryLanguage(ofPatient: summary.language) }
}
