import Clinical
import Console
import EventStore
import Grading
import Outcomes

/// A store as a source: patients from their kept ends where these hold, from their events where not,
/// and whatever any process adds.
struct StoreSource: WardSource {
  private(set) var site = ""
  private(set) var zone = Zone.utc
  private(set) var settings = ChoiceSettings()
  private(set) var coverAfter = ConsoleSettings.standardCoverAfter
  private let log: any EventLog & Checkpoints
  /// The ward's own events so far: who may write stands among them.
  private(set) var ward: [Event] = []
  private var ends: KeptEnds
  private var seen: Int64
  private let place: StoreIdentityOnDisk?
  /// Nobody else's record is kept from the ward because an event of one patient was spoilt.
  private(set) var unreadable: [PatientID: String] = [:]
  // The ends that were read at the start, for those who are asked for later.
  private var rest: [PatientID] = []

  /// - Parameter path: where the store lies, so that one that goes is noticed; `nil` for one in memory.
  init(_ log: any EventLog & Checkpoints, at now: Instant, path: String? = nil) throws {
    self.log = log
    place = path.flatMap(StoreIdentityOnDisk.init)
    seen = try log.position()
    ends = KeptEnds(log: log, ward: [], zone: .utc)
    try readWard(at: now)
  }

  // Site, settings and users: at the start, and whenever one of them comes in. What is graded from
  // then on is graded by them.
  private mutating func readWard(at now: Instant) throws {
    let stored = try log.events(of: nil)
    ward = try stored.map { try $0.event(OpenedStore.reader) }
    zone = Zone.ofRecord(ward)
    settings = ChoiceSettings(ofWard: ward, at: now, zone: zone)
    coverAfter = ConsoleSettings.coverAfter(of: ward, at: now, zone: zone)
    site = ward.siteName
    ends = KeptEnds(log: log, ward: stored, zone: zone)
  }

  var people: UserBook? { UserBook(ward, zone: zone) }

  mutating func inHouse(at now: Instant) throws -> [WardPatient] {
    var present: [WardPatient] = []
    for id in try log.patients() {
      do {
        guard let patient = try self.patient(id, inHouseAt: now) else {
          rest.append(id)
          continue
        }
        present.append(patient)
      } catch let error as StoreError where error.code == .damaged {
        unreadable[id] = "\(error)"
      }
    }
    return present
  }

  // `nil` for one who is elsewhere.
  private func patient(_ id: PatientID, inHouseAt now: Instant) throws -> WardPatient? {
    if let kept = try ends.patient(id, inHouseAt: now) { return kept }
    let patient = try self.patient(id, at: now)
    return patient.summary.isInHouse(at: now, zone: zone) ? patient : nil
  }

  mutating func outOfHouse(at now: Instant) throws -> [WardPatient] {
    var others: [WardPatient] = []
    for id in rest {
      do {
        others.append(try ends.patient(id) ?? patient(id, at: now))
      } catch let error as StoreError where error.code == .damaged {
        unreadable[id] = "\(error)"
      }
    }
    return others
  }

  func patient(_ id: PatientID, at now: Instant) throws -> WardPatient {
    let stored = try log.events(of: id)
    let events = try stored.map { try $0.event(OpenedStore.reader) }
    let patient = WardPatient(id, GradedCourse(ward + events, zone: zone))
    ends.keep(patient, through: stored.last?.seq, facts: stored.count)
    return patient
  }

  func record(of patient: PatientID, at now: Instant) throws -> PatientRecord {
    let events = try log.events(of: patient).map { try $0.event(OpenedStore.reader) }
    return PatientRecord(patient, events: ward + events, zone: zone)
  }

  func events(of patient: PatientID, at now: Instant) throws -> [Event] {
    ward + (try log.events(of: patient).map { try $0.event(OpenedStore.reader) })
  }

  func recorded(_ patient: PatientID, at now: Instant) throws
    -> [(event: Event, storedAt: Instant?)]
  {
    var recorded: [(event: Event, storedAt: Instant?)] = []
    for stored in try log.events(of: nil) + log.events(of: patient) {
      recorded.append((try stored.event(OpenedStore.reader), stored.storedAt))
    }
    return recorded
  }

  func trial(at now: Instant) throws -> OutcomeReport {
    OutcomeReport(
      Cohort(
        try KeptSubjects(log: log).all(),
        OutcomeQuestion(
          cutoff: now, zone: zone, settings: OutcomeSettings(ofWard: ward, at: now, zone: zone))))
  }

  mutating func news(at now: Instant) throws -> [Event] {
    if let place, !place.isThere { throw StoreGone(path: place.path) }
    guard try log.position() > seen else { return [] }
    var events: [Event] = []
    var end = seen
    while true {
      let page = try log.events(after: end, limit: 1000)
      guard let last = page.last else { break }
      for stored in page {
        do {
          events.append(try stored.event(OpenedStore.reader))
        } catch {
          // One of the whole ward's own changes how everybody is graded.
          guard let patient = stored.patient else { throw error }
          unreadable[patient] = "\(error)"
        }
      }
      end = last.seq
    }
    if events.contains(where: { $0.patient == nil }) { try readWard(at: now) }
    // Only now: what a later page withheld is asked for again with the earlier ones.
    seen = end
    return events
  }

  // The store itself brings them as news.
  func add(_ events: [Event], at now: Instant) {}
}
