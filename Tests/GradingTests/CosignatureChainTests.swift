import Clinical
import Grading
import TestSupport
import Testing

/// A history of which each entry has an author: what a trainee wrote awaits its co-signature.
private struct Ward {
  var history = History()
  private(set) var trainees: Set<EventID> = []
  private var extra: [Event] = []

  mutating func trainee(_ write: (inout History) -> EventID) -> EventID {
    let id = write(&history)
    trainees.insert(id)
    return id
  }

  mutating func retract(_ hours: Double, _ target: EventID, by role: Role) -> EventID {
    let id = EventID(high: 0x7001, low: UInt64(extra.count + 1))
    extra.append(
      Event(
        id: id, patient: History.patient, at: .moment(History.at(hours), utcOffset: 8 * 3600),
        recordedAt: History.at(hours), role: role, reason: "not given",
        content: .retraction(Retraction(retracts: target))))
    return id
  }

  var events: [Event] {
    history.events.map { event in
      var written = event
      written.role = trainees.contains(event.id) ? .trainee : .nurse
      return written
    } + extra
  }

  var course: GradedCourse { GradedCourse(events, zone: History.zone) }

  /// The same events one after the other, as a ward that is followed takes them in.
  var grown: GradedCourse {
    events.reduce(into: GradedCourse(zone: History.zone)) { $0.insert($1) }
  }

  func crs(_ hours: Double) -> ScaleAssessment { course.assessment(at: History.at(hours)).crs }
}

extension History {
  fileprivate mutating func started(
    _ hours: Double, _ agent: VasoactiveAgent, recorded: Double, corrects: EventID? = nil
  ) -> EventID {
    add(
      hours, .vasopressor(Vasopressor(agent: agent, action: .start)), recorded: recorded,
      corrects: corrects, reason: corrects.map { _ in "wrong pump" })
  }
}

@Suite("a fact whose versions are partly unsigned")
struct CosignatureChainTests {
  @Test("one vasopressor that a trainee and then a nurse corrected is one vasopressor")
  func oneAgent() {
    var ward = Ward()
    ward.history.vitals(10, t: 38.6, sys: 84, spo2: 97)
    let first = ward.history.started(11, .norepinephrine, recorded: 11)
    let second = ward.trainee { $0.started(11, .epinephrine, recorded: 11.1, corrects: first) }
    _ = ward.history.started(11, .phenylephrine, recorded: 11.2, corrects: second)
    for course in [ward.course, ward.grown] {
      let crs = course.assessment(at: History.at(11.5)).crs
      #expect(crs.grade == 3 && crs.atMost == 3, "one agent, not two: \(crs.evidence)")
      #expect(!crs.flags.contains("awaitingCosignature"))
      #expect(course.signedFacts == nil)
    }
  }

  @Test("a nurse who retracts the trainee's version takes the whole fact back")
  func retracted() {
    var ward = Ward()
    ward.history.vitals(10, t: 38.6, sys: 118, spo2: 97)
    let first = ward.history.started(11, .norepinephrine, recorded: 11)
    let second = ward.trainee { $0.started(11, .epinephrine, recorded: 11.1, corrects: first) }
    _ = ward.retract(12, second, by: .nurse)
    #expect(ward.course.assessment(at: History.at(13)).crs.grade == 1)
    #expect(ward.grown.assessment(at: History.at(13)).crs.grade == 1)
  }

  @Test("a trainee's retraction takes nothing back, and a nurse's of it ends the matter")
  func unsignedRetraction() {
    var ward = Ward()
    ward.history.vitals(10, t: 38.6, sys: 84, spo2: 97)
    let given = ward.history.started(11, .norepinephrine, recorded: 11)
    let retraction = ward.retract(12, given, by: .trainee)
    #expect(ward.crs(12.5).grade == nil || ward.crs(12.5).grade == 3)
    #expect(ward.crs(12.5).atLeast == 3)
    #expect(ward.crs(12.5).flags.contains("awaitingCosignature"))
    let denial = ward.retract(13, retraction, by: .nurse)
    #expect(ward.crs(13.5).grade == 3)
    #expect(ward.course.signedFacts == nil && ward.grown.signedFacts == nil)
    // Taken back in its turn, the trainee's retraction waits again.
    _ = ward.retract(14, denial, by: .nurse)
    #expect(ward.course.signedFacts != nil && ward.grown.signedFacts != nil)
    #expect(ward.crs(14.5).atLeast == 3)
    #expect(ward.crs(14.5).flags.contains("awaitingCosignature"))
  }

  @Test("once everything is co-signed the course is that of one author, whatever came after")
  func everythingSigned() {
    var ward = Ward()
    ward.history.vitals(10, t: 38.6, sys: 118, spo2: 97, recorded: 10)
    let round = ward.trainee { $0.vitals(20, t: 36.6, sys: 118, spo2: 97, recorded: 20) }
    #expect(ward.course.signedFacts?.count == ward.course.facts.count - 1)
    ward.history.vitals(20, t: 36.6, sys: 118, spo2: 97, recorded: 21, corrects: round)
    ward.history.vitals(30, t: 36.7, sys: 118, spo2: 97, recorded: 30)
    #expect(ward.course.signedFacts == nil && ward.grown.signedFacts == nil)
    for hours in [10.5, 20.5, 30.5, 40] {
      let t = History.at(hours)
      #expect(ward.grown.assessment(at: t) == ward.course.assessment(at: t))
    }
    // The next unsigned entry begins it anew.
    _ = ward.trainee { $0.oxygen(31, .nasalCannula, flow: 4) }
    #expect(ward.crs(31).atLeast == 2)
    #expect(ward.crs(31).flags.contains("awaitingCosignature"))
    #expect(
      ward.grown.assessment(at: History.at(32)) == ward.course.assessment(at: History.at(32)))
  }
}

@Suite("what a trainee wrote lowers nothing that a trainee wrote")
struct UnsignedLoweringTests {
  private func isBothWays(_ ward: Ward, _ hours: Double) {
    let t = History.at(hours)
    #expect(ward.grown.assessment(at: t) == ward.course.assessment(at: t))
    #expect(ward.course.end.assessment(at: t) == ward.course.assessment(at: t))
    #expect(ward.course.end.grades(at: t) == ward.course.grades(at: t))
  }

  @Test("a round that nobody co-signed closes no episode before the vasopressor that follows")
  func episode() {
    var ward = Ward()
    ward.history.vitals(1, t: 38.6, sys: 118, spo2: 97)
    _ = ward.trainee { $0.vitals(26, t: 36.8, sys: 118, spo2: 97) }
    _ = ward.trainee { $0.pressor(27, .norepinephrine) }
    let crs = ward.crs(27)
    #expect(crs.atLeast == 3)
    #expect(crs.grade == 3 || crs.grade == nil)
    #expect(crs.flags.contains("awaitingCosignature"))
    isBothWays(ward, 27.5)
  }

  @Test("nor does a set that a nurse's saturation completes")
  func partlySigned() {
    var ward = Ward()
    ward.history.vitals(1, t: 38.6, sys: 118, spo2: 97)
    _ = ward.trainee { $0.vitals(26, t: 36.8, sys: 118) }
    ward.history.vitals(26.2, spo2: 97)
    _ = ward.trainee { $0.pressor(27, .norepinephrine) }
    #expect(ward.crs(27).atLeast == 3)
    isBothWays(ward, 27.5)
  }

  @Test("a nurse's complete set closes it, whatever the trainee measured before")
  func signedSet() {
    var ward = Ward()
    ward.history.vitals(1, t: 38.6, sys: 118, spo2: 97)
    _ = ward.trainee { $0.vitals(26, t: 36.8, sys: 118, spo2: 97) }
    ward.history.vitals(27, t: 36.8, sys: 118, spo2: 97)
    #expect(ward.crs(27).grade == 0)
    #expect(ward.crs(27).episode?.ended == History.at(27))
  }

  @Test("a vasopressor that a trainee started runs on until a nurse confirms the trainee's stop")
  func startAndStop() {
    var ward = Ward()
    ward.history.vitals(10, t: 38.6, sys: 84, spo2: 97)
    _ = ward.trainee { $0.pressor(11, .norepinephrine) }
    _ = ward.trainee { $0.pressor(11 + 5 / 60, .norepinephrine, .stop) }
    let crs = ward.crs(11.5)
    #expect(crs.atLeast == 3)
    #expect(crs.flags.contains("awaitingCosignature"))
    isBothWays(ward, 12)
  }

  @Test("a trainee's step down of oxygen leaves the trainee's step up")
  func oxygen() {
    var ward = Ward()
    ward.history.vitals(10, t: 38.6, sys: 118, spo2: 97)
    _ = ward.trainee { $0.oxygen(11, .simpleFaceMask, flow: 6) }
    _ = ward.trainee { $0.oxygen(12, .roomAir) }
    #expect(ward.crs(12).atLeast == 3)
    // Another step up counts from there.
    _ = ward.trainee { $0.oxygen(13, .bipap) }
    #expect(ward.crs(13).atLeast == 4)
    isBothWays(ward, 14)
  }

  @Test("a fever that a trainee gives to an infection is still a fever when a trainee measures it")
  func attribution() {
    var ward = Ward()
    ward.history.vitals(9, t: 36.9, sys: 118, spo2: 97)
    _ = ward.trainee { $0.attribute(10, .fever, .other) }
    _ = ward.trainee { $0.vitals(11, t: 39.1, sys: 118, spo2: 97) }
    #expect(ward.crs(11).atLeast == 1)
  }
}
