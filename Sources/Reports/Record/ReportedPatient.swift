package import Clinical
package import Grading
import Outcomes
import Surveillance

/// One patient as a report sees one: the course up to the moment, and what each room below says of
/// it, asked once.
package struct ReportedPatient: Sendable {
  package let id: PatientID
  let course: GradedCourse
  let question: ReportQuestion
  /// Up to the moment, in order, the ward's own among them.
  let facts: [Fact]
  let summary: PatientSummary
  let assessment: Assessment
  let surveillance: PatientSurveillance
  /// `nil` before any infusion.
  let outcomes: SubjectOutcomes?
  let outcomeSettings: OutcomeSettings
  let doses: MedicationHistory
  let clock: ReportClock

  package init(_ id: PatientID, _ course: GradedCourse, _ question: ReportQuestion) {
    self.id = id
    self.course = course
    self.question = question
    let now = question.at
    let facts = Array(course.facts.prefix { $0.key.at <= now })
    self.facts = facts
    summary = PatientSummary(course.factsOfPresence.prefix { $0.key.at <= now })
    assessment = course.assessment(at: now)
    surveillance = WatchedCourse(id, course).surveillance(at: now)
    var settings = OutcomeSettings()
    for fact in facts where fact.event.patient == nil {
      if case .setting(let setting) = fact.event.content { settings.apply(setting) }
    }
    outcomeSettings = settings
    outcomes = SubjectOutcomes(
      TrialSubject(id, course),
      OutcomeQuestion(cutoff: now, zone: course.zone, settings: settings))
    doses = MedicationHistory(facts)
    clock = ReportClock(
      zone: course.zone, now: now,
      dayZero: summary.infusions.first.map { course.zone.dayNumber(of: $0) },
      isDeidentified: question.isDeidentified)
  }

  var words: ReportWords { question.words }
  var now: Instant { question.at }

  /// The patient's own facts.
  var own: [Fact] { facts.filter { $0.event.patient == id } }

  /// The highest grade of the whole course that was certain, and when it was first reached; `nil`
  /// where nothing could be graded, which is no 0.
  func worst(_ scale: Scale) -> (grade: Int, at: Instant)? {
    var worst: (grade: Int, at: Instant)?
    for change in course.changes(through: now) {
      if let grade = change[scale].certain, grade > worst?.grade ?? -1 {
        worst = (grade, change.at)
      }
    }
    return worst
  }

  /// The name of the event with an id, as evidence names it: kind, time, by whom.
  func naming(_ id: EventID) -> String? {
    guard
      let fact = facts.last(where: { $0.event.id == id || $0.otherNames.contains(id) })
    else { return nil }
    let by = fact.event.by.map { ", \($0)" } ?? ""
    return "\(fact.event.kind.rawValue) \(clock.stamp(fact.event.at))\(by)"
  }
}
