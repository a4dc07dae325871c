import Clinical
import Console
import Grading
import Outcomes
import Replay
import Surveillance

/// A recorded course as a source: a copy in memory, which holds nothing by which anything could be
/// written to where it came from.
struct ReplaySource: WardSource {
  let site: String
  let zone: Zone
  let patient: PatientID
  let starts: Instant
  let ends: Instant
  /// Where the replay stands at first: at the infusion, where there is one between the ends.
  let opens: Instant
  /// The readings that the events allow.
  let readings: [ReplayReading]
  private(set) var settings = ChoiceSettings()
  /// As on the ward: the past of a patient is as much a patient's.
  let coverAfter: Int
  let people: UserBook? = nil
  private var events: [(event: Event, storedAt: Instant?)]
  private var course: ReplayedCourse
  private var watched: WatchedCourse
  // Something was entered into the copy since the marks were told.
  private var hasNewMarks = false

  /// - Parameters:
  ///   - starts: where the replay begins; `nil` at the patient's first event.
  ///   - ends: where it ends; `nil` with the last.
  init(
    _ patient: PatientID, _ events: [(event: Event, storedAt: Instant?)], zone: Zone, site: String,
    starts: Instant? = nil, ends: Instant? = nil, coverAfter: Int
  ) {
    self.coverAfter = coverAfter
    self.patient = patient
    self.events = events
    self.zone = zone
    self.site = site
    let isStored = events.allSatisfy { $0.storedAt != nil }
    readings = isStored ? [.recordedAt, .at, .storedAt] : [.recordedAt, .at]
    course = Self.course(patient, events, .recordedAt, zone)
    watched = WatchedCourse(patient, zone: zone)
    let own = events.filter { $0.event.patient != nil }.map(\.event)
    let first = own.map { $0.at.start(in: zone) }.min() ?? .earliest
    // In every reading all of it fits between the ends.
    let last = events.filter { $0.event.patient != nil }.flatMap { entry in
      [entry.event.at.start(in: zone), entry.event.recorded(in: zone), entry.storedAt]
        .compactMap { $0 }
    }.max()
    let begin = starts ?? first
    let end = ends ?? last ?? first
    self.starts = begin
    self.ends = end
    let infusion = own.filter { $0.kind == .infusion }.map { $0.at.start(in: zone) }.min()
    opens = starts == nil ? infusion.map { max(begin, min($0, end)) } ?? begin : begin
    settings = ChoiceSettings(
      ofWard: events.map(\.event).filter { $0.patient == nil }, at: end, zone: zone)
  }

  private static func course(
    _ patient: PatientID, _ events: [(event: Event, storedAt: Instant?)],
    _ reading: ReplayReading, _ zone: Zone
  ) -> ReplayedCourse {
    ReplayedCourse(
      patient,
      events.map { KnownEvent($0.event, reading, storedAt: $0.storedAt, zone: zone) }, zone: zone)
  }

  var marks: ReplayMarks { ReplayMarks(course, from: starts, through: ends) }

  /// Everything that a moment puts on the screens.
  mutating func moment(_ t: Instant, marks: ReplayMarks? = nil) -> ReplayedMoment {
    let marks = marks ?? (hasNewMarks ? self.marks : nil)
    hasNewMarks = false
    course.know(at: t)
    watched.update(course.graded)
    let shown = shown(at: t)
    let record = PatientRecord(patient, events: shown, zone: zone)
    return ReplayedMoment(
      at: t, patients: [WardPatient(patient, record.course)], record: record,
      looks: [watched.surveillance(at: t)], marks: marks)
  }

  /// The course for the ward's small plots.
  func trends(at t: Instant) -> [PatientID: TrendCourse] {
    [patient: TrendCourse(GradedCourse(shown(at: t), zone: zone), until: t)]
  }

  // What is known, without the facts that are still to come: as it was, all of them are known.
  private func shown(at t: Instant) -> [Event] {
    let known = course.events(knownAt: t)
    let facts = course.graded.facts
    let coming = facts[course.graded.course.count(through: t)...]
    guard !coming.isEmpty else { return known }
    let ids = Set(coming.flatMap { [$0.event.id] + $0.otherNames })
    return known.filter { !ids.contains($0.id) }
  }

  /// The same with another of the three times.
  mutating func reread(_ reading: ReplayReading, at t: Instant) -> ReplayedMoment {
    course = Self.course(patient, events, reading, zone)
    watched = WatchedCourse(patient, zone: zone)
    return moment(t, marks: marks)
  }

  /// The endpoints of the one who is replayed.
  func trial(at now: Instant) -> OutcomeReport {
    let known = shown(at: now)
    let ward = known.filter { $0.patient == nil }
    return OutcomeReport(
      Cohort(
        [TrialSubject(patient, GradedCourse(known, zone: zone))],
        OutcomeQuestion(
          cutoff: now, zone: zone, settings: OutcomeSettings(ofWard: ward, at: now, zone: zone))))
  }

  // What a ward asks for; a replay is told by its moments.
  mutating func inHouse(at now: Instant) -> [WardPatient] { moment(now).patients }
  func outOfHouse(at now: Instant) -> [WardPatient] { [] }
  mutating func record(of patient: PatientID, at now: Instant) -> PatientRecord {
    moment(now).record
  }
  func patient(_ id: PatientID, at now: Instant) -> WardPatient {
    WardPatient(id, GradedCourse(shown(at: now), zone: zone))
  }
  func events(of patient: PatientID, at now: Instant) -> [Event] { shown(at: now) }
  func news(at now: Instant) -> [Event] { [] }

  /// Takes what a learner enters into the copy.
  mutating func add(_ events: [Event], at now: Instant) {
    self.events += events.map { ($0, nil) }
    course.add(events.map { KnownEvent($0, .recordedAt, storedAt: nil, zone: zone) })
    hasNewMarks = true
  }
}
