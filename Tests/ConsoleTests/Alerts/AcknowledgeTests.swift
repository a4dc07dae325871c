import Clinical
import Surveillance
import Terminal
import Testing

@testable import Console

@Suite("Acknowledging an alert")
struct AcknowledgeTests {
  private func saved(_ console: SampleConsole) -> [Acknowledgement] {
    console.effects.flatMap { effect -> [Acknowledgement] in
      guard case .append(let submission) = effect else { return [] }
      return submission.items.compactMap {
        if case .acknowledgement(let entry) = $0.content { entry } else { nil }
      }
    }
  }

  private var feverish: MadePatient {
    var made = MadePatient()
    made.vitals(.minutes(-5), temperature: 384, systolic: 118, saturation: 98)
    return made
  }

  @Test("One of middle priority: a, F2, and nothing else")
  func middle() {
    var console = feverish.watchedOnWard()
    console.press("a")
    #expect(console.state.entry.open?.kind == .acknowledge)
    #expect(console.text(80, 24).contains("new fever"))
    console.press("F2")
    #expect(saved(console) == [Acknowledgement(rule: "A01")])
  }

  @Test("The highest is not confirmed by the key that opened the form, nor by Enter or F2")
  func highest() {
    var console = MadePatient.withPressure(82).watchedOnWard(.physician)
    console.press("a", "a", "Enter", "Enter", "Enter", "F2")
    #expect(saved(console).isEmpty)
    console.press("Up", "Up", "Up", "y")
    console.type("fluid going in")
    console.press("Enter")
    console.type("30")
    console.press("F2")
    #expect(
      saved(console) == [
        Acknowledgement(
          rule: "A04", note: "fluid going in", until: MadePatient.now + .minutes(30))
      ])
  }

  @Test("What was acknowledged is corrected as any other event: its alert and its time stay")
  func corrected() throws {
    var made = feverish
    made.add(
      .minutes(-3),
      .acknowledgement(Acknowledgement(rule: "A01", note: "cultures taken", until: nil)))
    var console = made.opened
    console.state.entry.user = EntryUser(login: "moss", name: "Moss", role: .physician)
    _ = console.state.update(.drafts([]))
    console.press("Tab", "Tab", "C")
    let form = try #require(console.state.entry.open)
    #expect(form.kind == .acknowledge)
    #expect(form.texts["note"]?.text == "cultures taken")
    #expect(form.twin == nil)
    console.type(" twice")
    console.press("Enter")
    console.type("30")
    console.press("Enter")
    console.type("said wrongly")
    console.press("F2")
    #expect(
      saved(console) == [
        Acknowledgement(
          rule: "A01", note: "cultures taken twice", until: MadePatient.now + .minutes(30))
      ])
    let submission = console.effects.lazy.compactMap {
      if case .append(let submission) = $0 { submission } else { nil }
    }.first
    let item = try #require(submission?.items.first)
    #expect(item.corrects != nil)
    #expect(item.reason == "said wrongly")
    #expect(item.at.start(in: SampleConsole.zone) == MadePatient.now - .minutes(3))
  }

  @Test("A nurse is told that the highest stands until a physician has acknowledged it")
  func nurse() {
    var console = MadePatient.withPressure(82).watchedOnWard(.nurse)
    console.press("a")
    #expect(console.text(120, 40).contains("stands until a physician"))
  }

  @Test("Who may not acknowledge is told who may", arguments: [Clinical.Role.trainee, .reader])
  func mayNot(_ role: Clinical.Role) {
    var console = feverish.watchedOnWard(role)
    console.press("a")
    #expect(console.state.entry.open == nil)
    #expect(console.state.message?.text.contains("physician") == true)
  }

  @Test("One at a time: the second alert still stands after the first")
  func oneAtATime() throws {
    var made = MadePatient.withPressure(82)
    made.vitals(.minutes(-1), temperature: 384, systolic: 82, saturation: 98)
    var console = made.watchedOnWard(.physician)
    let before = try #require(made.look()).active.filter { $0.status == .active }.count
    #expect(before >= 2)
    console.press("a", "y", "F2")
    #expect(saved(console).count == 1)
  }

  @Test("Where nothing waits it says so, and before the alerts have come as well")
  func nothing() {
    var calm = MadePatient.withPressure(118)
    calm.vitals(.minutes(-1), temperature: 368, systolic: 118, saturation: 98)
    var console = calm.watchedOnWard()
    if console.state.alertToAcknowledge == nil {
      console.press("a")
      #expect(console.state.message?.text.contains("nothing to acknowledge") == true)
    }
    var loading = calm.onWard
    loading.press("a")
    #expect(loading.state.message?.text.contains("loading") == true)
  }

  @Test(
    "Until when: minutes, hours, a clock time to come; not in the past, not for days",
    arguments: [
      ("30", 30 as Int64?), ("30m", 30), ("2h", 120), ("13:30", nil), ("0", nil), ("99h", nil),
      ("soon", nil),
    ])
  func until(_ typed: String, _ minutes: Int64?) {
    let time = TimeRule(now: MadePatient.now, zone: SampleConsole.zone)
    let value = UntilRule.read(typed, isTyping: false, time: time, longest: .hours(12))
    if let minutes {
      #expect(value.moment == MadePatient.now + .minutes(minutes))
    } else if let moment = value.moment {
      #expect(moment > MadePatient.now && moment <= MadePatient.now + .hours(12))
    }
  }
}
