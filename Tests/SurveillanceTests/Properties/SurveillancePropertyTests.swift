import Clinical
import Grading
import TestSupport
import Testing

@testable import Surveillance

@Suite("surveillance under any course")
struct SurveillancePropertyTests {
  private static let patient = History.patient

  private func watched(_ events: [Event]) throws -> WatchedCourse {
    WatchedCourse(
      try #require(Self.patient), GradedCourse(events, zone: History.zone))
  }

  /// Everything that is said, as one text.
  private func said(_ record: PatientSurveillance) -> [String] {
    record.alerts.map {
      "\($0.id) \($0.status) \($0.priority) \($0.text) \($0.changes.map { "\($0.change) \($0.at.microseconds)" }) \(String(describing: $0.acknowledged))"
    } + record.due.map { "\($0.what) \($0.due.microseconds) \($0.why)" }
  }

  @Test("the order of arrival changes nothing, at once or grown event by event", arguments: 0..<12)
  func order(seed: UInt64) throws {
    var ward = RandomWard(seed: seed, events: 60)
    let end = History.at(500)
    let first = try watched(ward.events).surveillance(at: end)
    let mixed = ward.shuffled()
    #expect(said(try watched(mixed).surveillance(at: end)) == said(first))
    var graded = GradedCourse(zone: History.zone)
    var grown = WatchedCourse(try #require(Self.patient), zone: History.zone)
    for event in mixed {
      graded.insert(event)
      grown.update(graded)
    }
    #expect(said(grown.surveillance(at: end)) == said(first))
  }

  @Test(
    "looking at any moment finds what was known: nothing begins or ends unseen", arguments: 0..<12)
  func exact(seed: UInt64) throws {
    var ward = RandomWard(seed: seed &+ 1000, events: 60)
    let course = try watched(ward.events)
    for _ in 0..<40 {
      let t = ward.time()
      let state = course.answer(at: t).all
      var look = Look(
        t: t, chart: state.chart, walk: state.walk, settings: state.settings, zone: History.zone)
      for (index, rule) in AlertRule.all.enumerated() {
        let found = rule.check(&look)
        let open = state.open[index]?.steps.last
        #expect(found?.priority == open?.priority, "\(rule.id) at \(t.utcWords), seed \(seed)")
        #expect(found?.badness == open?.badness, "\(rule.id) at \(t.utcWords), seed \(seed)")
      }
    }
  }

  @Test("an interval begins and ends at the instants that it says", arguments: 0..<12)
  func boundaries(seed: UInt64) throws {
    let ward = RandomWard(seed: seed &+ 2000, events: 60)
    let course = try watched(ward.events)
    let moment = TimeSpan(microseconds: 1)
    for (n, alert) in course.surveillance(at: History.at(500)).alerts.enumerated()
    where n % 5 == Int(seed % 5) {
      func isTrue(_ t: Instant) -> Bool {
        course.surveillance(at: t).active.contains { $0.id == alert.id }
      }
      #expect(isTrue(alert.raised), "\(alert.id), seed \(seed)")
      #expect(!isTrue(alert.raised - moment), "\(alert.id), seed \(seed)")
      guard let ended = alert.ended else { continue }
      #expect(!isTrue(ended), "\(alert.id), seed \(seed)")
      #expect(isTrue(ended - moment), "\(alert.id), seed \(seed)")
    }
  }

  @Test("an acknowledgement never outlives a worsening, nor its time", arguments: 0..<12)
  func acknowledgements(seed: UInt64) throws {
    var ward = RandomWard(seed: seed &+ 3000, events: 90)
    let course = try watched(ward.events)
    for _ in 0..<20 {
      let now = ward.time()
      for alert in course.surveillance(at: now).alerts where alert.status == .acknowledged {
        let given = try #require(alert.acknowledged)
        #expect(given.until.map { $0 > now } == true, "\(alert.id), seed \(seed)")
        let then = try #require(alert.steps.last { $0.at <= given.at })
        for step in alert.steps where step.at > given.at {
          #expect(!step.isWorse(than: then), "\(alert.id), seed \(seed)")
        }
      }
    }
  }

  @Test("a watcher who looks now and then is told everything, nothing twice", arguments: 0..<12)
  func news(seed: UInt64) throws {
    var ward = RandomWard(seed: seed &+ 4000, events: 60)
    // Entries in the order of time: late ones are the business of other tests.
    let course = try watched(ward.events.filter { $0.corrects == nil })
    let times = (0..<25).map { _ in ward.time() }.sorted() + [History.at(600)]
    var seen = course.surveillance(at: History.at(-60))
    var told: [String: [String]] = [:]
    for time in times {
      let now = course.surveillance(at: time)
      for news in AlertNews.between(seen, now) {
        told[news.alert.id, default: []].append("\(news.change) \(news.at.microseconds)")
      }
      seen = now
    }
    for alert in seen.alerts {
      // A late-known step may take effect after later ones were told; the number must agree.
      #expect(
        (told[alert.id] ?? []).sorted()
          == alert.changes.map { "\($0.change) \($0.at.microseconds)" }.sorted(),
        "\(alert.id), seed \(seed)")
    }
  }

  @Test("the next change is never later than what really changes", arguments: 0..<12)
  func nextChange(seed: UInt64) throws {
    var ward = RandomWard(seed: seed &+ 5000, events: 60)
    let course = try watched(ward.events)
    for _ in 0..<10 {
      // After the last fact only time is left.
      let now = History.at(470) + TimeSpan(microseconds: ward.time().microseconds % 3_600_000_000)
      let next = course.nextChange(after: now) ?? History.at(2000)
      func key(_ t: Instant) -> [String] {
        let record = course.surveillance(at: t)
        return record.alerts.map { "\($0.id) \($0.status) \($0.changes.count) \($0.priority)" }
          + record.due.map { "\($0.what) \($0.due.microseconds) \($0.level(at: t))" }
      }
      let before = next - TimeSpan(microseconds: 1)
      if before > now { #expect(key(now) == key(before), "seed \(seed)") }
    }
  }
}
