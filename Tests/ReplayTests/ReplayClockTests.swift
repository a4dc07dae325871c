import Clinical
import EventText
import Replay
import Testing

@Suite("The clock of a replay")
struct ReplayClockTests {
  static let zero = Instant(microseconds: 1_772_330_400_000_000)

  private func clock(hours: Int64 = 48) -> ReplayClock {
    ReplayClock(starts: Self.zero, ends: Self.zero + .hours(hours))
  }

  @Test("It stands until it is played, runs at its speed, and stands again when paused")
  func playing() {
    var clock = clock()
    clock.pass(to: Self.zero + .days(900))
    #expect(clock.position == Self.zero && !clock.isPlaying)
    let real = Instant(microseconds: 5)
    clock.toggle(at: real)
    clock.pass(to: real + .seconds(6))
    #expect(clock.position == Self.zero + .hours(1))
    clock.toggle(at: real + .seconds(6))
    clock.pass(to: real + .seconds(60))
    #expect(clock.position == Self.zero + .hours(1))
  }

  @Test("From x1 to x86400 it lets that many seconds go by in one", arguments: ReplayClock.speeds)
  func speed(_ speed: Int) {
    var clock = clock(hours: 24 * 400)
    for _ in ReplayClock.speeds { clock.slower() }
    #expect(clock.speed == 1)
    while clock.speed < speed { clock.faster() }
    clock.toggle(at: Self.zero)
    clock.pass(to: Self.zero + .seconds(2))
    #expect(clock.position == Self.zero + .seconds(Int64(2 * speed)))
  }

  @Test("The slowest does not get slower, nor the fastest faster")
  func limits() {
    var clock = clock()
    for _ in 0..<20 { clock.faster() }
    #expect(clock.speed == 86_400)
    for _ in 0..<20 { clock.slower() }
    #expect(clock.speed == 1)
  }

  @Test("At the end it stands, however long the wait was; from there it does not play")
  func end() {
    var clock = clock()
    clock.toggle(at: Self.zero)
    clock.pass(to: Instant(microseconds: .max))
    #expect(clock.position == Self.zero + .hours(48) && clock.isAtEnd && !clock.isPlaying)
    clock.toggle(at: Self.zero)
    #expect(!clock.isPlaying)
  }

  @Test("A clock of the world that goes back takes nothing back")
  func worldGoesBack() {
    var clock = clock()
    clock.toggle(at: Self.zero + .hours(1))
    clock.pass(to: Self.zero)
    #expect(clock.position == Self.zero)
    clock.pass(to: Self.zero + .seconds(6))
    #expect(clock.position == Self.zero + .hours(1))
  }

  @Test("A jump goes no further than the ends")
  func jump() {
    var clock = clock()
    clock.jump(to: Self.zero + .hours(7))
    #expect(clock.position == Self.zero + .hours(7))
    clock.jump(to: Self.zero - .hours(7))
    #expect(clock.position == Self.zero)
    clock.jump(to: Self.zero + .days(7))
    #expect(clock.position == Self.zero + .hours(48))
  }

  @Test("Marks stand at events, changes of grade, alerts and days, and are stepped to both ways")
  func marks() throws {
    let scenario = try #require(try ShippedScenarios.scenario("masked-fever"))
    let marks = ReplayMarks(
      scenario.course(), from: scenario.head.starts, through: scenario.head.ends)
    func at(_ day: Int, _ hour: Int, _ minute: Int) -> Instant {
      scenario.zone.startOfDay(
        CalendarDate(year: 2026, month: 3, day: day) ?? CalendarDate(dayNumber: 0))
        + .minutes(Int64(hour * 60 + minute))
    }
    #expect(
      marks.all.filter { $0.kind == .grade }.map(\.at) == [
        at(4, 11, 0), at(4, 11, 20), at(4, 15, 20), at(4, 17, 55), at(4, 18, 0), at(4, 21, 0),
      ])
    #expect(marks.all.filter { $0.kind == .day }.map(\.at) == [at(5, 0, 0)])
    let alert = try #require(marks.next(.alert, after: at(4, 11, 0)))
    #expect(alert.at == at(4, 17, 55) && alert.text.contains("A06"))
    #expect(marks.previous(.alert, before: at(4, 17, 55))?.at == at(4, 11, 0))
    #expect(marks.next(.grade, after: at(4, 21, 0)) == nil)
    #expect(marks.next(.event, after: at(4, 11, 0))?.at == at(4, 11, 20))
    #expect(marks.all.map(\.at) == marks.all.map(\.at).sorted())
  }

  @Test("As it was, an alert is marked when its cause was observed, whenever it was written down")
  func alertsAsItWas() throws {
    let scenario = try #require(try ShippedScenarios.scenario("masked-fever"))
    let sent = scenario.events.map(\.event)
    let events = sent.map { KnownEvent($0, .at, storedAt: nil, zone: scenario.zone) }
    let course = ReplayedCourse(scenario.patient, events, zone: scenario.zone)
    let marks = ReplayMarks(course, from: scenario.head.starts, through: scenario.head.ends)
    let alerts = marks.all.filter { $0.kind == .alert }
    let observed = Set(sent.map { $0.at.start(in: scenario.zone) })
    let pressure = try #require(alerts.first { $0.text.contains("A04") })
    let oxygen = try #require(alerts.first { $0.text.contains("A06") })
    #expect(observed.contains(pressure.at) && observed.contains(oxygen.at))
  }
}
