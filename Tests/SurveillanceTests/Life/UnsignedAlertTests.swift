import Clinical
import Grading
import TestSupport
import Testing

@testable import Surveillance

/// A history of which some entries are a trainee's and await their co-signature.
private struct Ward {
  var history = History()
  private var trainees: Set<EventID> = []

  mutating func trainee(_ write: (inout History) -> EventID) {
    trainees.insert(write(&history))
  }

  var events: [Event] {
    history.events.map { event in
      var written = event
      written.role = trainees.contains(event.id) ? .trainee : .nurse
      return written
    }
  }

  func watched(_ hours: Double) -> PatientSurveillance {
    surveillance(GradedCourse(events, zone: History.zone), hours)
  }

  /// The same, taken in one after the other and looked at each time.
  func grown(_ hours: Double) -> PatientSurveillance? {
    guard let patient = History.patient else { return nil }
    var course = GradedCourse(zone: History.zone)
    var watched = WatchedCourse(patient, zone: History.zone)
    for event in events {
      course.insert(event)
      watched.update(course)
    }
    return watched.surveillance(at: History.at(hours))
  }

  private func surveillance(_ course: GradedCourse, _ hours: Double) -> PatientSurveillance {
    guard let patient = History.patient else { fatalError("the patient of the tests has an id") }
    return WatchedCourse(patient, course).surveillance(at: History.at(hours))
  }

  /// The priority of a rule that stands; `nil` where it does not.
  func priority(_ rule: String, _ hours: Double) -> Int? {
    let found = watched(hours).active.first { $0.rule.id == rule }?.priority.rawValue
    let same = grown(hours)?.active.first { $0.rule.id == rule }?.priority.rawValue
    #expect(found == same, "\(rule) at \(hours) h, at once and grown")
    return found
  }
}

@Suite("what a trainee writes raises alerts and ends none")
struct UnsignedAlertTests {
  @Test("a trainee's normal pressure ends no low one; a nurse's does")
  func pressure() {
    var ward = Ward()
    ward.history.vitals(20, t: 38.5, sys: 78, spo2: 97)
    ward.trainee { $0.vitals(21, t: 38.4, sys: 118, spo2: 97) }
    #expect(ward.priority("A04", 21.5) == 1)
    #expect(ward.priority("A09", 21.5) != nil)
    ward.history.vitals(22, t: 38.4, sys: 116, spo2: 97)
    #expect(ward.priority("A04", 22) == nil)
    let ended = ward.watched(22).alerts.first { $0.rule.id == "A04" }
    #expect(ended?.raised == History.at(20))
    #expect(ended?.ended == History.at(22))
    #expect(ward.watched(22).alerts.count { $0.rule.id == "A04" } == 1)
  }

  @Test("co-signed, the normal pressure ends it for the time at which it was measured")
  func cosigned() {
    var ward = Ward()
    ward.history.vitals(20, t: 38.5, sys: 78, spo2: 97, recorded: 20)
    var id: EventID?
    ward.trainee {
      let own = $0.vitals(21, t: 38.4, sys: 118, spo2: 97, recorded: 21)
      id = own
      return own
    }
    #expect(ward.priority("A04", 23) == 1)
    ward.history.vitals(21, t: 38.4, sys: 118, spo2: 97, recorded: 22, corrects: id)
    #expect(ward.priority("A04", 23) == nil)
    #expect(
      ward.watched(23).alerts.first { $0.rule.id == "A04" }?.ended == History.at(21))
  }

  @Test("a trainee's low pressure raises the alert at once, and a lower one brings it back")
  func raises() {
    var ward = Ward()
    ward.history.vitals(19, t: 38.5, sys: 118, spo2: 97)
    ward.trainee { $0.vitals(20, sys: 84) }
    #expect(ward.priority("A04", 20) == 1)
    let first = ward.watched(20).active.first { $0.rule.id == "A04" }
    #expect(first?.raised == History.at(20))
    var worse = Ward()
    worse.history.vitals(20, sys: 84)
    worse.history.acknowledge(20.1, "A04", until: 24)
    worse.trainee { $0.vitals(21, sys: 70) }
    let back = worse.watched(21).active.first { $0.rule.id == "A04" }
    #expect(back?.reRaised == History.at(21))
    #expect(back?.text.contains("70") == true)
  }

  @Test("vasopressor and both grades: what stands goes on standing after a trainee's entry")
  func steps() {
    var ward = Ward()
    ward.history.vitals(20, t: 38.5, sys: 84, spo2: 97)
    ward.history.pressor(20.5, .norepinephrine)
    ward.history.ice(19, 10)
    ward.history.ice(20, 4)
    ward.trainee { $0.pressor(21, .norepinephrine, .stop) }
    ward.trainee { $0.ice(21, 10) }
    for rule in ["A08", "A09", "A10", "A11"] {
      #expect(ward.priority(rule, 21.2) == 1, "\(rule)")
    }
  }

  @Test("a trainee's discharge, leave and death take nobody off the ward")
  func departures() {
    let departures: [Content] = [
      .stay(Stay(action: .discharge)), .stay(Stay(action: .leave)),
      .status(Status(state: .death, principalCause: .other)),
    ]
    for content in departures {
      var ward = Ward()
      ward.history.stay(-48, .admission)
      ward.history.vitals(20, t: 38.5, sys: 78, spo2: 97)
      ward.trainee { $0.add(21, content) }
      let look = ward.watched(26)
      #expect(look.isInHouse && !look.isOnLeave, "\(content)")
      #expect(ward.priority("A04", 26) == 1, "\(content)")
      #expect(look.due.contains { $0.what == .vitals && $0.due <= History.at(26) }, "\(content)")
      // What comes after it still raises.
      ward.trainee { $0.vitals(27, spo2: 84) }
      #expect(ward.priority("A06", 27) == 1, "\(content)")
      let course = GradedCourse(ward.events, zone: History.zone)
      let summary = PatientSummary(course.factsOfPresence)
      #expect(summary.isInHouse(at: History.at(28), zone: History.zone), "\(content)")
    }
  }

  @Test("a trainee's return brings a patient back, and a nurse's discharge takes one off")
  func arrivals() {
    var ward = Ward()
    ward.history.stay(-48, .admission)
    ward.history.stay(10, .discharge)
    #expect(!ward.watched(11).isInHouse)
    ward.trainee { $0.stay(12, .admission) }
    #expect(ward.watched(13).isInHouse)
    ward.history.stay(14, .discharge)
    #expect(!ward.watched(15).isInHouse)
  }

  @Test("a round that nobody has co-signed does not put the next one off")
  func round() {
    var ward = Ward()
    ward.history.vitals(20, t: 36.8, sys: 118, spo2: 97)
    let before = ward.watched(23).due.first { $0.what == .vitals }
    ward.trainee { $0.vitals(22, t: 36.8, sys: 118, spo2: 97) }
    #expect(ward.watched(23).due.first { $0.what == .vitals } == before)
    #expect(before?.due == History.at(24))
  }

  @Test(
    "with a share of the entries unsigned nothing that the signed ones raise is missing",
    arguments: 0..<8)
  func property(seed: UInt64) throws {
    let patient = try #require(History.patient)
    let ward = RandomWard(seed: seed &+ 3000, events: 60)
    let events = ward.events.map { event in
      var written = event
      var own = Dice(seed: event.id.low ^ event.id.high << 32)
      written.role = own.oneIn(3) ? .trainee : .nurse
      return written
    }
    let course = GradedCourse(events, zone: History.zone)
    let signed = try #require(course.signedFacts)
    let all = WatchedCourse(patient, course)
    var dice = Dice(seed: seed)
    for _ in 0..<20 {
      let t = History.at(Double(dice.below(500)))
      let answer = all.answer(at: t)
      let alone = try #require(answer.signed)
      let standing = Set(all.surveillance(at: t).active.map(\.rule.id))
      for state in [answer.all, alone] {
        for interval in state.open.compactMap({ $0 }) {
          #expect(
            standing.contains(AlertRule.all[interval.rule].id),
            "\(AlertRule.all[interval.rule].id) at \(t.utcWords), seed \(seed)")
        }
      }
    }
    #expect(!signed.isEmpty)
  }
}
