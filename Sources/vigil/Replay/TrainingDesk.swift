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
  private let patient: PatientID
  private let zone: Zone
  private let ends: Instant
  private let clock: StoreClock
  private let random: @Sendable () -> (UInt64, UInt64)
  private let queue = DispatchQueue(label: "vigil.session")
  private let state: Mutex<State>

  private struct State {
    var store: TrainingStore
    /// Notes that are not durable yet.
    var pending = 0
    var answers: [Input] = []
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
    patient = scenario.patient
    zone = scenario.zone
    ends = scenario.head.ends
    clock = environment.now
    random = environment.random
    state = Mutex(State(store: store))
    let isNew = store.book[seat.session] == nil
    let at = store.book[seat.session]?.position.moment(at: clock()) ?? scenario.head.starts
    try append(
      .session(
        SessionStep(
          session: seat.session, part: seat.part, action: isNew ? .start : .join,
          scenario: isNew ? seat.scenario : nil)), at: min(at, ends), written: clock())
    try read()
    guard let session, session.scenario.hash == seat.scenario.hash else {
      throw Failure.couldNot(
        "somebody has begun the session \"\(seat.session)\" on another scenario meanwhile;"
          + " name another with --session")
    }
  }

  /// The session as it was read last.
  var session: TrainingSession? {
    state.withLock { $0.store.book[seat.session] }
  }

  /// Every session of the store, for the progress over courses.
  var book: TrainingBook { state.withLock { $0.store.book } }

  /// What has been finished: of a learner the own sessions, for who instructs everybody's.
  var progress: [FinishedSession] {
    let book = book
    guard seat.part == .instructor else { return book.finished(by: seat.login) }
    let learners = book.sessions.flatMap(\.people).filter { $0.part == .learner }.map(\.login)
    return Set(learners).sorted().flatMap(book.finished)
  }

  /// Called from the queue when a note has become durable, or has not.
  func onAnswer(_ wake: @escaping @Sendable () -> Void) { state.withLock { $0.wake = wake } }

  /// Begins to keep a note; what came of it is among the next news.
  ///
  /// - Parameter at: the moment of the course.
  func begin(_ note: SessionNote, at: Instant) {
    begin(note, at: at) { failure in failure.map { .message(Message($0, .failure)) } }
  }

  private func begin(
    _ note: SessionNote, at: Instant, _ answer: @escaping @Sendable (String?) -> Input?
  ) {
    state.withLock { $0.pending += 1 }
    // However long the store is busy: a clock runs from when it was set, not from when it was kept.
    let written = clock()
    queue.async {
      let answer = answer(self.keep(note, at: at, written: written))
      let wake = self.state.withLock { state in
        state.pending -= 1
        if let answer { state.answers.append(answer) }
        return state.wake
      }
      wake?()
    }
  }

  /// Puts an event of the contract, written as a line, into all copies of the session.
  ///
  /// - Returns: why it is not taken; `nil` where it is on its way into the store, and `injected` is
  ///   among the answers once it is there.
  func inject(_ line: String, at moment: Instant) -> String? {
    let injection = InjectionLine(
      seat: seat, patient: patient, zone: zone, at: moment,
      id: EventID(now: clock(), random: random()))
    do throws(Refusal) {
      begin(.entry(try injection.event(line)), at: moment) { .injected($0) }
      return nil
    } catch {
      return "\(error)"
    }
  }

  /// Leaves the session: a clock that was set going here stands, and what is said is durable.
  ///
  /// - Parameter position: where it stands here.
  func leave(at position: Instant?) {
    settle()
    try? read()
    let now = clock()
    guard let session else { return }
    let position = position ?? min(session.position.moment(at: now), ends)
    let isOwn = state.withLock { $0.ownClock == session.clockSetBy }
    if isOwn, session.position.isPlaying(at: now) {
      begin(.position(.paused, speed: session.position.speed), at: position)
    }
    begin(.leave, at: position)
    settle()
  }

  /// Keeps a whole session that was lived without a screen, and leaves.
  ///
  /// - Throws: what could not be kept.
  func keep(_ debrief: Debrief) throws {
    for item in debrief.items {
      if let answer = item.answer { begin(.answer(answer), at: answer.at ?? item.asked.at) }
    }
    for entry in debrief.record.entries { begin(.entry(entry), at: entry.recordedAt ?? ends) }
    if let finished = SessionNote.finish(debrief) { begin(finished, at: ends) }
    begin(.leave, at: ends)
    settle()
    for case .message(let failure) in answers() { throw Failure.couldNot(failure.text) }
  }

  /// Waits until everything begun is durable or has failed: before leaving.
  func settle() { queue.sync {} }

  /// What came of one's own notes since it was last asked.
  func answers() -> [Input] {
    state.withLock { state in
      defer { state.answers = [] }
      return state.answers
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
        session.position.isPlaying(at: now), session.position.moment(at: now) < ends,
        now - session.position.set >= SessionClock.repeated
      else { return nil }
      return session.position
    }
    guard let position else { return }
    state.withLock { $0.pending += 1 }
    queue.async {
      // To the microsecond where it would be anyhow, so that no console goes back.
      _ = self.keep(
        .position(.playing, speed: position.speed), at: position.moment(at: now), written: now)
      self.state.withLock { $0.pending -= 1 }
    }
  }

  // Why it is not kept; `nil` once it is durable.
  private func keep(_ note: SessionNote, at: Instant, written: Instant) -> String? {
    do {
      try append(note.content(in: seat.session, as: seat.part), at: at, written: written)
      return nil
    } catch {
      return "not kept in the session: \(error)"
    }
  }

  private func append(_ content: TrainingContent, at: Instant, written: Instant) throws {
    let event = Event(
      id: EventID(now: written, random: random()), patient: nil,
      at: .moment(at, utcOffset: zone.offset(at: at)), content: .training(content))
    let sent = try OpenedStore.reader.forTraining.read(event)
    let outcomes = try log.append(
      [sent], by: .live(login: seat.login, role: seat.role, source: "console"), together: true,
      clock: { written })
    if let refusal = outcomes.first?.refusal { throw refusal }
    if case .position = content { state.withLock { $0.ownClock = event.id } }
  }
}
