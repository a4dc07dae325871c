import Clinical
import Grading
import TestSupport
import Testing

@Suite("What a trainee writes counts for raising a grade, not for lowering it")
struct CosignatureTests {
  /// The same history with what was entered at those hours written by a trainee.
  private func course(_ history: History, trainee hours: Set<Double>) -> GradedCourse {
    GradedCourse(events(history, trainee: hours), zone: History.zone)
  }

  private func events(_ history: History, trainee hours: Set<Double>) -> [Event] {
    let times = Set(hours.map(History.at))
    return history.events.map { event in
      var written = event
      written.role = times.contains(event.at.start(in: History.zone)) ? .trainee : .nurse
      return written
    }
  }

  private func crs(_ course: GradedCourse, _ hours: Double) -> ScaleAssessment {
    course.assessment(at: History.at(hours)).crs
  }

  @Test("oxygen that a trainee notes raises CRS at once, and the upper bound stays open")
  func raises() {
    var h = History()
    h.vitals(10, t: 38.6, sys: 118, spo2: 97)
    h.oxygen(11, .nasalCannula, flow: 4)
    let now = crs(course(h, trainee: [11]), 11)
    #expect(now.atLeast == 2 && now.grade == 2)
    #expect(now.flags.contains("awaitingCosignature"))
    #expect(now.evidence.contains { $0.rule == "CRS-HYPOXIA-LOWFLOW" })
  }

  @Test("a trainee's normal round after a vasopressor was stopped lowers nothing")
  func lowersNothing() {
    var h = History()
    h.vitals(10, t: 38.6, sys: 84, spo2: 97)
    h.pressor(10.5, .norepinephrine)
    h.pressor(14, .norepinephrine, .stop)
    h.vitals(14, t: 36.8, sys: 118, spo2: 98)
    #expect(crs(course(h, trainee: []), 14).grade != 3)
    let unsigned = crs(course(h, trainee: [14]), 14)
    #expect(unsigned.grade == 3 && unsigned.atLeast == 3)
    #expect(unsigned.flags.contains("awaitingCosignature"))
  }

  @Test("a trainee's ICE of 10 after an ICE of 4 lowers nothing")
  func neuro() {
    var h = History()
    h.ice(20, 4)
    h.ice(22, 10)
    #expect(course(h, trainee: []).assessment(at: History.at(22)).icans.atLeast == 0)
    let unsigned = course(h, trainee: [22]).assessment(at: History.at(22)).icans
    #expect(unsigned.atLeast == 2)
    // The other way it counts at once.
    var worse = History()
    worse.ice(20, 10)
    worse.ice(22, 4)
    #expect(course(worse, trainee: [22]).assessment(at: History.at(22)).icans.atLeast == 2)
  }

  @Test("where nobody else has measured, a trainee's normal round is no grade 0")
  func noZero() {
    var h = History()
    h.normal(10)
    #expect(crs(course(h, trainee: []), 10).grade == 0)
    let unsigned = crs(course(h, trainee: [10]), 10)
    #expect(unsigned.grade == nil && unsigned.atLeast == 0 && unsigned.atMost == 4)
    #expect(!unsigned.missing.isEmpty)
  }

  @Test("co-signed by a nurse's correction it counts whole, from then on and for the past")
  func cosigned() throws {
    var h = History()
    h.vitals(10, t: 38.6, sys: 118, spo2: 97)
    let id = h.vitals(20, t: 36.6, sys: 118, spo2: 97)
    var written = events(h, trainee: [20])
    var signature = try #require(written.last)
    signature = Event(
      id: EventID(high: 9, low: 9), patient: signature.patient, at: signature.at,
      recordedAt: History.at(21), by: "li", role: .nurse, corrects: id, reason: "co-signed",
      content: signature.content)
    let before = GradedCourse(written, zone: History.zone)
    #expect(crs(before, 20).flags.contains("awaitingCosignature"))
    var grown = before
    grown.insert(signature)
    written.append(signature)
    let after = GradedCourse(written, zone: History.zone)
    let plain = h.graded
    #expect(crs(after, 20).grade == crs(plain, 20).grade)
    #expect(crs(after, 20).flags == crs(plain, 20).flags)
    #expect(grown.assessment(at: History.at(22)) == after.assessment(at: History.at(22)))
  }

  @Test("that somebody is a trainee is itself no entry of a trainee")
  func userEvent() {
    var h = History()
    h.vitals(10, t: 38.6, sys: 118, spo2: 97)
    var events = h.events
    events.append(
      Event(
        id: EventID(high: 8, low: 8), patient: nil,
        at: .moment(History.at(1), utcOffset: 0), by: "wang", role: .trainee,
        content: .user(User(login: "tan", name: "Tan", role: .trainee))))
    #expect(events.filter(\.awaitsCosignature).isEmpty)
    let course = GradedCourse(events, zone: History.zone)
    #expect(course.assessment(at: History.at(11)).crs.flags == h.crs(11).flags)
  }

  @Test("a grade is never lower, and never surer of being low, than without the trainee's entries")
  func property() {
    Property { events, dice in
      let written = events.map { event in
        var written = event
        // By the id, so that a failure can be shrunk.
        var own = Dice(seed: event.id.low ^ event.id.high << 32)
        written.role = own.oneIn(3) ? .trainee : .nurse
        return written
      }
      let all = GradedCourse(written, zone: History.zone)
      // Without the trainee's entries, the rest of a chain that runs through one is another fact.
      let unsigned = Set(written.filter(\.awaitsCosignature).map(\.id))
      let isTied = written.contains { event in
        [event.corrects, event.retracts].contains { $0.map(unsigned.contains) ?? false }
      }
      let signed =
        isTied ? all : GradedCourse(written.filter { $0.role != .trainee }, zone: History.zone)
      for t in OrderPropertyTests.moments(written, &dice, 6) {
        for scale in Scale.allCases {
          let held = all.assessment(at: t)[scale]
          let alone = signed.assessment(at: t)[scale]
          if (held.atLeast ?? -1) < (alone.atLeast ?? -1) { return "\(scale) is lower at \(t)" }
          if (held.atMost ?? -1) < (alone.atMost ?? -1) { return "\(scale) is surer at \(t)" }
          let record = all.grades(at: t)[scale]
          for (what, said) in [
            ("record", record),
            ("changes", all.changes(through: t).last { $0.at <= t }?[scale] ?? record),
          ]
          where
            (said.atLeast, said.atMost, said.grade, said.status)
            != (held.atLeast, held.atMost, held.grade, held.status)
            || said.flags.list != held.flags || said.episode != held.episode?.number
            || said.adjudicated != held.adjudicated?.grade
          {
            return "\(what) and assessment of \(scale) differ at \(t): \(said) \(held)"
          }
        }
      }
      var grown = GradedCourse(zone: History.zone)
      for event in OrderPropertyTests.shuffled(written, 7) { grown.insert(event) }
      return OrderPropertyTests.difference(
        grown, all, at: OrderPropertyTests.moments(written, &dice, 3), timeline: false)
    }.hold("co-signature", share: 10)
  }

  @Test("a kept end knows what is unsigned")
  func tail() throws {
    var h = History()
    h.vitals(10, t: 38.6, sys: 118, spo2: 97)
    h.oxygen(11, .nasalCannula, flow: 4)
    h.vitals(15, t: 36.6, sys: 118, spo2: 97)
    h.oxygen(15, .roomAir)
    h.ice(16, 10)
    let written = events(h, trainee: [15])
    let course = GradedCourse(written, zone: History.zone)
    let bytes = try #require(course.end.bytes)
    let kept = try #require(GradedTail(bytes: bytes, zone: History.zone))
    #expect(kept.assessment(at: History.at(17)) == course.assessment(at: History.at(17)))
    #expect(kept.grades(at: History.at(17))?.crs.atLeast == 2)
    var grown = GradedCourse(Array(written.prefix(4)), zone: History.zone).end
    for event in written.dropFirst(4) where !grown.append(event) {
      grown =
        GradedCourse(
          Array(written.prefix { $0.id != event.id }) + [event], zone: History.zone
        ).end
    }
    #expect(grown.assessment(at: History.at(17)) == course.assessment(at: History.at(17)))
  }
}
