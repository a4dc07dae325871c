import Clinical
import EventText
import Replay
import Testing

@Suite("A training session as its events tell it")
struct TrainingSessionTests {
  private static let hash = String(repeating: "0a", count: 32)
  private static let world = Instant(microseconds: 1_790_000_000_000_000)
  private static let course = Instant(microseconds: 1_772_330_400_000_000)

  private static func event(
    _ content: TrainingContent, by login: String, at: TimeSpan = .zero, recorded: TimeSpan = .zero,
    id: UInt64 = 1
  ) -> Event {
    Event(
      id: EventID(high: 0x7000, low: 1 << 63 | id), patient: nil,
      at: .moment(course + at, utcOffset: 0), recordedAt: world + recorded, by: login,
      content: .training(content))
  }

  private static func start(_ name: String, hash: String = hash, by login: String) -> Event {
    event(
      .session(
        SessionStep(
          session: name, part: .learner, action: .start,
          scenario: ScenarioReference(name: "masked-fever", title: "Masked fever", hash: hash))),
      by: login)
  }

  private static func note(
    _ note: SessionNote, in session: String = "m", as part: TrainingPart = .learner,
    by login: String = "li", at: TimeSpan = .zero, recorded: TimeSpan = .zero, id: UInt64 = 1
  ) -> Event {
    event(note.content(in: session, as: part), by: login, at: at, recorded: recorded, id: id)
  }

  @Test("It begins once; who begins it again has joined it, and another scenario has not")
  func begins() throws {
    var book = TrainingBook()
    #expect(book.take(Self.note(.annotation("too early"))) == nil)
    #expect(book.take(Self.start("m", by: "li")) == "m")
    #expect(book.take(Self.start("m", by: "wang")) == "m")
    let other = Self.start("m", hash: String(repeating: "0b", count: 32), by: "chen")
    #expect(book.take(other) == nil)
    #expect(book.take(Self.start("n", by: "li")) == "n")
    #expect(book.sessions.map(\.name) == ["m", "n"])
    let session = try #require(book["m"])
    #expect(session.people.map(\.login) == ["li", "wang"])
    #expect(session.annotations.isEmpty)
    #expect(session.position.state == .paused && session.position.at == Self.course)
  }

  @Test("Who leaves is away, and is there again after joining")
  func people() throws {
    var book = TrainingBook()
    book.take(Self.start("m", by: "li"))
    book.take(Self.note(.leave))
    #expect(try #require(book["m"]).people.map(\.isThere) == [false])
    let joining = SessionStep(session: "m", part: .learner, action: .join)
    book.take(Self.event(.session(joining), by: "li"))
    let teaching = SessionStep(session: "m", part: .instructor, action: .join)
    book.take(Self.event(.session(teaching), by: "li"))
    let people = try #require(book["m"]).people
    #expect(people.map(\.isThere) == [true, true])
    #expect(people.map(\.part) == [.learner, .instructor])
  }

  struct ClockRow: Sendable {
    let state: SessionPosition.State
    let speed: Int
    let after: TimeSpan
    let gone: TimeSpan
    let isPlaying: Bool
  }

  // Nothing was heard of it for five seconds, and it stands: one microsecond before it still runs.
  static let clockRows = [
    ClockRow(state: .paused, speed: 600, after: .seconds(3), gone: .zero, isPlaying: false),
    ClockRow(state: .playing, speed: 600, after: .zero, gone: .zero, isPlaying: true),
    ClockRow(
      state: .playing, speed: 600, after: .seconds(3), gone: .seconds(1800), isPlaying: true),
    ClockRow(
      state: .playing, speed: 1, after: TimeSpan(microseconds: 4_999_999),
      gone: TimeSpan(microseconds: 4_999_999), isPlaying: true),
    ClockRow(state: .playing, speed: 1, after: .seconds(5), gone: .seconds(5), isPlaying: false),
    ClockRow(state: .playing, speed: 60, after: .hours(9), gone: .minutes(5), isPlaying: false),
    // A clock of another console that goes after this one.
    ClockRow(state: .playing, speed: 60, after: .seconds(-2), gone: .zero, isPlaying: true),
  ]

  @Test(
    "Its clock is the same on every console, and stands when whoever set it going is gone",
    arguments: clockRows)
  func clock(_ row: ClockRow) throws {
    var book = TrainingBook()
    book.take(Self.start("m", by: "li"))
    book.take(
      Self.note(.position(row.state, speed: row.speed), at: .hours(2), recorded: .minutes(1)))
    let clock = try #require(book["m"]).position
    let now = Self.world + .minutes(1) + row.after
    #expect(clock.moment(at: now) == Self.course + .hours(2) + row.gone)
    #expect(clock.isPlaying(at: now) == row.isPlaying)
    var replay = ReplayClock(starts: Self.course, ends: Self.course + .days(3))
    replay.follow(clock, at: now)
    #expect(replay.position == Self.course + .hours(2) + row.gone)
    #expect(replay.isPlaying == row.isPlaying && replay.speed == row.speed)
  }

  @Test("A clock that is followed past the end of the course stands at the end")
  func end() {
    var replay = ReplayClock(starts: Self.course, ends: Self.course + .hours(1))
    let clock = SessionClock(
      at: Self.course + .minutes(59), state: .playing, speed: 600, set: Self.world)
    replay.follow(clock, at: Self.world + .seconds(2))
    #expect(replay.position == Self.course + .hours(1) && !replay.isPlaying)
  }

  @Test("What was put in comes once, and is known from the moment at which it was put in")
  func entries() throws {
    let event = Event(
      id: EventID(high: 0x7001, low: 1 << 63), patient: PatientID("SC-01"),
      at: .moment(Self.course, utcOffset: 0), content: .note("x"))
    var book = TrainingBook()
    book.take(Self.start("m", by: "li"))
    for id in [UInt64(1), 2] {
      book.take(Self.note(.entry(event), as: .instructor, by: "wang", at: .hours(3), id: id))
    }
    let session = try #require(book["m"])
    #expect(session.injected.map(\.recordedAt) == [Self.course + .hours(3)])
    #expect(session.entered(by: "wang") == [])
    #expect(session.entries.map(\.part) == [.instructor])
  }

  @Test("A debrief is kept whole, and its figures are those that the learner saw")
  func debrief() throws {
    let scenario = try #require(try ShippedScenarios.scenario("masked-fever"))
    let learner = Learner(name: "li", role: .nurse)
    let asked = TrainingRecord(
      scenario: scenario, learner: learner, answers: [], entries: []
    ).questions
    let answers = asked.dropLast().map {
      GivenAnswer(question: $0.id, crs: $0.engine(.crs), icans: .grade(0), sure: .high)
    }
    let debrief = Debrief(
      TrainingRecord(scenario: scenario, learner: learner, answers: answers, entries: []))
    let finished = try #require(SessionNote.finish(debrief))
    var book = TrainingBook()
    book.take(Self.start("m", by: "li"))
    // By the text that a store keeps.
    let sent = try ShippedScenarios.reader.forTraining.read(
      Self.note(finished, recorded: .hours(1)))
    var stored = sent.event
    stored.recordedAt = Self.world + .hours(1)
    book.take(stored)
    let session = try #require(book["m"])
    #expect(session.isFinished(by: "li") && !session.isFinished(by: "wang"))
    let done = book.finished(by: "li")
    #expect(done.map(\.session) == ["m"])
    #expect(done.first?.finished == Self.world + .hours(1))
    let figures = try #require(done.first?.figures)
    #expect(figures == DebriefFigures(debrief))
    let crs = try #require(figures.agreement[.crs])
    #expect(crs.asked == asked.count && crs.answered == asked.count - 1)
    #expect(crs.same == asked.count - 1 && crs.percent == DecimalNumber(100))
    #expect(figures.confidence.map(\.sure) == Sureness.allCases)
    #expect(figures.missed == debrief.missed.count && figures.alerts == debrief.alerts.count)
    #expect(figures.rises == debrief.deteriorations.count)
    #expect(figures.rules == debrief.rules.map(\.id))
    #expect(figures.traps == debrief.items.flatMap(\.traps).count)
    #expect(DebriefFigures(SettingValue.fields([:])) == nil)
  }

  @Test("Progress over courses stands in the order in which they were finished")
  func progress() throws {
    let scenario = try #require(try ShippedScenarios.scenario("masked-fever"))
    let debrief = Debrief(
      TrainingRecord(
        scenario: scenario, learner: Learner(name: "li", role: .nurse), answers: [], entries: []))
    let finished = try #require(SessionNote.finish(debrief))
    var book = TrainingBook()
    for name in ["a", "b", "c"] { book.take(Self.start(name, by: "li")) }
    book.take(Self.note(finished, in: "b", recorded: .hours(1)))
    book.take(Self.note(finished, in: "a", recorded: .hours(2)))
    book.take(Self.note(finished, in: "c", by: "wang", recorded: .hours(3)))
    #expect(book.finished(by: "li").map(\.session) == ["b", "a"])
    #expect(book.finished(by: "wang").map(\.session) == ["c"])
    #expect(book.finished(by: "chen").isEmpty)
  }
}
