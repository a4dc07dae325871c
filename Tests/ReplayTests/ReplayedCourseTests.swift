import Clinical
import EventStore
import EventText
import Grading
import Replay
import SampleWard
import Surveillance
import Synchronization
import TestSupport
import Testing

@Suite("A replay is the live ward with another clock")
struct ReplayedCourseTests {
  static let ward = SampleWard.ward(seed: SampleWard.wardSeed)
  static let zone = Zone.ofRecord(ward)
  static let patients = Set(ward.compactMap(\.patient)).sorted()

  static func events(of patient: PatientID) -> [Event] {
    ward.filter { $0.patient == nil || $0.patient == patient }
  }

  static func course(_ patient: PatientID, _ reading: ReplayReading) -> ReplayedCourse {
    let known = events(of: patient).map {
      KnownEvent($0, reading, storedAt: nil, zone: zone)
    }
    return ReplayedCourse(patient, known, zone: zone)
  }

  // Moments of a course: each time of an event, and some between.
  static func moments(_ patient: PatientID) -> [Instant] {
    let own = events(of: patient).filter { $0.patient != nil }
    return own.flatMap { event in
      let at = event.at.start(in: zone)
      return [at, at + .minutes(7), event.recorded(in: zone)]
    }
  }

  @Test(
    "Forward, backward and by jumps it is the same at the same moment, grades and alerts",
    arguments: ["CD7-003", "CD7-007", "CD7-011", "CD7-018"])
  func everyWay(_ name: String) throws {
    let patient = try #require(PatientID(name))
    let sorted = Array(Set(Self.moments(patient))).sorted()
    let moments = stride(from: 0, to: sorted.count, by: max(1, sorted.count / 60)).map {
      sorted[$0]
    }
    var forward = Self.course(patient, .recordedAt)
    var seen: [Instant: Shown] = [:]
    for t in moments { seen[t] = Shown(&forward, t) }
    var backward = Self.course(patient, .recordedAt)
    for t in moments.reversed() { #expect(Shown(&backward, t) == seen[t]) }
    var dice = Dice(seed: 7)
    var jumping = Self.course(patient, .recordedAt)
    for _ in moments {
      let t = moments[dice.below(moments.count)]
      #expect(Shown(&jumping, t) == seen[t])
    }
  }

  /// What a screen is made of.
  struct Shown: Equatable {
    let assessment: Assessment
    let alerts: [String]
    let facts: [Fact]

    init(_ course: inout ReplayedCourse, _ t: Instant) {
      course.know(at: t)
      assessment = course.graded.assessment(at: t)
      let watched = WatchedCourse(course.patient, course.graded).surveillance(at: t)
      alerts = watched.alerts.map { "\($0.id) \($0.status) \($0.text)" }
      facts = course.graded.facts
    }
  }

  @Test("As stored it is what a console had computed, at every event's time of storing")
  func asStored() throws {
    let patient = try #require(PatientID("CD7-003"))
    let ticks = Mutex(Int64(0))
    let start = Instant(microseconds: 1_800_000_000_000_000)
    let clock: StoreClock = {
      start
        + .seconds(
          ticks.withLock {
            $0 += 60; return $0
          })
    }
    let log = MemoryEventLog(
      id: EventID(high: 1, low: 2), createdAt: start, reader: ShippedScenarios.reader)
    // A live console: each event as it comes, in an order that is not that of observation.
    var live = GradedCourse(zone: Self.zone)
    var shown: [Instant: Assessment] = [:]
    let events = Self.events(of: patient).sorted { $0.id < $1.id }
    for event in events {
      let sent = try ShippedScenarios.reader.read(event)
      let outcome = try log.append(
        [sent], by: .imported(file: "ward.jsonl"), together: true, clock: clock)
      guard case .stored(_, _, let storedAt, _) = try #require(outcome.first) else { continue }
      live.insert(event)
      shown[storedAt] = live.assessment(at: storedAt)
    }
    var known: [KnownEvent] = []
    for stored in log.events(after: 0, limit: 10_000) {
      known.append(
        KnownEvent(
          try stored.event(ShippedScenarios.reader), .storedAt, storedAt: stored.storedAt,
          zone: Self.zone))
    }
    #expect(shown.count == events.count)
    var replay = ReplayedCourse(patient, known, zone: Self.zone)
    for t in shown.keys.sorted() {
      replay.know(at: t)
      #expect(replay.graded.assessment(at: t) == shown[t])
    }
  }

  @Test("As it was, everything is known from the start; as known then, a retraction comes later")
  func readings() throws {
    let scenario = try #require(try ShippedScenarios.scenario("wrong-patient-entry"))
    let events = scenario.events.map(\.event)
    let wrong = try #require(events.first { $0.kind == .vasopressor }).at.start(in: scenario.zone)
    func grade(_ reading: ReplayReading) -> Int? {
      let known = events.map { KnownEvent($0, reading, storedAt: nil, zone: scenario.zone) }
      return ReplayedCourse(scenario.patient, known, zone: scenario.zone)
        .assessment(at: wrong).crs.grade
    }
    #expect(grade(.recordedAt) == 3)
    #expect(grade(.at) == 0)
  }

  @Test("Live changes are those of the timeline where everything was written down at once")
  func liveChanges() throws {
    let patient = try #require(History.patient)
    var history = History()
    for hour in stride(from: 1.0, through: 40, by: 3) { history.normal(hour) }
    history.vitals(20.5, t: 38.6, sys: 84, spo2: 96)
    let course = ReplayedCourse(
      patient,
      history.events.map { KnownEvent($0, .recordedAt, storedAt: nil, zone: History.zone) },
      zone: History.zone)
    let whole = GradedCourse(history.events, zone: History.zone)
    #expect(
      course.liveChanges(from: History.at(0), through: History.at(60))
        == whole.changes(through: History.at(60)))
  }

  @Test("Thirty days of the sample ward at full speed take less than a second")
  func fast() throws {
    let starts = try #require(Self.ward.map { $0.recorded(in: Self.zone) }.max()) - .days(30)
    let courses = Self.patients.map { Self.course($0, .recordedAt) }
    let clock = ContinuousClock()
    var changes = 0
    let time = clock.measure {
      for course in courses {
        changes += course.liveChanges(from: starts, through: starts + .days(30)).count
      }
    }
    #expect(changes > 100)
    #expect(time < .seconds(1), "\(time)")
  }
}
