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
  /// As on the ward: the past of a patient is as much a patient's.
  let coverAfter: Int
  let people: UserBook? = nil
  private var events: [(event: Event, storedAt: Instant?)]
  private var reading = ReplayReading.recordedAt
  private var course: ReplayedCourse
  private var watched: WatchedCourse
  // What the last moment showed; a later one adds to it, where that gives the same.
  private var record: PatientRecord
  /// Of the whole course as it is read now.
  private(set) var marks: ReplayMarks
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
    record = PatientRecord(patient, events: [], zone: zone)
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
    // When it came to be known: before that there is no course to look at.
    let infusion = own.filter { $0.kind == .infusion }.map {
      max($0.at.start(in: zone), $0.recorded(in: zone))
    }.min()
    opens = starts == nil ? infusion.map { max(begin, min($0, end)) } ?? begin : begin
    marks = ReplayMarks(course, from: begin, through: end)
  }

  private static func course(
    _ patient: PatientID, _ events: [(event: Event, storedAt: Instant?)],
    _ reading: ReplayReading, _ zone: Zone
  ) -> ReplayedCourse {
    ReplayedCourse(
      patient,
      events.map { KnownEvent($0.event, reading, storedAt: $0.storedAt, zone: zone) }, zone: zone)
  }

  /// The ward's settings in force where the replay stands.
  var settings: ChoiceSettings {
    ChoiceSettings(
      ofWard: record.events.filter { $0.patient == nil }, at: course.knownAt ?? opens, zone: zone)
  }

  /// Everything that a moment puts on the screens.
  mutating func replayed(to t: Instant) -> ReplayedMoment? { moment(t) }

  private mutating func moment(_ t: Instant) -> ReplayedMoment {
    course.know(at: t)
    watched.update(course.graded)
    show(shown(at: t))
    defer { hasNewMarks = false }
    return ReplayedMoment(
      at: t, patients: [WardPatient(patient, record.course)], record: record,
      looks: [watched.surveillance(at: t)], settings: settings, marks: hasNewMarks ? marks : nil)
  }

  // As long as only the end is new the course is folded on, as on the ward; else it is folded anew.
  private mutating func show(_ events: [Event]) {
    let before = record.events
    guard events.count >= before.count,
      zip(events, before).allSatisfy({ $0.id == $1.id })
    else {
      record = PatientRecord(patient, events: events, zone: zone)
      return
    }
    for event in events[before.count...] { record.append(event) }
  }

  /// The course for the ward's small plots.
  func trends(replayedTo t: Instant) -> [PatientID: TrendCourse]? {
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
  mutating func reread(_ reading: ReplayReading, at t: Instant) -> ReplayedMoment? {
    self.reading = reading
    course = Self.course(patient, events, reading, zone)
    watched = WatchedCourse(patient, zone: zone)
    marks = ReplayMarks(course, from: starts, through: ends)
    hasNewMarks = true
    return moment(t)
  }

  /// Takes events into the copy, each once.
  mutating func add(_ new: [Event], at now: Instant) {
    let known = Set(events.map(\.event.id))
    let coming = new.filter { !known.contains($0.id) }
    guard !coming.isEmpty else { return }
    events += coming.map { ($0, nil) }
    course.add(coming.map { KnownEvent($0, reading, storedAt: nil, zone: zone) })
    watched = WatchedCourse(patient, zone: zone)
    marks = ReplayMarks(course, from: starts, through: ends)
    hasNewMarks = true
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
}
