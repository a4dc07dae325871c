import Clinical
import Grading
import TestSupport
import Testing

@testable import Surveillance

@Suite("a nurse's acknowledgement, and a physician's")
struct NurseAcknowledgementTests {
  private let times = AlertTimes(AlertSettings())
  private let start = History.at(20)

  private func step(_ minute: Int64, _ badness: DecimalNumber = 0) -> AlertInput {
    let at = start + .minutes(minute)
    return .step(
      AlertStep(
        at: at, known: at, priority: .highest, badness: badness, occurrence: nil, text: "",
        events: [], causes: [.pressure], grade: nil))
  }

  private func given(_ minute: Int64, _ role: Role?) -> AlertInput {
    let at = start + .minutes(minute)
    return .acknowledge(
      AcknowledgementGiven(
        Acknowledgement(rule: "A04"),
        Event(
          id: EventID(high: 1, low: 1), patient: nil, at: .moment(at, utcOffset: 0), role: role,
          content: .acknowledgement(Acknowledgement(rule: "A04"))), at: at))
  }

  private func run(
    _ priority: AlertPriority, _ inputs: [(Int64, AlertInput)]
  ) -> (AlertPhase, [AlertChange]) {
    var phase = AlertPhase.raised(AlertPhase.Raised())
    var told: [AlertChange] = []
    for (minute, input) in inputs {
      let (next, change) = phase.after(
        input, at: start + .minutes(minute), priority: priority, times)
      phase = next
      if let change { told.append(change) }
    }
    return (phase, told)
  }

  private func isRaised(_ phase: AlertPhase) -> Bool {
    if case .raised = phase { true } else { false }
  }

  @Test(
    "of the highest priority: only a physician takes it off; nobody's role on record does too",
    arguments: [
      (Role.nurse, true), (.trainee, true), (.reader, true), (.physician, false),
      (.instructor, false), (nil, false),
    ] as [(Role?, Bool)])
  func highest(_ role: Role?, _ stands: Bool) {
    let (phase, told) = run(.highest, [(0, step(0)), (2, given(2, role))])
    #expect(isRaised(phase) == stands)
    #expect(told == [.acknowledged])
    // It goes on being called for.
    #expect((phase.deadline(times) == start + .minutes(5)) == stands)
  }

  @Test("of any other priority a nurse's acknowledgement is enough")
  func others() {
    for priority in [AlertPriority.high, .listed] {
      #expect(!isRaised(run(priority, [(0, step(0)), (2, given(2, .nurse))]).0))
    }
  }

  @Test(
    "who may not acknowledge settles nothing of any priority, and has seen nothing",
    arguments: [AlertPriority.highest, .high, .listed], [Role.trainee, .reader, .administrator])
  func noRight(_ priority: AlertPriority, _ role: Role) {
    let (phase, told) = run(priority, [(0, step(0)), (2, given(2, role))])
    #expect(isRaised(phase))
    #expect(told == [.acknowledged])
    guard case .ended(let ended) = run(priority, [(0, step(0)), (2, given(2, role)), (3, .end)]).0
    else {
      Issue.record("it has not ended")
      return
    }
    #expect(!ended.isSeen)
    guard
      case .ended(let late) = run(priority, [(0, step(0)), (3, .end), (4, given(4, role))]).0
    else {
      Issue.record("it has not ended")
      return
    }
    #expect(!late.isSeen)
  }

  @Test("what a nurse has seen and what then ended need not be seen again; a worse value must")
  func ends() {
    func isSeen(_ phase: AlertPhase) -> Bool? {
      if case .ended(let ended) = phase { ended.isSeen } else { nil }
    }
    #expect(isSeen(run(.highest, [(0, step(0)), (2, given(2, .nurse)), (3, .end)]).0) == true)
    #expect(
      isSeen(run(.highest, [(0, step(0)), (2, given(2, .nurse)), (3, step(3, 9)), (4, .end)]).0)
        == false)
  }

  @Test("a nurse cannot make a physician's time longer")
  func noLonger() {
    let (phase, told) = run(
      .highest, [(0, step(0)), (2, given(2, .physician)), (10, given(10, .nurse))])
    #expect(told == [.acknowledged])
    #expect(phase.deadline(times) == start + .minutes(17))
  }

  @Test("the alert says who has seen it while it still stands")
  func said() {
    var history = History()
    history.vitals(20, sys: 82)
    let at = History.at(20.05)
    let seen = Event(
      id: EventID(high: 0x7100, low: 1), patient: History.patient,
      at: .moment(at, utcOffset: 8 * 3600), recordedAt: at, by: "li", role: .nurse,
      content: .acknowledgement(Acknowledgement(rule: "A04")))
    guard let patient = History.patient else { return }
    let course = GradedCourse(history.events + [seen], zone: History.zone)
    let alert = WatchedCourse(patient, course).surveillance(at: History.at(20.06)).alerts.first {
      $0.rule.id == "A04"
    }
    #expect(alert?.status == .active)
    #expect(alert?.acknowledged?.by == "li")
    #expect(alert?.escalation != nil)
  }
}
