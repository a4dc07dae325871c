import Clinical
import EventStore
import EventText
import Grading
import Surveillance

/// The patients of a store that is followed: read once, then only what came after.
///
/// The store is opened for each reading and closed again, so that a backup can be put in its place
/// and a moved file is noticed.
struct FollowedStore {
  private let place: StorePlace
  private(set) var patients: [PatientID: Followed] = [:]
  private var ward: [Event] = []
  private var zone: Zone = .utc
  private var last: (seq: Int64, hash: ChainHash)?
  private var store: EventID?
  private var signature: [Int]?
  /// Events that could not be read, told once.
  private(set) var unreadable: [String] = []

  /// One patient, with what was seen at the last look.
  struct Followed {
    var course: GradedCourse
    var watched: WatchedCourse
    var seen: Look?
    /// When to look again though nothing new came.
    var next: Instant?
    var isTouched = true
  }

  /// What is told of a patient: alerts and what is due, and what the course says of the grades.
  struct Look {
    let watched: PatientSurveillance
    let grades: GradeChange
  }

  init(_ place: StorePlace) { self.place = place }

  /// Reads what is new; true where anything was.
  ///
  /// - Throws: `StoreError` or `Failure` while the store cannot be read; nothing is lost by it.
  mutating func read(_ environment: Environment) throws -> Bool {
    let now = StoreUse.signature(path: place.path)
    if let now, now == signature { return false }
    let log = try OpenedStore.open(place, environment)
    defer { try? log.close() }
    if try !goesOn(log) { startAnew() }
    store = log.identity.id
    var hasNew = false
    while true {
      let page = try log.events(after: last?.seq ?? 0, limit: 1000)
      guard let end = page.last else { break }
      take(page)
      last = (end.seq, end.hash)
      hasNew = true
    }
    signature = now
    return hasNew
  }

  // False where another store, or an older state of this one, has been put in its place.
  private func goesOn(_ log: SQLiteEventLog) throws -> Bool {
    guard let last, let store else { return true }
    guard log.identity.id == store else { return false }
    return try log.events(after: last.seq - 1, limit: 1).first?.hash == last.hash
  }

  // What was seen is kept, so that only differences are told.
  private mutating func startAnew() {
    ward = []
    last = nil
    for id in patients.keys {
      patients[id]?.course = GradedCourse(zone: zone)
      patients[id]?.isTouched = true
    }
  }

  private mutating func take(_ page: [StoredEvent]) {
    var own: [PatientID: [Event]] = [:]
    var wardChanged = false
    for stored in page {
      do throws(StoreError) {
        let event = try stored.event(OpenedStore.reader)
        if let patient = event.patient {
          own[patient, default: []].append(event)
        } else {
          ward.append(event)
          wardChanged = true
        }
      } catch {
        unreadable.append("\(error)")
      }
    }
    if wardChanged { takeWard() }
    for (patient, events) in own { take(events, of: patient) }
  }

  private mutating func takeWard() {
    let new = Zone.ofRecord(ward)
    let hasMoved = new != zone
    zone = new
    for id in patients.keys {
      guard var followed = patients[id] else { continue }
      if hasMoved {
        // All of them: what was corrected or taken back stays so in the new zone.
        let events = followed.course.course.events + ward
        followed.course = GradedCourse(events, zone: zone)
        followed.watched = WatchedCourse(id, zone: zone)
      } else {
        for event in ward { followed.course.insert(event) }
      }
      followed.isTouched = true
      patients[id] = followed
    }
  }

  private mutating func take(_ events: [Event], of patient: PatientID) {
    if var followed = patients[patient] {
      // After a new beginning the course holds nothing, the ward's events neither.
      if followed.course.facts.isEmpty {
        for event in ward { followed.course.insert(event) }
      }
      for event in events { followed.course.insert(event) }
      followed.isTouched = true
      patients[patient] = followed
    } else {
      patients[patient] = Followed(
        course: GradedCourse(ward + events, zone: zone),
        watched: WatchedCourse(patient, zone: zone), seen: nil)
    }
  }

  mutating func takeUnreadable() -> [String] {
    defer { unreadable = [] }
    return unreadable
  }

  /// Looks at every patient of whom something is new or time has changed something; what was seen
  /// before and what is seen now go to `body`.
  mutating func look(
    at now: Instant,
    _ body: (Look?, Look, GradedCourse) throws -> Void
  ) rethrows {
    for id in patients.keys.sorted() {
      guard var followed = patients[id],
        followed.isTouched || followed.next.map({ $0 <= now }) == true
      else { continue }
      followed.watched.update(followed.course)
      let seen = Look(
        watched: followed.watched.surveillance(at: now), grades: followed.course.grades(at: now))
      try body(followed.seen, seen, followed.course)
      followed.seen = seen
      followed.next = followed.watched.nextChange(after: now)
      followed.isTouched = false
      patients[id] = followed
    }
  }
}
