import Clinical
import Console
import Grading
import Outcomes
import Replay

/// Where the console's patients come from: a store that others write to as well, or the sample ward
/// with a clock of its own.
protocol WardSource: Sendable {
  /// The site's name, for the title.
  var site: String { get }
  var zone: Zone { get }
  /// The ward's settings in force.
  var settings: ChoiceSettings { get }
  /// Everybody who may write; `nil` where that is not asked.
  var people: UserBook? { get }
  /// Minutes without a key after which the screen is covered; 0 never.
  var coverAfter: Int { get }

  /// Patients whose events cannot all be read, with why; they are in none of the lists below.
  var unreadable: [PatientID: String] { get }

  /// Those in house at `now`.
  mutating func inHouse(at now: Instant) throws -> [WardPatient]
  /// Everybody else.
  mutating func outOfHouse(at now: Instant) throws -> [WardPatient]
  /// Everything of one patient that is known at `now`.
  mutating func record(of patient: PatientID, at now: Instant) throws -> PatientRecord
  /// One patient folded anew.
  mutating func patient(_ id: PatientID, at now: Instant) throws -> WardPatient
  /// Everything that one patient's course is folded from, the ward's own events among it.
  func events(of patient: PatientID, at now: Instant) throws -> [Event]
  /// The same with the time at which a store took each; `nil` where there is no store.
  func recorded(_ patient: PatientID, at now: Instant) throws
    -> [(event: Event, storedAt: Instant?)]
  /// The trial's endpoints of what is known at `now`.
  func trial(at now: Instant) throws -> OutcomeReport
  /// What came into the record since it was last asked.
  mutating func news(at now: Instant) throws -> [Event]
  /// Takes in events that were entered here and that nothing else would bring back.
  mutating func add(_ events: [Event], at now: Instant)

  // What a replay alone answers; `nil` of a ward.
  /// Everything that a moment puts on the screens.
  mutating func replayed(to t: Instant) -> ReplayedMoment?
  /// The same with another of the three times.
  mutating func reread(_ reading: ReplayReading, at t: Instant) -> ReplayedMoment?
  /// The courses for small plots, beside which nothing is watched.
  func trends(replayedTo t: Instant) -> [PatientID: TrendCourse]?
}

extension WardSource {
  var unreadable: [PatientID: String] { [:] }
  mutating func replayed(to t: Instant) -> ReplayedMoment? { nil }
  mutating func reread(_ reading: ReplayReading, at t: Instant) -> ReplayedMoment? { nil }
  func trends(replayedTo t: Instant) -> [PatientID: TrendCourse]? { nil }

  func recorded(_ patient: PatientID, at now: Instant) throws
    -> [(event: Event, storedAt: Instant?)]
  {
    try events(of: patient, at: now).map { ($0, nil) }
  }
}

extension [Event] {
  /// The name that the `site` event which came last gives the ward.
  var siteName: String {
    var name = ""
    for event in self { if case .site(let place) = event.content { name = place.name } }
    return name
  }
}

extension ChoiceSettings {
  /// The settings of the ward at `now`: its `setting` events in order.
  init(ofWard events: [Event], at now: Instant, zone: Zone) {
    self.init()
    for fact in Course(events, zone: zone).facts where fact.key.at <= now {
      if case .setting(let setting) = fact.event.content, fact.event.patient == nil {
        apply(setting)
      }
    }
  }
}
