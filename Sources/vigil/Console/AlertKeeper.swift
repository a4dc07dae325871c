import Clinical
import Console
import Dispatch
import EventStore
import Grading
import Surveillance
import Synchronization

/// Watches the patients in house away from the thread of the screen, so that neither the first
/// screen nor a key waits for it. What comes of it lies in an inbox until it is fetched.
///
/// A class, for its queue and its inbox are one thing however many hold it.
final class AlertKeeper: Sendable {
  private let queue = DispatchQueue(label: "vigil.alerts")
  private let state = Mutex(State())
  // Touched on the queue alone; the lock is never waited for.
  private let book = Mutex(Book())

  private struct State {
    var inbox: [Input] = []
    /// The next instant at which time alone changes something.
    var next: Instant?
    /// Who could not be watched because an event cannot be read, with why.
    var unreadable: [PatientID: String] = [:]
    var wake: (@Sendable () -> Void)?
  }

  private struct Book {
    var load: @Sendable (PatientID, Instant) throws -> [Event] = { _, _ in [] }
    var zone = Zone.utc
    var patients: [PatientID: Watched] = [:]
    /// Everybody who is to be watched.
    var wanted: Set<PatientID> = []
    /// Those of them whose record cannot be read: nobody else's alerts wait for them.
    var unreadable: [PatientID: String] = [:]
    /// False until everybody was looked at, and after a failure, until that is done again.
    var hasBegun = false
  }

  private struct Watched {
    var course: GradedCourse
    var watched: WatchedCourse
    var next: Instant?

    mutating func look(at now: Instant) -> PatientSurveillance {
      watched.update(course)
      next = watched.nextChange(after: now)
      return watched.surveillance(at: now)
    }
  }

  /// Where everything that a patient's course is folded from is read; called on the queue.
  func follow(_ load: @escaping @Sendable (PatientID, Instant) throws -> [Event]) {
    queue.async { self.book.withLock { $0.load = load } }
  }

  /// Called from the queue whenever something lies in the inbox.
  func onAnswer(_ wake: @escaping @Sendable () -> Void) { state.withLock { $0.wake = wake } }

  /// Begins to watch patients: the first look tells of all of them together.
  func begin(_ patients: [PatientID], in zone: Zone, at now: Instant) {
    queue.async {
      self.work(at: now) { book in
        book.zone = zone
        book.wanted = Set(patients)
        return try Self.begin(now, in: &book)
      }
    }
  }

  private static func begin(_ now: Instant, in book: inout Book) throws -> Input {
    book.patients = [:]
    book.unreadable = [:]
    let looks = try self.looks(at: book.wanted, now, in: &book)
    book.hasBegun = true
    return .watched(looks, isWhole: true)
  }

  /// Who could not be watched because an event cannot be read, with why.
  var unreadable: [PatientID: String] { state.withLock { $0.unreadable } }

  // Everybody of them who can be read.
  private static func looks(
    at patients: some Sequence<PatientID>, _ now: Instant, in book: inout Book
  ) throws -> [PatientSurveillance] {
    var looks: [PatientSurveillance] = []
    for id in patients.sorted() where book.unreadable[id] == nil {
      do {
        looks.append(try look(at: id, now, in: &book))
      } catch let error as StoreError where error.code == .damaged {
        book.unreadable[id] = "\(error)"
      }
    }
    return looks
  }

  /// Takes in what came into the record.
  func take(_ events: [Event], at now: Instant) {
    guard !events.isEmpty else { return }
    queue.async {
      self.work(at: now) { book in
        book.wanted.formUnion(events.compactMap(\.patient))
        guard book.hasBegun else { return nil }
        var touched = Set(events.compactMap(\.patient))
        if events.contains(where: { $0.patient == nil }) { touched.formUnion(book.patients.keys) }
        for event in events {
          if let id = event.patient {
            book.patients[id]?.course.insert(event)
          } else {
            for id in book.patients.keys { book.patients[id]?.course.insert(event) }
          }
        }
        return .watched(try Self.looks(at: touched, now, in: &book), isWhole: false)
      }
    }
  }

  /// Lets time pass where it changes something by itself.
  func look(at now: Instant) {
    let isDue = state.withLock { state in
      guard let next = state.next, next <= now else { return false }
      state.next = nil
      return true
    }
    guard isDue else { return }
    queue.async {
      self.work(at: now) { book in
        guard book.hasBegun else { return try Self.begin(now, in: &book) }
        let due = book.patients.filter { $0.value.next.map { $0 <= now } ?? false }.keys.sorted()
        return due.isEmpty
          ? nil : .watched(try Self.looks(at: due, now, in: &book), isWhole: false)
      }
    }
  }

  /// Works out what a submission would do to the alerts.
  func foresee(_ submission: EntrySubmission, by user: EntryUser, at now: Instant) {
    queue.async {
      self.work(at: now) { book in
        // What belongs to the whole ward is not foreseen patient by patient.
        guard let id = submission.patient else { return nil }
        if book.patients[id] == nil { _ = try Self.look(at: id, now, in: &book) }
        guard let known = book.patients[id] else { return nil }
        return .foreseen(
          submission,
          known.watched.news(
            ofAdding: submission.events(by: user, now: now), to: known.course, at: now))
      }
    }
  }

  /// Works out the courses of patients for the ward's small plots.
  func trends(of patients: [PatientID], at now: Instant) {
    queue.async {
      self.work(at: now) { book in
        var courses: [PatientID: TrendCourse] = [:]
        for id in patients {
          if book.patients[id] == nil { _ = try Self.look(at: id, now, in: &book) }
          if let course = book.patients[id]?.course {
            courses[id] = TrendCourse(course, until: now)
          }
        }
        return .trends(courses)
      }
    }
  }

  /// What came of it since it was last asked, in order.
  func answers() -> [Input] {
    state.withLock { state in
      let inbox = state.inbox
      state.inbox = []
      return inbox
    }
  }

  /// Waits until everything begun is done: in a script, and for plain lines.
  func settle() { queue.sync {} }

  private static func look(
    at id: PatientID, _ now: Instant, in book: inout Book
  ) throws -> PatientSurveillance {
    var patient =
      try book.patients[id]
      ?? Watched(
        course: GradedCourse(try book.load(id, now), zone: book.zone),
        watched: WatchedCourse(id, zone: book.zone))
    // One holder only, or every array of the course would be copied.
    book.patients[id] = nil
    let look = patient.look(at: now)
    book.patients[id] = patient
    return look
  }

  // What could not be watched must be known, for alerts that are missing look like a calm ward; and
  // everything is looked at again soon, for nobody knows what the failure left undone.
  private func work(at now: Instant, _ body: (inout Book) throws -> Input?) {
    let (answer, next, unreadable) = book.withLock {
      book -> (Input?, Instant?, [PatientID: String]) in
      do {
        let answer = try body(&book)
        let next = book.hasBegun ? book.patients.values.compactMap(\.next).min() : nil
        return (answer, next, book.unreadable)
      } catch {
        book.hasBegun = false
        return (
          .message(Message("alerts cannot be worked out: \(error)", .failure)),
          now + Self.retryAfter, book.unreadable
        )
      }
    }
    let wake = state.withLock { state in
      state.unreadable = unreadable
      state.next = next ?? state.next
      if let answer { state.inbox.append(answer) }
      return answer == nil ? nil : state.wake
    }
    wake?()
  }

  private static let retryAfter = TimeSpan.seconds(5)
}
