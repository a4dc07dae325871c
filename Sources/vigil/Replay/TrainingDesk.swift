import Clinical
import Console
import Dispatch
import EventStore
import EventText
import Replay
import Synchronization

/// Somebody's seat in a session of a training store: what the person does is kept there, away from
/// the thread of the screen, and what others do comes back.
///
/// A class, for its queue and what lies in it are one thing however many hold it.
final class TrainingDesk: Sendable {
  let seat: SessionSeat
  private let log: SQLiteEventLog
  private let zone: Zone
  private let clock: StoreClock
  private let random: @Sendable () -> (UInt64, UInt64)
  private let queue = DispatchQueue(label: "vigil.session")
  private let state: Mutex<State>

  private struct State {
    var store: TrainingStore
    /// Notes that are not durable yet.
    var pending = 0
    var failures: [Message] = []
    /// The newest of one's own that set the clock; while it runs it is said again.
    var ownClock: EventID?
    var told: TrainingSession?
    var wake: (@Sendable () -> Void)?
  }

  /// - Throws: where the seat cannot be taken durably.
  init(
    _ store: TrainingStore, _ seat: SessionSeat, _ scenario: Scenario, _ environment: Environment
  ) throws {
    self.seat = seat
    log = store.log
    zone = scenario.zone
    clock = environment.now
    random = environment.random
    state = Mutex(State(store: store))
    let isNew = store.book[seat.session] == nil
    let at = store.book[seat.session]?.position.moment(at: clock()) ?? scenario.head.starts
    try append(
      .session(
        SessionStep(
          session: seat.session, part: seat.part, action: isNew ? .start : .join,
          scenario: isNew ? seat.scenario : nil)), at: at)
    try read()
    guard let session, session.scenario.hash == seat.scenario.hash else {
      throw Failure.couldNot(
        "somebody has begun the session \"\(seat.session)\" on another scenario meanwhile;"
          + " name another with --session")
    }
    state.withLock { $0.told = session }
  }

  /// The session as it was read last.
  var session: TrainingSession? {
    state.withLock { $0.store.book[seat.session] }
  }

  /// Every session of the store, for the progress over courses.
  var book: TrainingBook { state.withLock { $0.store.book } }

  /// Called from the queue when a note has become durable, or has not.
  func onAnswer(_ wake: @escaping @Sendable () -> Void) { state.withLock { $0.wake = wake } }

  /// Begins to keep a note; what came of it is among the next news.
  ///
  /// - Parameter at: the moment of the course.
  func begin(_ note: SessionNote, at: Instant) {
    state.withLock { $0.pending += 1 }
    queue.async {
      let failure = self.keep(note, at: at)
      let wake = self.state.withLock { state in
        state.pending -= 1
        if let failure { state.failures.append(failure) }
        return state.wake
      }
      wake?()
    }
  }

  /// Waits until everything begun is durable or has failed: before leaving.
  func settle() { queue.sync {} }

  /// What could not be kept since it was last asked.
  func failures() -> [Message] {
    state.withLock { state in
      defer { state.failures = [] }
      return state.failures
    }
  }

  /// The session, where anything in it is new since it was last asked.
  ///
  /// While something of one's own is under way there is no news: what the screen says is newer.
  func news() throws -> TrainingSession? {
    guard state.withLock({ $0.pending == 0 }) else { return nil }
    try read()
    sayClockAgain()
    return state.withLock { state in
      guard let session = state.store.book[seat.session], session != state.told else { return nil }
      state.told = session
      return session
    }
  }

  private func read() throws { try state.withLock { try _ = $0.store.read() } }

  // Of a clock that was set going here; it would stand otherwise, as of somebody who is gone.
  private func sayClockAgain() {
    let now = clock()
    let position = state.withLock { state -> SessionClock? in
      guard let session = state.store.book[seat.session], session.clockSetBy == state.ownClock,
        session.position.isPlaying(at: now),
        now - session.position.set >= SessionClock.repeated
      else { return nil }
      return session.position
    }
    guard let position else { return }
    begin(.position(.playing, speed: position.speed), at: position.moment(at: now))
  }

  private func keep(_ note: SessionNote, at: Instant) -> Message? {
    do {
      try append(note.content(in: seat.session, as: seat.part), at: at)
      return nil
    } catch {
      return Message("the session was not kept: \(error)", .failure)
    }
  }

  private func append(_ content: TrainingContent, at: Instant) throws {
    let event = Event(
      id: EventID(now: clock(), random: random()), patient: nil,
      at: .moment(at, utcOffset: zone.offset(at: at)), content: .training(content))
    let sent = try OpenedStore.reader.forTraining.read(event)
    let outcomes = try log.append(
      [sent], by: .live(login: seat.login, role: seat.role, source: "console"), together: true,
      clock: clock)
    if let refusal = outcomes.first?.refusal { throw refusal }
    if case .position = content { state.withLock { $0.ownClock = event.id } }
  }
}
