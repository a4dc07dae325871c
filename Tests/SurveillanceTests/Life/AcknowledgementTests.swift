import Clinical
import TestSupport
import Testing

@testable import Surveillance

@Suite("acknowledging an alert")
struct AcknowledgementTests {
  private let minute = 1.0 / 60

  @Test("who, until when and the note are kept; it comes back after 15 minutes while true")
  func cycle() {
    var history = History()
    history.vitals(20, sys: 84)
    history.acknowledge(20 + 2 * minute, "A04")
    let at = history.active("A04", 20.2)
    #expect(at?.status == .acknowledged)
    #expect(at?.acknowledged?.by == "lihua")
    #expect(at?.acknowledged?.note == "seen")
    #expect(at?.acknowledged?.until == History.at(20 + 17 * minute))
    #expect(at?.escalation == nil)
    let back = history.active("A04", 20 + 17 * minute)
    #expect(back?.status == .active)
    #expect(back?.reRaised == History.at(20 + 17 * minute))
    #expect(back?.escalation?.at == History.at(20 + 22 * minute))
  }

  @Test("it is never quiet for longer than 12 h, whatever was asked for")
  func longest() {
    var history = History()
    history.vitals(20, sys: 84)
    history.acknowledge(20.1, "A04", until: 20.1 + 24 * 365)
    let quiet = history.active("A04", 32.1 - History.moment)
    #expect(quiet?.status == .acknowledged)
    #expect(quiet?.acknowledged?.until == History.at(32.1))
    #expect(history.active("A04", 32.1)?.status == .active)
    #expect(history.active("A04", 32.1)?.reRaised == History.at(32.1))
  }

  @Test("an id of another patient, or of another rule than the one beside it, is of no alert here")
  func otherAlert() {
    for entry in [
      Acknowledgement(alert: "A04:CD7-004:2026-03-01T22:00:00Z"),
      Acknowledgement(alert: "A06:CD7-003:2026-03-01T22:00:00Z", rule: "A04"),
    ] {
      var history = History()
      history.vitals(20, sys: 84)
      history.add(20.1, .acknowledgement(entry), by: "lihua")
      #expect(history.active("A04", 20.2)?.status == .active)
      #expect(history.active("A04", 20.2)?.acknowledged == nil)
    }
  }

  @Test("who is called next is named, and escalated is told")
  func onCall() {
    var history = History()
    history.setting(-30, "onCall", .list([.text("registrar"), .text("consultant")]))
    history.vitals(20, sys: 84)
    #expect(history.active("A04", 20)?.escalation?.next == "registrar")
    let called = history.active("A04", 20 + 6 * minute)
    #expect(called?.escalated == History.at(20 + 5 * minute))
    #expect(called?.escalation?.next == "consultant")
    let all = history.active("A04", 20 + 11 * minute)
    #expect(all?.escalation == nil)
    #expect(all?.status == .active)
  }

  @Test("the id of an alert names its rule, patient and time in UTC")
  func identity() {
    var history = History()
    history.vitals(20, sys: 84)
    #expect(history.active("A04", 20)?.id == "A04:CD7-003:2026-03-01T22:00:00Z")
  }

  @Test("by its id it holds for the alert that was active then, wherever its interval begins now")
  func movedInterval() {
    var history = History()
    history.vitals(20, sys: 84, recorded: 20)
    let id = history.active("A04", 20)?.id
    history.add(
      20.1, .acknowledgement(Acknowledgement(alert: id, until: History.at(30))), recorded: 20.1,
      by: "lihua")
    // Written down an hour later: the pressure was low half an hour before, and no lower.
    history.vitals(19.5, sys: 85, recorded: 21)
    let alert = history.active("A04", 22)
    #expect(alert?.raised == History.at(19.5))
    #expect(alert?.id != id)
    #expect(alert?.status == .acknowledged)
  }

  @Test("a late entry with a worse value was not acknowledged by whoever could not know it")
  func lateWorse() {
    var history = History()
    history.vitals(20, sys: 84, recorded: 20)
    history.acknowledge(20.1, "A04", until: 30, recorded: 20.1)
    history.vitals(19.5, sys: 70, recorded: 21)
    #expect(history.active("A04", 20.9)?.status == .acknowledged)
    #expect(history.active("A04", 21)?.status == .active)
    #expect(history.active("A04", 21)?.reRaised == History.at(21))
  }

  @Test("a correction to a worse value brings it back from when it was written down")
  func correctedWorse() {
    var history = History()
    let first = history.vitals(20, sys: 84, recorded: 20)
    history.acknowledge(20.1, "A04", until: 30, recorded: 20.1)
    history.vitals(20, sys: 74, recorded: 21, corrects: first)
    #expect(history.active("A04", 21)?.status == .active)
    #expect(history.active("A04", 21)?.reRaised == History.at(21))
  }

  @Test("a correction that takes the alert away leaves nothing, and its acknowledgement is no fact")
  func correctedAway() {
    var history = History()
    let first = history.vitals(20, sys: 84)
    history.acknowledge(20.1, "A04")
    history.vitals(20, sys: 104, recorded: 21, corrects: first)
    #expect(history.newest("A04", 22) == nil)
  }

  @Test("after its end it is kept, the highest and the high ones, until somebody has seen it")
  func latched() {
    var history = History()
    history.vitals(20, sys: 84)
    history.vitals(21, sys: 110)
    #expect(history.surveillance(30).endedUnseen.map(\.rule.id) == ["A04", "A18"])
    history.acknowledge(31, "A04")
    #expect(history.surveillance(31).endedUnseen.map(\.rule.id) == ["A18"])
    // The list alone needs nobody's eye once it is over.
    var listed = History()
    listed.vitals(20, spo2: 92)
    listed.vitals(21, spo2: 97)
    #expect(listed.surveillance(22).endedUnseen.isEmpty)
  }

  @Test("it holds for its own rule alone, and never for a new interval")
  func own() {
    var history = History()
    history.vitals(20, t: 38.5, sys: 84)
    history.acknowledge(20.1, "A04", until: 30)
    #expect(history.active("A09", 20.2)?.status == .active)
    history.vitals(21, sys: 110)
    history.vitals(22, sys: 88)
    #expect(history.active("A04", 22)?.status == .active)
  }

  @Test("without times of writing, a history that is read later keeps its acknowledgements")
  func imported() {
    var history = History()
    history.vitals(20, sys: 84, recorded: 500)
    history.acknowledge(20.1, "A04", until: 30, recorded: 500)
    #expect(history.active("A04", 21)?.status == .acknowledged)
  }
}

@Suite("one condition, one line")
struct AlertLineTests {
  @Test("hypoxia, its step of oxygen, the grade and both domains together are one line")
  func oxygen() {
    var history = History()
    history.vitals(10, t: 38.5, sys: 120, spo2: 97)
    history.vitals(20, t: 38.5, sys: 84, spo2: 88)
    history.oxygen(20.1, .simpleFaceMask, flow: 6)
    let lines = history.surveillance(20.1).lines
    let line = lines.first { $0.alerts.contains { $0.rule.id == "A06" } }
    let ids = Set(line?.alerts.map(\.rule.id) ?? [])
    #expect(ids.isSuperset(of: ["A06", "A07", "A09", "A35"]))
    #expect(line?.priority == .highest)
  }

  @Test("what has nothing in common stands apart, and each keeps its id")
  func apart() {
    var history = History()
    history.vitals(20, sys: 84)
    history.lab(20, ("FIB", "1.2"))
    let lines = history.surveillance(20).lines
    #expect(lines.contains { $0.alerts.map(\.rule.id) == ["A27"] })
    #expect(lines.first?.leading.rule.id == "A04")
  }

  @Test("pressure, vasopressor and grade 3 are one line with three facts")
  func pressure() {
    var history = History()
    history.vitals(20, t: 38.5, sys: 84, spo2: 97)
    history.pressor(20.5, .norepinephrine)
    let line = history.surveillance(20.5).lines.first
    let ids = Set(line?.alerts.map(\.rule.id) ?? [])
    #expect(ids.isSuperset(of: ["A04", "A08", "A09"]))
  }
}
